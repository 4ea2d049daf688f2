/** What is wrong within the C# of a template is found at its place in the template, whatever the template is made of. */
import { expect, test } from 'vitest';
import { checkDocument } from '../../src/check/check-document.js';
import { loadProject } from '../../src/project/load-project.js';
import { temporaryFolder } from '../project/temporary-folder.js';

/** `line:column code text` of each finding in a file that sets a variable to `value`, whose first line counts as line 1. */
async function found(value: string, before = ''): Promise<string[]> {
  const text = `import { api, cs, csBlock, namedValue, setVariable } from 'aoai-policy';\nconst limit = 3;\nconst key = namedValue('key', { secret: true });\n${before}\nexport default api('a', { inbound: [setVariable({ name: 'x', value:\n${value} })] });\n`;
  const { documents, diagnostics } = await loadProject(['a.ts'], { cwd: temporaryFolder({ 'a.ts': text }) });
  expect(diagnostics).toEqual([]);
  return documents.flatMap((document) => checkDocument(document)).map(({ code, file, range: { start, end } }) => `${file}:${start.line - 5}:${start.column} ${code} ${text.slice(start.offset, end.offset)}`);
}

test.each<[string, string, string]>([
  ['on one line', 'cs`context.Request.Uri`', 'a.ts:1:20 unknown-member Uri'],
  ['behind values', "cs`${'a'} + ${limit} + ${key} + ${null} + nope`", 'a.ts:1:43 unknown-name nope'],
  ['behind a value that holds braces and back-ticks', "cs`${`}${'`'}`} + nope`", 'a.ts:1:19 unknown-name nope'],
  ['between values', "cs`${'a'} + nope + ${'b'}`", 'a.ts:1:13 unknown-name nope'],
  ['behind escaped back-ticks', 'cs`"\\`a\\`" + nope`', 'a.ts:1:14 unknown-name nope'],
  ['behind an escaped ${', 'cs`"\\${a}" + nope`', 'a.ts:1:14 unknown-name nope'],
  ['behind escapes of the C#', 'cs`"\\\\\\n\\u0041" + nope`', 'a.ts:1:19 unknown-name nope'],
  ['a whole string with escapes', 'cs`context.Api.Name.Split("\\`\\\\").Length`', 'a.ts:1:27 wrong-argument "\\`\\\\"'],
  ['behind characters of two units', 'cs`"😀" + nope`', 'a.ts:1:11 unknown-name nope'],
  ['on a later line', 'cs`\n    context.Api.Name +\n      context.Api.Nmae\n  `', 'a.ts:3:19 unknown-member Nmae'],
  ['in statements', 'csBlock`\n    var n = ${limit};\n    if (n > 1) {\n      return nope;\n    }\n    return n;\n  `', 'a.ts:4:14 unknown-name nope'],
  ['over several lines', 'cs`context.Api.Name.Substring(\n  "1"\n)`', 'a.ts:2:3 wrong-argument "1"'],
  ['around a value', "cs`context.Api.Name.Substring(1 + limit(${'a'}) * 2)`", 'a.ts:1:35 unknown-name limit'],
  ['in an interpolated string', 'cs`$"{context.Api.Nmae}"`', 'a.ts:1:19 unknown-member Nmae'],
  ['in a value of a type that cannot stand there', 'cs`context.Api.Name.Substring(${limit}, ${"a"})`', 'a.ts:1:1 wrong-argument cs'],
])('%s', async (_, value, expected) => {
  expect(await found(value)).toEqual([expected]);
});

test('with the line ends of Windows', async () => {
  expect(await found('cs`\r\n    context.Api.Name +\r\n      context.Api.Nmae\r\n  `')).toEqual(['a.ts:3:19 unknown-member Nmae']);
});

test('where the expression was written that goes into another one', async () => {
  expect(await found('cs`${team} + "a"`', 'const team = cs`context.Api.Nmae`;')).toEqual(['a.ts:-1:29 unknown-member Nmae']);
  expect(await found('cs`"a" + ${team}.Nope`', 'const team = cs`context.Api.Name`;')).toEqual(['a.ts:1:18 unknown-member Nope']);
});

test('what does not fit its place, as a whole', async () => {
  expect(await found("cs`new System.Exception(${'a'} + \"b\")`")).toEqual([`a.ts:1:4 wrong-result-type new System.Exception(\${'a'} + "b")`]);
  expect(await found('cs`new System.Exception("a")`')).toEqual(['a.ts:1:4 wrong-result-type new System.Exception("a")']);
});

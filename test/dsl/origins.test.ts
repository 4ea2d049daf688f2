import { expect, describe, test } from 'vitest';
import type { PolicyElement } from '../../src/model/document.js';
import type { Origin } from '../../src/model/origin.js';
import { projectDiagnostics } from '../../src/cli/project-diagnostics.js';
import { loadProject } from '../../src/project/load-project.js';
import type { LoadedProject } from '../../src/project/loaded-project.js';
import { concise } from '../project/concise.js';
import { temporaryFolder } from '../project/temporary-folder.js';
import { elementsOf, expressionsOf } from './compiled.js';

/** One policy file, loaded as the command line loads it: bundled, run in a worker, its places mapped back. */
async function loaded(text: string): Promise<LoadedProject> {
  return loadProject(['a.ts'], { cwd: temporaryFolder({ 'a.ts': text }) });
}

/** The text that a place covers. */
function covered(text: string, { range }: Origin): string {
  return text.slice(range.start.offset, range.end.offset);
}

/** `line:column` and the text there. */
function shown(text: string, origin: Origin): string {
  return `${origin.range.start.line}:${origin.range.start.column} ${covered(text, origin)}`;
}

const PATTERNS = `import { api, base, cs, managedIdentity, priorityRouting, retryInRegion, setHeader, when, choose, fragment, includeFragment, inline } from 'aoai-policy';

const team = cs\`context.Request.Headers.GetValueOrDefault("x-team", "none")\`;
const shared = fragment('shared', [
  setHeader({ name: 'shared', value: 'yes' }),
]);

export default api('chat', {
  inbound: [
    base(), setHeader({ name: 'x', value: team }),
    choose([
      when(true, [setHeader({ name: 'y', value: 'z' })]),
    ]),
    priorityRouting({ header: 'Priority', routes: [{ from: 0, to: 1, backend: 'a' }] }),
    ...inline(shared),
  ],
  backend: [retryInRegion()],
});
`;

describe('a node is found at the call that made it', () => {
  test('builders, branches, patterns and inlined fragments', async () => {
    const project = await loaded(PATTERNS);
    const [document] = project.documents;
    const places = elementsOf(document ?? expect.fail('no document')).map(({ name, origin }: PolicyElement) => `${name} ${shown(PATTERNS, origin)}`);
    expect(places).toEqual([
      'policies 8:16 api',
      'inbound 8:16 api',
      'base 10:5 base',
      'set-header 10:13 setHeader',
      'value 10:13 setHeader',
      'choose 11:5 choose',
      'when 12:7 when',
      'set-header 12:19 setHeader',
      'value 12:19 setHeader',
      'set-variable 14:5 priorityRouting',
      'choose 14:5 priorityRouting',
      'when 14:5 priorityRouting',
      'set-backend-service 14:5 priorityRouting',
      'set-header 5:3 setHeader',
      'value 5:3 setHeader',
      'backend 8:16 api',
      'retry 17:13 retryInRegion',
      'forward-request 17:13 retryInRegion',
      'outbound 8:16 api',
      'base 8:16 api',
      'on-error 8:16 api',
      'base 8:16 api',
    ]);
  });
});

describe('a stretch of an expression is found in the template that its author wrote', () => {
  /** The place of the first occurrence of `searched` in the C# of expression number `index`. */
  async function place(text: string, searched: string, index = 0): Promise<string> {
    const project = await loaded(text);
    expect(concise(project)).toEqual([]);
    const value = expressionsOf(project.documents[0] ?? expect.fail('no document'))[index] ?? expect.fail('no expression');
    const start = value.text.indexOf(searched);
    if (start < 0) expect.fail(`${searched} is not in ${value.text}`);
    return shown(text, value.originOf({ start, end: start + searched.length }));
  }

  const file = (value: string, before = ''): string => `import { api, cs, csBlock, setVariable, endUserContext } from 'aoai-policy';\n${before}export default api('a', { inbound: [setVariable({ name: 'x', value: ${value} })] });\n`;

  test('on one line', async () => {
    expect(await place(file('cs`context.Api.Nope`'), 'Nope')).toBe('2:84 Nope');
  });

  test('behind interpolated values', async () => {
    expect(await place(file("cs`f(${'a'}, ${1 + 1}, ${{}.x ?? 'b'}, last)`"), 'last')).toMatch(/^2:\d+ last$/u);
    expect(await place(file("cs`f(${'a}`'}, last)`"), 'last')).toMatch(/^2:\d+ last$/u);
  });

  test('in an expression that is interpolated into another one', async () => {
    const text = file('cs`${team} == "a"`', 'const team = cs`context.Subscription.Nope`;\n');
    expect(await place(text, 'Nope')).toBe('2:38 Nope');
    expect(await place(text, '"a"')).toMatch(/^3:\d+ "a"$/u);
  });

  test('in statements whose indentation was taken off, on their own line and column', async () => {
    const text = file("csBlock`\n      var user = context.User;\n      if (user == ${null}) {\n          return nope;\n      }\n      return user.Id;\n    `");
    expect(await place(text, 'nope')).toBe('5:18 nope');
    expect(await place(text, 'user.Id')).toBe('7:14 user.Id');
  });

  test('with the line ends of Windows', async () => {
    const text = file("csBlock`\n      var user = context.User;\n      return nope;\n    `").replaceAll('\n', '\r\n');
    expect(await place(text, 'nope')).toBe('4:14 nope');
  });

  test('behind an escaped back-tick and ${', async () => {
    expect(await place(file('cs`"\\`\\${" + nope`'), 'nope')).toMatch(/^2:\d+ nope$/u);
  });

  test('behind characters that take two units', async () => {
    expect(await place(file('cs`"😀" + nope`'), 'nope')).toMatch(/^2:\d+ nope$/u);
  });

  test('what the tag wrote itself is found at the tag', async () => {
    expect(await place(file("cs`f(${'text'})`"), '"text"')).toBe('2:69 cs');
  });

  test('what a pattern wrote is found at the pattern', async () => {
    const text = "import { api, endUserContext } from 'aoai-policy';\nconst user = endUserContext();\nexport default api('a', { inbound: [user.inbound] });\n";
    expect(await place(text, 'AsJwt', 1)).toBe('2:14 endUserContext');
  });

  test('findings come out at the call, those about C# inside of the template', async () => {
    const text = `import { api, base, cs, csBlock, retry, retryInRegion, setVariable } from 'aoai-policy';

export default api('a', {
  inbound: [
    base(),
    setVariable({ name: 'x', value: cs\`context.Api.Id +\` }),
    setVariable({ name: 'y', value: csBlock\`
      var a = \${1};
      if (a == 1) return 'abc';
    \` }),
  ],
  backend: [
    retryInRegion({ count: 99 }),
  ],
});
`;
    const found = projectDiagnostics(await loaded(text)).map(({ file, range, code }) => `${file}:${range.start.line}:${range.start.column} ${code}`);
    expect(found).toMatchInlineSnapshot(`
      [
        "a.ts:6:56 missing-expression",
        "a.ts:9:19 unbraced-statement",
        "a.ts:9:26 single-quoted-string",
        "a.ts:13:5 invalid-value",
      ]
    `);
  });
});

test('what another file made is found in that file', async () => {
  const shared = "import { cs, setHeader } from 'aoai-policy';\n\nexport const team = cs`context.Api.Nope`;\nexport const teamHeader = (): ReturnType<typeof setHeader> =>\n  setHeader({ name: 'team', value: team });\n";
  const main = "import { api } from 'aoai-policy';\nimport { teamHeader } from './shared.js';\n\nexport default api('a', { inbound: [teamHeader()] });\n";
  const project = await loadProject(['a.ts'], { cwd: temporaryFolder({ 'a.ts': main, 'shared.ts': shared }) });
  const document = project.documents[0] ?? expect.fail('no document');
  const header = elementsOf(document).find(({ name }) => name === 'set-header') ?? expect.fail('no header');
  const [value] = expressionsOf(document);
  const at = value?.text.indexOf('Nope') ?? -1;
  expect([header.origin.file, shown(shared, header.origin)]).toEqual(['shared.ts', '5:3 setHeader']);
  expect([value?.originOf({ start: at, end: at + 4 }).file, shown(shared, value?.originOf({ start: at, end: at + 4 }) ?? expect.fail('no value'))]).toEqual(['shared.ts', '3:36 Nope']);
});

describe('raw XML is read where it is used', () => {
  test('its nodes are found at the call', async () => {
    const text = `import { api, raw } from 'aoai-policy';\nexport default api('a', { inbound: [\n  raw('<set-header name="a"><value>@(context.Api.Id)</value></set-header>'),\n] });\n`;
    const project = await loaded(text);
    expect(concise(project)).toEqual([]);
    const document = project.documents[0] ?? expect.fail('no document');
    expect(elementsOf(document).filter(({ name }) => name === 'value').map(({ origin }) => shown(text, origin))).toEqual(['3:3 raw']);
    expect(expressionsOf(document).map(({ code }) => code)).toEqual(['context.Api.Id']);
  });

  test('each mistake in it is a finding at the call, and the other policies stay', async () => {
    const text = `import { api, base, raw } from 'aoai-policy';\nexport default api('a', { inbound: [\n  base(),\n  raw('<set-header name="a"><value>x</set-header><b c=d/>'),\n] });\n`;
    const project = await loaded(text);
    const findings = concise(project);
    expect(findings.length).toBeGreaterThanOrEqual(2);
    for (const finding of findings) expect(finding).toMatch(/^a\.ts:4:3 /u);
    expect(elementsOf(project.documents[0] ?? expect.fail('no document')).map(({ name }) => name)).toContain('base');
  });
});

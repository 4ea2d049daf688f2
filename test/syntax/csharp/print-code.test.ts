import { describe, expect, it } from 'vitest';
import { parseCode } from '../../../src/syntax/csharp/parse-code.js';
import { printCode } from '../../../src/syntax/csharp/print-code.js';
import { corpusExpressions, hasCorpus } from './corpus-expressions.js';
import { snippets } from './snippets.js';

/** A tree without places, in which trees from differently laid out code are equal. */
const shape = (tree: unknown): unknown => JSON.parse(JSON.stringify(tree, (name, value) => (name === 'span' ? undefined : typeof value === 'bigint' ? `${value}n` : value)));

function isRight(code: string, form: 'expression' | 'block'): boolean {
  return parseCode(code, form).problems.every(({ severity }) => severity === 'warning');
}

function expectRoundTrip(code: string, form: 'expression' | 'block'): void {
  const first = parseCode(code, form).code;
  const printed = printCode(first);
  const again = parseCode(printed, form);
  expect(again.problems.filter(({ severity }) => severity === 'error'), printed).toEqual([]);
  expect(shape(again.code), printed).toEqual(shape(first));
  expect(printCode(again.code)).toBe(printed);
}

describe('printed code', () => {
  it.each([
    ['a   .  b( 1,\n "c" )', 'a.b(1, "c")'],
    ['(string)a?["b"]??"c"', '(string)a?["b"] ?? "c"'],
    ['- -a + +b', '- -a + +b'],
    ['new JObject{["a"]=1,}', 'new JObject { ["a"] = 1 }'],
    ['x=>{return x;}', 'x => {\n    return x;\n}'],
    ['$"{a ,5:x}"', '$"{a,5:x}"'],
  ])('%s', (code, printed) => {
    expect(printCode(parseCode(code, 'expression').code)).toBe(printed);
  });

  it('of a block has a statement a line', () => {
    expect(printCode(parseCode('if(a){return 1;}else if(b){return 2;} foreach(var x in y){f(x);} switch(z){case 1:break;default:return 3;} return 4;', 'block').code)).toBe(
      [
        'if (a) {', '    return 1;', '}', 'else if (b) {', '    return 2;', '}', 'foreach (var x in y) {', '    f(x);', '}',
        'switch (z) {', '    case 1:', '        break;', '    default:', '        return 3;', '}', 'return 4;',
      ].join('\n'),
    );
  });

  it.each(snippets().filter(({ code, form }) => isRight(code, form)))('of $text reads back as the same tree', ({ code, form }) => {
    expectRoundTrip(code, form);
  });

  it.skipIf(!hasCorpus)('of every right expression of the corpus reads back as the same tree', () => {
    const right = corpusExpressions().filter(({ code, form }) => isRight(code, form));
    expect(right.length).toBeGreaterThan(1700);
    for (const { code, form } of right) expectRoundTrip(code, form);
  });
});

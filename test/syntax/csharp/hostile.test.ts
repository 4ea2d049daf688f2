import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expressionEnd } from '../../../src/syntax/csharp/expression-extent.js';
import { parseCode } from '../../../src/syntax/csharp/parse-code.js';
import { printCode } from '../../../src/syntax/csharp/print-code.js';
import { snippets } from './snippets.js';

const PIECES = [
  '(', ')', '[', ']', '{', '}', '<', '>', '"', "'", '$"', '@"', '$@"', '"""', '\\', '//', '/*', '*/', '\n', ' ', ';', ',', '.', '?.', '?', '??', ':', '::', '=>', '=', '==', '&&',
  '+', '-', '!', '..', '^', '@', '#', '{{nv}}', 'a', 'b', 'x ', 'if ', 'else ', 'for ', 'foreach ', 'in ', 'while ', 'do ', 'switch ', 'case ', 'default', 'try', 'catch', 'when ',
  'finally', 'using ', 'lock', 'return ', 'new ', 'var ', 'int ', 'string', 'List<', 'is ', 'as ', 'not ', 'or ', 'out ', 'ref ', 'from ', 'select ', 'where ', 'delegate', 'async ',
  'await ', 'throw ', 'checked', 'typeof', 'nameof', 'null', 'true', '1', '0x', "'c'", '"s"', '&amp;', '\ud83d', '\u0000', '\u201c',
];

describe('any text', () => {
  const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));
  const mutated = fc.tuple(fc.constantFrom(...snippets().map(({ code }) => code)), fc.nat(), fc.nat(3), fc.constantFrom('', ...PIECES)).map(([code, position, removed, piece]) => {
    const at = position % (code.length + 1);
    return code.slice(0, at) + piece + code.slice(at + removed);
  });

  it('is parsed without throwing, with problems inside it, and the tree can be printed', () => {
    fc.assert(
      fc.property(fc.oneof(soup, mutated), fc.constantFrom('expression' as const, 'block' as const), (code, form) => {
        const { code: parsed, problems } = parseCode(code, form);
        for (const { span } of problems) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(code.length);
        }
        printCode(parsed);
      }),
      { seed: 20261124, numRuns: 5000 },
    );
  });

  it('has the same end for its expression however much text follows', () => {
    fc.assert(
      fc.property(soup, soup, (code, behind) => {
        const end = expressionEnd(`@(${code}`, 0);
        if (end !== undefined && !/["'/]/.test(code)) expect(expressionEnd(`@(${code}${behind}`, 0)).toBe(end);
      }),
      { seed: 20261124, numRuns: 2000 },
    );
  });
});

/** A quadratic parser takes minutes for these. */
const TIME_LIMIT = 20_000;

describe('50 KB of one thing is parsed in linear time', () => {
  it.each(['(', ')', '[', '{', '}', '<', 'a<', 'a.', 'a?.', 'a?b:', 'a+', '!', 'a ', '"', "'", '$"{', '$@"{', '@"', '/*', '//\n', 'x=>', 'new ', 'if(a){', 'if(a)', 'a;', 'f(', 'a[', '{{nv}}', 'is ', 'a is ', ';', 'case 1:', '\n', '&amp;', '\u201c', '"\n', '$"{"', 'from x in '])(
    '%j',
    (piece) => {
      const text = piece.repeat(Math.ceil(50_000 / piece.length));
      for (const form of ['expression', 'block'] as const) expect(parseCode(text, form).problems.length).toBeLessThanOrEqual(20);
    },
    TIME_LIMIT,
  );

  it('and so are 300 KB of right code', () => {
    const sum = Array.from({ length: 40_000 }, (_, index) => `f(${index})`).join(',');
    expect(parseCode(`g(${sum})`, 'expression').problems).toEqual([]);
    expect(parseCode('a.b(1);'.repeat(40_000) + 'return 1;', 'block').problems).toEqual([]);
  }, TIME_LIMIT);
});

describe('code that is nested too deeply gets one problem', () => {
  it.each([
    ['10,000 parentheses', '('.repeat(10_000) + '1' + ')'.repeat(10_000), 'expression'],
    ['10,000 blocks', '{'.repeat(10_000) + '}'.repeat(10_000), 'block'],
    ['10,000 brackets of arrays', 'a['.repeat(10_000) + '1' + ']'.repeat(10_000), 'expression'],
    ['10,000 lambdas', 'x => '.repeat(10_000) + '1', 'expression'],
    ['10,000 negations', '!'.repeat(10_000) + 'a', 'expression'],
    ['10,000 conditionals', 'a ? b : '.repeat(10_000) + 'c', 'expression'],
    ['10,000 operators in a row', 'a + '.repeat(10_000) + 'a', 'expression'],
    ['10,000 ifs', 'if (a) { '.repeat(10_000) + '}'.repeat(10_000), 'block'],
    ['10,000 else ifs', 'if (a) { } else '.repeat(10_000) + '{ }', 'block'],
    ['60 interpolated strings', '$"{'.repeat(60) + '1' + '}"'.repeat(60), 'expression'],
  ] as const)('%s', (_, code, form) => {
    expect(parseCode(code, form).problems.map(({ code: id }) => id)).toEqual(['nesting-too-deep']);
  });
});

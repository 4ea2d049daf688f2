import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { api, cs, csBlock, namedValue, setVariable, type Expression, type Interpolated } from '../../src/index.js';
import { emitPolicyXml } from '../../src/emit/policy-xml.js';
import { SourceText } from '../../src/model/origin.js';
import { readPolicyDocument } from '../../src/model/read-document.js';
import { parseCode } from '../../src/syntax/csharp/parse-code.js';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';
import { compiled, expressionsOf } from './compiled.js';
import { thrown, untyped } from './thrown.js';

const code = ({ code: made }: Expression): string => made;
const sum = cs`a + b`;
const call = cs`context.Variables.GetValueOrDefault<int>("n", 0)`;
const key = namedValue('aoai-key', { secret: true });

describe('cs: what stands in ${…}', () => {
  test.each<[string, Expression, string]>([
    ['text is a C# string', cs`f(${'x-team'})`, 'f("x-team")'],
    ['quotes and backslashes are escaped', cs`${'a"b\\c'}`, '"a\\"b\\\\c"'],
    ['line breaks and tabs are escaped', cs`${'a\r\n\tb'}`, '"a\\r\\n\\tb"'],
    ['text cannot close the string', cs`f(${'" + context.Secret + "'})`, 'f("\\" + context.Secret + \\"")'],
    ['braces in text are no named value', cs`${'{{secret}}'}`, '"{\\u007bsecret}}"'],
    ['an empty text', cs`${''}`, '""'],
    ['int', cs`${2_147_483_647}`, '2147483647'],
    ['long', cs`${2_147_483_648}`, '2147483648L'],
    ['double', cs`${0.5}`, '0.5'],
    ['beyond what a double holds exactly', cs`${2 ** 60}`, '1152921504606847000d'],
    ['a negative number', cs`x == ${-1}`, 'x == -1'],
    ['a negative number behind a minus', cs`x - ${-1}`, 'x - (-1)'],
    ['a negative number before a member', cs`${-1}.ToString()`, '(-1).ToString()'],
    ['true', cs`${true}`, 'true'],
    ['null', cs`x == ${null}`, 'x == null'],
    ['a named value is the string that APIM fills in', cs`x == ${key}`, 'x == "{{aoai-key}}"'],
    ['a sum in a product', cs`${sum} * 2`, '(a + b) * 2'],
    ['a sum before a member', cs`${sum}.ToString()`, '(a + b).ToString()'],
    ['a sum as an argument stands alone', cs`f(${sum}, ${sum})`, 'f(a + b, a + b)'],
    ['a sum as the whole', cs`${sum}`, 'a + b'],
    ['a call needs no parentheses', cs`${call} >= 0 && ${call} <= 100`, 'context.Variables.GetValueOrDefault<int>("n", 0) >= 0 && context.Variables.GetValueOrDefault<int>("n", 0) <= 100'],
    ['a conditional access before a member', cs`${cs`context.User?.Id`}.Length`, '(context.User?.Id).Length'],
    ['a lambda in a comparison', cs`${cs`x => x`} == y`, '(x => x) == y'],
    ['a comment at the end does not swallow what follows', cs`${cs`a // why`} + 1`, 'a // why\n + 1'],
    ['in a hole of an interpolated string', cs`$"{${'a'}}"`, '$"{"a"}"'],
    ['a conditional in a hole of an interpolated string', cs`$"{${cs`a ? b : c`}}"`, '$"{(a ? b : c)}"'],
    ['in an array', cs`new[] { ${'a'}, ${sum} }`, 'new[] { "a", (a + b) }'],
    ['a comment in front', cs`${cs`/* why */ a`} + 1`, '/* why */ a + 1'],
    ['behind a return', csBlock`return ${sum};`, ' return a + b; '],
    ['behind an assignment', csBlock`var x = ${sum}; return x;`, ' var x = a + b; return x; '],
  ])('%s', (_, expression, expected) => {
    expect(code(expression)).toBe(expected);
  });

  test('the same value twice is the same code twice', () => {
    expect(code(cs`${sum} == ${sum}`)).toBe('(a + b) == (a + b)');
  });
});

describe('layout', () => {
  test('blanks around the code and indentation that lines share go', () => {
    const expression = cs`
      context.Request.IpAddress
        + context.Api.Id
    `;
    expect(code(expression)).toBe('context.Request.IpAddress\n  + context.Api.Id');
  });

  test('statements stand on lines of their own, indented by four', () => {
    const block = csBlock`
      var x = 1;
      if (x > 0) {
        return true;
      }
      return false;
    `;
    expect(code(block)).toBe('\n    var x = 1;\n    if (x > 0) {\n      return true;\n    }\n    return false;\n');
  });

  test('a string over lines keeps its blanks', () => {
    const block = csBlock`
      return @"
        two";
    `;
    expect(code(block)).toContain('@"\n        two"');
  });

  test('C# escapes stay, those of the template itself do not', () => {
    expect(code(cs`"a\n" + '\\' + "\${x} \`"`)).toBe('"a\\n" + \'\\\\\' + "${x} `"');
  });
});

describe('mistakes are said at once', () => {
  /** Calls a tag with values that types refuse. */
  const tagged = (tag: typeof cs, value: unknown): string => thrown(() => untyped(tag, Object.assign(['f(', ')'], { raw: ['f(', ')'] }), value));

  test.each<[string, string, string]>([
    ['inside of a string', thrown(() => cs`"a ${'b'}"`), 'value 1 of cs`…` stands inside of a string, a comment or a name of the C#; close the string and add the value with +, or write $"{…}" around it'],
    ['inside of a comment', thrown(() => cs`1 /* ${2} */`), 'value 1 of cs`…` stands inside of a string, a comment or a name of the C#; close the string and add the value with +, or write $"{…}" around it'],
    ['inside of a name', thrown(() => cs`context.Api${1}`), 'value 1 of cs`…` stands inside of a string, a comment or a name of the C#; close the string and add the value with +, or write $"{…}" around it'],
    ['the second of two', thrown(() => cs`${1} + "${2}"`), 'value 2 of cs`…` stands inside of a string, a comment or a name of the C#; close the string and add the value with +, or write $"{…}" around it'],
    ['statements in cs', thrown(() => cs`{ return 1; }`), 'cs`{ … }` holds statements; write csBlock`…` without the braces'],
    ['@( ) written out', thrown(() => cs`@(context.Api.Id)`), 'cs`@(…)` has the @ and brackets twice; write cs`…` with the C# alone'],
    ['no code', thrown(() => cs` `), 'cs`` holds no C#'],
    ['a block as a value', thrown(() => cs`${csBlock`return 1;`} + 1`), 'value 1 of cs`…` is a csBlock: statements have no value that an expression could use; keep it in a variable with setVariable'],
    ['called like a function', thrown(() => untyped(cs, 'context.Api.Id')), 'cs is a template tag: write cs`…`, without parentheses'],
    ['an object', tagged(cs, {}), 'value 1 of cs`…` is an object; it takes an expression, text, a number, true, false, null or a named value'],
    ['undefined', tagged(cs, undefined), 'value 1 of cs`…` is undefined; it takes an expression, text, a number, true, false, null or a named value'],
    ['a function', tagged(cs, () => 1), 'value 1 of cs`…` is a function that was not called; it takes an expression, text, a number, true, false, null or a named value'],
    ['not a number', tagged(cs, Number.NaN), 'value 1 of cs`…` is NaN, for which C# has no literal'],
    ['infinity', tagged(cs, Infinity), 'value 1 of cs`…` is Infinity, for which C# has no literal'],
  ])('%s', (_, message, expected) => {
    expect(message).toBe(expected);
  });
});

test('an expression that goes into another one, and that into the next, without end', () => {
  const nested = (levels: number): Expression => Array.from({ length: levels }).reduce((inner: Expression) => cs`${inner} + 1`, cs`a`);
  expect(parseCode(nested(99).code, 'expression').problems).toEqual([]);
  expect(thrown(() => nested(100))).toBe('cs`…` is interpolated more than 100 times into another; keep a part of it in a variable with setVariable');
});

describe('any text comes back as itself', () => {
  /** What C# takes the literal in `cs` for, after it has been through XML. */
  function evaluated(expression: Expression, content: 'rawxml' | 'xml'): unknown {
    const xml = emitPolicyXml(compiled(api('a', { inbound: [setVariable({ name: 'x', value: expression })] })), { content });
    const read = readPolicyDocument(parseXml(xml), new SourceText('a.xml', xml), { name: 'a' });
    expect(read.syntax?.problems).toEqual([]);
    const [value] = expressionsOf(read);
    const parsed = parseCode(value?.code ?? '', 'expression');
    expect(parsed.problems).toEqual([]);
    return parsed.code.form === 'expression' && parsed.code.expression.kind === 'LiteralExpression' ? parsed.code.expression.value : parsed.code;
  }

  test.each(['', '"', '\\', "'", '{{name}}', '{{{', '}}', '@(x)', '@{', '</value>', '<![CDATA[', ']]>', '&quot;', '&#10;', '\0', '\r\n', '\u2028', '\ufeff', '\ufffe', '\uffff', '\ud800', '😀', '${x}', '`', '\\u0041', '\\"', '-->'])('%j', (text) => {
    expect([evaluated(cs`${text}`, 'rawxml'), evaluated(cs`${text}`, 'xml')]).toEqual([text, text]);
  });

  test('and so does any other, in both encodings, never as a named value', () => {
    const hostile = fc.constantFrom('"', '\\', '{', '}', '<', '>', '&', '@', '(', '\n', '\r', "'", '/', '*', '$');
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: hostile }));
    fc.assert(
      fc.property(text, fc.constantFrom('rawxml' as const, 'xml' as const), (value, content) => {
        const expression = cs`${value}`;
        expect(expression.code).not.toContain('{{');
        expect(evaluated(expression, content)).toBe(value);
      }),
      { numRuns: 150, seed: 20261124 },
    );
  });

  test('any number comes back as itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 })), (value) => {
        const magnitude = Math.abs(value);
        expect(Number(evaluated(cs`${magnitude as Interpolated}`, 'rawxml'))).toBe(magnitude);
      }),
      { numRuns: 100, seed: 20261124 },
    );
  });
});

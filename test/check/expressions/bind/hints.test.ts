import { describe, expect, it } from 'vitest';
import { checkExpression } from '../../../../src/check/expressions/check-expression.js';
import { parseCode } from '../../../../src/syntax/csharp/parse-code.js';

describe('the hint for a type that is not imported', () => {
  it.each([
    ['one that expressions may use', 'WebUtility.UrlEncode("a")', 'System.Net is not imported: write System.Net.WebUtility'],
    ['one that APIM refuses, with what to write', 'CultureInfo.InvariantCulture', 'leave the culture out: expressions format invariantly'],
    ['one that APIM refuses', 'new ArrayList()', 'System.Collections.ArrayList is not among what expressions may use'],
    ['one that nobody knows', 'new Foo()', undefined],
  ])('%s', (_, code, hint) => {
    expect(checkExpression(parseCode(code, 'expression').code).problems.map((problem) => problem.hint)).toEqual([hint]);
  });
});

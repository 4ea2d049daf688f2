import { describe, expect, it } from 'vitest';
import { checkExpression } from '../../../../src/check/expressions/check-expression.js';
import { parseCode } from '../../../../src/syntax/csharp/parse-code.js';

describe('the hint for a type that is not imported', () => {
  it.each([
    ['one that expressions may use', 'WebUtility.UrlEncode("a")', 'System.Net is not imported: write System.Net.WebUtility'],
    ['one that APIM refuses, with what to write', 'CultureInfo.InvariantCulture', 'leave the culture out: expressions format invariantly'],
    ['one that APIM refuses', 'new ArrayList()', 'System.Collections.ArrayList is not among what expressions may use'],
    ['one that nobody knows', 'new Foo()', undefined],
  ])('%s', hintsAre);
});

describe('the hint for an argument that does not fit', () => {
  it.each([
    ['a text where one overload wants a number', 'DateTime.UtcNow.AddSeconds("5")', 'read it from the text: double.Parse(…)'],
    ['an object where one overload wants a text', 'JObject.Parse(context.Variables["a"])', 'write the conversion: (string)…'],
    ['a separator that .NET Framework does not take', '"a||b".Split("||")', "write 'x' for one character, or new[] { \"…\" }, StringSplitOptions.None"],
    ['one of several overloads, which the author may mean or not', 'Math.Max((object)1, 2)', undefined],
  ])('%s', hintsAre);
});

describe('the hint for a member that is not there', () => {
  it.each([
    ['a name that is nearly right', 'context.Request.Methud', 'did you mean Method?'],
    ['a type with few properties', 'context.User.Identity', 'it has Email, FirstName, Groups, Id, Identities, LastName, Note and RegistrationDate'],
    ['a type with many', 'context.Principal', undefined],
  ])('%s', hintsAre);
});

describe('the hint for what cannot be assigned or joined', () => {
  it.each([
    ['an assignment meant as a comparison', 'context.Request.Method = "GET"', 'to compare write =='],
    ['?? behind a comparison that was to come after it', 'new JObject()["a"]?.Value<int>() ?? 0 >= 2', '?? comes after >=: put brackets around what it is to join, (… ?? …)'],
    ['?? between two types', '"a" ?? 1', 'the values on both sides must have one type'],
  ])('%s', hintsAre);

  it('the characters of a string', () => {
    expect(hintsOf('string s = "ab"; s[0] = \'x\'; return s;', 'block')).toEqual(['make another string: text.Remove(at, 1).Insert(at, "…")']);
  });
});

function hintsAre(_: string, code: string, hint: string | undefined): void {
  expect(hintsOf(code, 'expression')).toEqual([hint]);
}

function hintsOf(code: string, form: 'expression' | 'block'): (string | undefined)[] {
  return checkExpression(parseCode(code, form).code).problems.map((problem) => problem.hint);
}

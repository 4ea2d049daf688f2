import { describe, expect, it } from 'vitest';
import { parseCode } from '../../../src/syntax/csharp/parse-code.js';
import { snippetOf } from './snippets.js';

/** One line a problem: code, the text it points at between « and », and the hint. */
function problems(text: string): string[] {
  const { code, form } = snippetOf(text);
  return parseCode(code, form).problems.map(({ code: id, span }) => `${id} ${text.slice(0, span.start + 2)}«${text.slice(span.start + 2, span.end + 2)}»${text.slice(span.end + 2)}`);
}

describe('one problem for a mistake, at the mistake', () => {
  it.each([
    // Brackets
    ['unclosed-bracket', '@(a == «(»b && (c || d))'],
    ['unclosed-bracket', '@(a«[»"b").C())'],
    ['unclosed-bracket', '@{ var x = f«(»1; return x; }'],
    ['unclosed-bracket', '@{ if «(»(a == b) { return 1; } return 2; }'],
    ['unclosed-bracket', '@{ if (a) «{» return 1; return 2; }'],
    ['unclosed-bracket', '@($"«{»a")'],
    ['unclosed-bracket', '@{ var x = $"a «{»b" + "c";\n  return x; }'],
    ['unexpected-token', '@{ return f(a)«)»; }'],
    // Strings and characters
    ['unclosed-string', '@(a[«"b»])'],
    ['unclosed-string', '@{ string x = «"abc»;\n  return x; }'],
    ['unclosed-string', '@(«"over»\n  two lines")'],
    ['single-quoted-string', "@(a == «'text'»)"],
    ['empty-char', "@(f(«''»))"],
    ['unclosed-char', "@(«'a»)"],
    ['bad-escape', '@(a.Split("«\\d»"))'],
    ['unexpected-character', '@(a == «“text”»)'],
    ['unclosed-comment', '@{ return 1; «/*» no end }'],
    ['entity-in-code', '@(a «&amp;»&amp; b)'],
    // The wrong form
    ['semicolon-in-expression', '@(a«;»)'],
    ['return-in-expression', '@(«return» a;)'],
    ['statement-in-expression', '@(«if» (a) { return b; })'],
    ['empty-expression', '@(« »)'],
    ['missing-semicolon', '@{ a.b()«» }'],
    ['missing-semicolon', '@{ var x = 1«»\n  return x; }'],
    ['return-without-value', '@{ «return»; }'],
    ['not-a-statement', '@{ «a == b»; }'],
    ['unexpected-character', '@{ return «@»(a); }'],
    ['markup-in-code', '@{ «<»b>x</b>; }'],
    // What is missing
    ['missing-expression', '@(a &&«»)'],
    ['missing-expression', '@(f(a, «)»)'],
    ['missing-token', '@(a ? b«»)'],
    ['missing-name', '@(a.«»)'],
    ['try-without-catch', '@{ «try» { a(); } return 1; }'],
    // Razor
    ['unbraced-statement', '@{ if (a) «return» 1; return 2; }'],
    ['unbraced-statement', '@{ if (a) { return 1; } else «return» 2; }'],
    ['unbraced-statement', '@{ foreach (var x in a) «f»(x); return 1; }'],
    ['unbraced-statement', '@{ for (;;) «f»(); return 1; }'],
    ['unbraced-statement', '@{ while (a) «f»(); return 1; }'],
    ['unbraced-statement', '@{ using (var x = f()) «return» x; }'],
    ['unbraced-statement', '@{ lock (a) «f»(); return 1; }'],
    ['unbraced-statement', '@{ do «f»(); while (a); return 1; }'],
    // Newer than C# 7
    ['unsupported-csharp', '@{ a «??=» b; return a; }'],
    ['unsupported-csharp', '@(a «switch» { 1 => "b", _ => "c" })'],
    ['unsupported-csharp', '@{ «using» var x = f(); return x; }'],
    ['unsupported-csharp', '@(a is «not» null)'],
    ['unsupported-csharp', '@(a is null «or» "")'],
    ['unsupported-csharp', '@(a is «{» Length: 5 })'],
    ['unsupported-csharp', '@(a is «>» 5)'],
    ['unsupported-csharp', '@(a[1«..»])'],
    ['unsupported-csharp', '@(a[«^»1])'],
    ['unsupported-csharp', '@{ List<int> x = «new(»); return x; }'],
    ['unsupported-csharp', '@(«"""raw"""»)'],
    ['unsupported-csharp', '@(«@$»"{a}")'],
    ['unsupported-csharp', '@(f(«default»))'],
    ['unsupported-csharp', '@(a«!».b)'],
    ['unsupported-csharp', '@(«[»1, 2])'],
    ['unsupported-csharp', '@(a «with» { B = 1 })'],
    ['unsupported-csharp', '@{ «string?» x = null; return x; }'],
    ['unsupported-csharp', '@(f(«static» x => x))'],
    ['unsupported-csharp', '@(«0x_FF»)'],
    // What APIM refuses
    ['dynamic-type', '@{ «dynamic» x = a; return x; }'],
    ['async-code', '@(«await» f())'],
    ['async-code', '@(f(«async» x => await x))'],
    ['unsupported-declaration', '@{ «class» A { } return 1; }'],
  ])('%s: %s', (code, marked) => {
    expect(problems(marked.replace(/[«»]/g, ''))).toEqual([`${code} ${marked}`]);
  });

  it('is given for each of several mistakes', () => {
    expect(problems("@{ var a = 'x y'; var b = c(; if (a) return b; d ??= e; return a }").map((found) => found.slice(0, found.indexOf(' ')))).toEqual([
      'single-quoted-string', 'missing-expression', 'unbraced-statement', 'unsupported-csharp', 'missing-semicolon',
    ]);
  });
});

describe('what is only suspected to be refused is a warning', () => {
  it.each([
    ['tuple', '@{ var x = «(1, 2)»; return x; }'],
    ['throw', '@(a ?? «throw new Exception("x")»)'],
    ['delegate-variable', '@{ «Func<int>» f = () => 1; return f(); }'],
    ['catch-filter', '@{ try { a(); } catch (Exception e) «when (e == null)» { } return 1; }'],
  ])('%s: %s', (code, marked) => {
    const text = marked.replace(/[«»]/g, '');
    expect(problems(text)).toEqual([`${code} ${marked}`]);
    expect(parseCode(text.slice(2, -1), snippetOf(text).form).problems[0]?.severity).toBe('warning');
  });
});

describe("Razor's rule about braces", () => {
  it('says what APIM says', () => {
    expect(parseCode('if (a) return 1; return 2;', 'block').problems[0]?.message).toBe(
      'the body of "if" has no braces, and APIM refuses it: Expected a "{" but found a "return". Block statements must be enclosed in "{" and "}"',
    );
  });

  it.each(['@{ return a.Select(x => { if (x) return 1; return 2; }); }', '@{ int F(int x) { if (x > 1) return 1; return 2; } return F(1); }', '@(a.Select(x => { foreach (var y in x) f(y); return 1; }))'])(
    'does not hold in functions, whose braces Razor only matches: %s',
    (text) => {
      expect(problems(text)).toEqual([]);
    },
  );
});

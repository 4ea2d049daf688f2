import { describe, expect, it } from 'vitest';
import { treeText } from './tree-text.js';

describe('a statement', () => {
  it.each([
    ['return 1;', 'Return(1)'],
    ['var x = 1, y;', 'LocalDeclaration(false (var [(x 1) y]))'],
    ['const int x = 1;', 'LocalDeclaration(true (int [(x 1)]))'],
    ['int[] x = { 1, 2 };', 'LocalDeclaration(false (int[] [(x Initializer(array [1 2]))]))'],
    ['a.b(); c = d; e++;', 'Expression(Invocation(MemberAccess(a b) [])) Expression(Assignment(= c d)) Expression(PostfixUnary(++ e))'],
    ['if (a) { b(); } else if (c) { } else { d(); }', 'If(a Block([Expression(Invocation(b []))]) If(c Block([]) Block([Expression(Invocation(d []))])))'],
    ['while (a) { break; }', 'While(a Block([Break()]))'],
    ['do { continue; } while (a);', 'Do(Block([Continue()]) a)'],
    ['for (int i = 0, j; i < 2; i++, j--) { }', 'For((int [(i 0) j]) [] Binary(< i 2) [PostfixUnary(++ i) PostfixUnary(-- j)] Block([]))'],
    ['for (;;) { }', 'For([] [] Block([]))'],
    ['foreach (var x in y) { }', 'ForEach(var x y Block([]))'],
    ['foreach (var (x, y) in z) { }', 'ForEach(var ParenthesizedDesignation([x y]) z Block([]))'],
    ['switch (a) { case 1: case string s when b: return 1; default: break; }', 'Switch(a [([ConstantPattern(1) (DeclarationPattern(string s) b)] [Return(1)]) ([()] [Break()])])'],
    ['switch (a) { case 1: goto case 2; case 2: goto default; }', 'Switch(a [([ConstantPattern(1)] [Goto(case 2)]) ([ConstantPattern(2)] [Goto(default)])])'],
    ['try { } catch (A e) { throw; } catch { } finally { }', 'Try(Block([]) [(A e Block([Throw()])) Block([])] Block([]))'],
    ['using (var x = a) { }', 'Using((var [(x a)]) Block([]))'],
    ['using (a) { }', 'Using(a Block([]))'],
    ['lock (a) { }', 'Lock(a Block([]))'],
    ['checked { a++; }', 'Checked(checked Block([Expression(PostfixUnary(++ a))]))'],
    ['goto b; b: ;', 'Goto(label b) Labeled(b Empty())'],
    ['int F(int x, params int[] y) { return x; }', 'LocalFunction([] int F [] [(int x) (params int[] y)] Block([Return(x)]))'],
    ['T F<T>(T x) => x;', 'LocalFunction([] T F [T] [(T x)] x)'],
    ['yield return a;', 'Yield(a)'],
    ['yield break;', 'Yield()'],
    ['var (x, y) = a;', 'Expression(Assignment(= Declaration(var ParenthesizedDesignation([x y])) a))'],
    ['throw a;', 'Throw(a)'],
    ['{ ; }', 'Block([Empty()])'],
    ['f(x => { if (x) return 1; return 2; });', 'Expression(Invocation(f [Lambda(false [x] Block([If(x Return(1)) Return(2)]))]))'],
    ['Func<int?, A.B<C>[]> f = g;', 'LocalDeclaration(false (Func<int?,A.B<C>[]> [(f g)]))'],
  ])('%s', (code, tree) => {
    expect(treeText(code, 'block')).toBe(tree);
  });
});

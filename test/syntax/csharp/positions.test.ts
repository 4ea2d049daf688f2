import { describe, expect, it } from 'vitest';
import type { Span } from '../../../src/syntax/text/position.js';
import { parseCode } from '../../../src/syntax/csharp/parse-code.js';
import { snippets } from './snippets.js';

interface Placed {
  readonly kind?: string;
  readonly span: Span;
}

const isPlaced = (value: unknown): value is Placed => typeof value === 'object' && value !== null && 'span' in value;

/** The nodes right under a value, through lists and objects without a place. */
function placedIn(value: unknown): Placed[] {
  if (isPlaced(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(placedIn) : [];
}

function childrenOf(node: Placed): Placed[] {
  return Object.entries(node).flatMap(([name, value]) => (name === 'span' ? [] : placedIn(value)));
}

function expectInside(node: Placed, code: string): void {
  for (const child of childrenOf(node)) {
    expect([child.kind, child.span.start >= node.span.start, child.span.end <= node.span.end, child.span.start <= child.span.end], code).toEqual([child.kind, true, true, true]);
    expectInside(child, code);
  }
}

describe('places', () => {
  it('are offsets into the code', () => {
    const code = 'a.b(1) + "c"';
    const { code: parsed } = parseCode(code, 'expression');
    const sum = parsed.form === 'expression' ? parsed.expression : undefined;
    if (sum?.kind !== 'BinaryExpression') throw new Error('no sum');
    const texts = [sum, sum.left, ...childrenOf(sum.left), sum.right].map(({ span }) => code.slice(span.start, span.end));
    expect(texts).toEqual(['a.b(1) + "c"', 'a.b(1)', 'a.b', '1', '"c"']);
  });

  it.each(snippets())('of $text lie in the code and in their parents', ({ code, form }) => {
    const { code: parsed, problems } = parseCode(code, form);
    for (const { span } of problems) expect([span.start >= 0, span.start <= span.end, span.end <= code.length]).toEqual([true, true, true]);
    for (const node of placedIn(parsed)) {
      expect(node.span.end).toBeLessThanOrEqual(code.length);
      // What stands for something missing is put before the token found in its place.
      if (problems.length === 0) expectInside(node, code);
    }
  });
});

/** The policy expressions of fixtures/csharp/snippets.txt. */
import { readFileSync } from 'node:fs';
import type { ExpressionForm } from '../../../src/syntax/csharp/ast.js';

export interface Snippet {
  /** As in the file, `@(` and `)` included. */
  readonly text: string;
  readonly form: ExpressionForm;
  readonly code: string;
}

/** All of them, in order. */
export function snippets(): Snippet[] {
  const texts: string[] = [];
  for (const line of readFileSync(new URL('../../../fixtures/csharp/snippets.txt', import.meta.url), 'utf8').split('\n')) {
    if (line.startsWith('@')) texts.push(line);
    else if (line.startsWith(' ')) texts.push(`${texts.pop() ?? ''}\n${line}`);
  }
  return texts.map(snippetOf);
}

/** What a policy expression is to the parser. */
export function snippetOf(text: string): Snippet {
  return { text, form: text.startsWith('@{') ? 'block' : 'expression', code: text.slice(2, -1) };
}

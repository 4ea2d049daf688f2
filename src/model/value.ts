/** What stands in an attribute or as an element's text: literal text or a policy expression. */
import type { ExpressionForm } from '../syntax/csharp/ast.js';
import type { Span } from '../syntax/text/position.js';
import type { Origin } from './origin.js';

/**
 * `text` is decoded: no XML entities. A value is an expression when, white space around it aside, all of it is one
 * `@(…)` or `@{…}`; `Bearer @(x)` is sent as it stands, so it is `mixed`. Source: reference/expressions.md §1.
 */
export type PolicyValue = LiteralValue | ExpressionValue | MixedValue;

interface ValueBase {
  /** All of the decoded text. */
  readonly text: string;
  /** The place of a stretch of `text`. */
  readonly originOf: (span: Span) => Origin;
}

export interface LiteralValue extends ValueBase {
  readonly kind: 'literal';
}

export interface ExpressionValue extends ValueBase {
  readonly kind: 'expression';
  readonly form: ExpressionForm;
  /** The C# between `@(` and `)` or `@{` and `}`. */
  readonly code: string;
  /** Where `code` starts in `text`. */
  readonly codeStart: number;
}

/** Text in which `@(` or `@{` starts an expression that is not the whole value. */
export interface MixedValue extends ValueBase {
  readonly kind: 'mixed';
  /** Where in `text` the expressions stand, `@(` and `)` included. */
  readonly expressions: readonly Span[];
}

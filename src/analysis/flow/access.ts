/** What a piece of C# does with things that may be null, gone or of another type. */
import type { Span } from '../../syntax/text/position.js';
import type { Known } from './facts.js';

/** Spans are offsets into the code. `caught`: a try with a catch stands around it. */
export type Access = MemberAccess | NullTest | VariableRead | VariableCast | BodyRead | ReferenceComparison;

interface AccessBase {
  readonly span: Span;
  readonly caught: boolean;
}

/** Something of the value is used, which throws when it is null: `context.Response.StatusCode`, `context.Request.Headers["X"][0]`. */
export interface MemberAccess extends AccessBase {
  readonly kind: 'member';
  readonly path: string;
  readonly known: Known | undefined;
}

/** `context.Product != null`, `context.Product?.Name`: who writes it takes null to be possible. */
export interface NullTest extends AccessBase {
  readonly kind: 'null-test';
  readonly path: string;
}

/** `indexer`: `Variables["x"]`; `value`: GetValueOrDefault; `test`: ContainsKey and the like. */
export interface VariableRead extends AccessBase {
  readonly kind: 'variable';
  readonly name: string;
  readonly form: 'indexer' | 'value' | 'test';
  /** Of GetValueOrDefault<T>, or of its default as far as that is plain: `int`. */
  readonly type: string | undefined;
  readonly hasDefault: boolean;
  readonly known: Known | undefined;
}

/** `(int)context.Variables["x"]`: throws for another type, and a value type for null. */
export interface VariableCast extends AccessBase {
  readonly kind: 'cast';
  readonly name: string;
  readonly type: string;
  readonly throwsOnNull: boolean;
  readonly known: Known | undefined;
}

export interface BodyRead extends AccessBase {
  readonly kind: 'body';
  /** `context.Request.Body`, `context.Response.Body`, `variable answer.Body`. */
  readonly body: string;
  readonly preserves: boolean;
  /** Whether an earlier read of the same code has taken it, on every way to here. */
  readonly taken: boolean;
}

/** `context.Variables["x"] == "text"`: compares references, because the left side is an object. */
export interface ReferenceComparison extends AccessBase {
  readonly kind: 'reference-comparison';
  readonly name: string;
}

/** What the C# lexer makes of a text. */
import type { Span } from '../text/position.js';

export type TokenKind =
  | 'identifier' | 'keyword' | 'number' | 'string' | 'char' | 'interpolated-string' | 'punctuation'
  | 'named-value' | 'unknown' | 'end';

export interface Token extends Span {
  readonly kind: TokenKind;
  /** As written; empty for `end`, which closes every list of tokens. */
  readonly text: string;
  /** Whether a line break stands between this token and the one before it. */
  readonly startsLine: boolean;
  /** Of an interpolated string. */
  readonly parts?: readonly InterpolationPart[];
}

export type InterpolationPart = InterpolationTextPart | InterpolationHole;

export interface InterpolationTextPart extends Span {
  readonly kind: 'text';
}

/** `{expression,alignment:format}`; the span holds the braces. */
export interface InterpolationHole extends Span {
  readonly kind: 'hole';
  /** Expression and alignment, closed by an `end` token. */
  readonly tokens: readonly Token[];
  /** The text behind `:`. */
  readonly format?: Span;
}

/** A mistake that a parser found: what the XML reader and the C# parser report, before a file name is known. */
import type { Fix } from './fix.js';
import type { Span } from './position.js';

export interface SyntaxProblem {
  /** Kebab-case id that names the problem, for example `unclosed-string`. */
  readonly code: string;
  /** One sentence, lower-case start, no final stop: the thing found and what is wrong with it. */
  readonly message: string;
  /** Where, in the text that was parsed. */
  readonly span: Span;
  /** `error` unless the service is only suspected to refuse it. */
  readonly severity: 'error' | 'warning';
  /** What to do about it, imperative. */
  readonly hint?: string;
  /** A change of the text that was parsed. */
  readonly fix?: Fix;
}

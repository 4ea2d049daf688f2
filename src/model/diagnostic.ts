/** What the tool has to say about a place: invalid documents and lint findings share this shape (design.md). */
import type { Range } from '../syntax/text/position.js';
import type { Fix } from '../syntax/text/fix.js';
import type { Origin } from './origin.js';
import type { Severity } from './severity.js';

export interface Diagnostic {
  /** Kebab-case id that names the problem. Stable. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence, lower-case start, no final stop: the thing found, what is wrong, what APIM will do about it. */
  readonly message: string;
  /** Relative to the working directory, with `/`. */
  readonly file: string;
  readonly range: Range;
  /** Place in the document, `inbound/choose[1]/when[2]/@condition`; empty for findings about a whole file. */
  readonly path: string;
  readonly related: readonly RelatedPlace[];
  /** What to do, imperative. */
  readonly hint?: string;
  /** Offsets are of the file the finding is in. */
  readonly fix?: Fix;
  /** The code's page, relative to the docs folder: `rules/<code>.md`. */
  readonly docsUrl?: string;
}

/** Another place that belongs to a finding: the other side of an overlap, the definition that is shadowed. */
export interface RelatedPlace {
  readonly message: string;
  readonly file: string;
  readonly range: Range;
}

/** What a check knows about a finding; `at` becomes `file` and `range`. */
export interface DiagnosticInput {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly at: Origin;
  readonly path?: string;
  readonly related?: readonly { readonly message: string; readonly at: Origin }[];
  readonly hint?: string | undefined;
  readonly fix?: Fix | undefined;
  readonly docsUrl?: string | undefined;
}

/** Makes a diagnostic, and with it the line and column of each place. */
export function diagnostic(input: DiagnosticInput): Diagnostic {
  return {
    code: input.code,
    severity: input.severity,
    message: input.message,
    file: input.at.file,
    range: input.at.range,
    path: input.path ?? '',
    related: (input.related ?? []).map(({ message, at }) => ({ message, file: at.file, range: at.range })),
    ...(input.hint === undefined ? {} : { hint: input.hint }),
    ...(input.fix === undefined ? {} : { fix: input.fix }),
    ...(input.docsUrl === undefined ? {} : { docsUrl: input.docsUrl }),
  };
}

/** Orders by file, start, code, message; what two runs must agree on. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

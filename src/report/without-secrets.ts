/** Source texts as reports show them: without the secrets that were found in them. */
import type { Diagnostic } from '../model/diagnostic.js';
import { SourceText } from '../model/origin.js';
import type { Span } from '../syntax/text/position.js';

type SourceOf = (file: string) => SourceText | undefined;

/** The rule whose findings stand where a secret does. */
const SECRET_RULE = 'hardcoded-secret';
/** A string of TypeScript. */
const QUOTED = /(["'`])(?:\\.|(?!\1)[^\\])*\1/gsu;
const COVER = '*';

/**
 * The same texts with a `*` for every character of a secret, so that all offsets, lines and columns stay: logs are read by more people than
 * policies. In TypeScript, where a finding stands at a whole call, that is every string of the call.
 */
export function withoutSecrets(sourceOf: SourceOf, diagnostics: readonly Diagnostic[]): SourceOf {
  const secrets = diagnostics.filter(({ code }) => code === SECRET_RULE);
  if (secrets.length === 0) return sourceOf;
  const covered = new Map<string, SourceText | undefined>();
  return (file) => {
    if (!covered.has(file)) covered.set(file, coveredSource(sourceOf(file), secrets.filter((found) => found.file === file)));
    return covered.get(file);
  };
}

function coveredSource(source: SourceText | undefined, secrets: readonly Diagnostic[]): SourceText | undefined {
  if (source === undefined || secrets.length === 0) return source;
  const cover = source.path.endsWith('.ts') ? (call: string): string => call.replace(QUOTED, (quoted, quote: string) => quote + covering(quoted.slice(1, -1)) + quote) : covering;
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end } of secrets.map(({ range }): Span => ({ start: range.start.offset, end: range.end.offset })).sort((a, b) => a.start - b.start)) {
    pieces.push(source.text.slice(done, start), cover(source.text.slice(Math.max(done, start), end)));
    done = Math.max(done, end);
  }
  return new SourceText(source.path, pieces.join('') + source.text.slice(done));
}

function covering(text: string): string {
  return text.replace(/[^\r\n]/g, COVER);
}

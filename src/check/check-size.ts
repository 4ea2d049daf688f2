/** Is the document within the service's limits? Source: reference/policy-documents.md, "Sizes and limits". */
import type { CheckContext } from './check-context.js';

const KIB = 1024;

interface SizeLimit {
  readonly bytes: number;
  /** For messages: what the limit holds for. */
  readonly of: string;
}

/** Looks at the text of documents read from XML; what an authored one comes to is known only once it is emitted. */
export function checkSize(context: CheckContext): void {
  const { syntax, origin } = context.document;
  const limit = limitFor(context);
  // No character takes more than three bytes per UTF-16 unit.
  if (syntax === undefined || limit === undefined || syntax.source.text.length * 3 <= limit.bytes) return;
  const bytes = new TextEncoder().encode(syntax.source.text).length;
  if (bytes <= limit.bytes) return;
  context.report({
    code: 'document-too-large',
    at: { file: origin.file, range: { start: origin.range.start, end: origin.range.start } },
    message: `the document has ${bytes} bytes, but ${limit.of} takes ${limit.bytes}`,
    hint: 'move parts into policy fragments',
  });
}

function limitFor({ document, options }: CheckContext): SizeLimit | undefined {
  switch (document.kind) {
    case 'fragment':
      return { bytes: 32 * KIB, of: 'a policy fragment' };
    case 'policies':
    case 'resolver':
      return options.gateways?.includes('consumption') === true
        ? { bytes: 16 * KIB, of: 'a policy document of the consumption tier' }
        : { bytes: 256 * KIB, of: 'a policy document' };
    case 'snippet':
      return undefined;
  }
}

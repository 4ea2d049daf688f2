/** Findings for tests of reports. */
import { diagnostic, type Diagnostic, type DiagnosticInput } from '../../src/model/diagnostic.js';
import { SourceText, textOrigin } from '../../src/model/origin.js';

/** A finding at the place that a text marks with `«` and `»`, and the text without the marks. */
export function markedFinding(marked: string, about: Partial<DiagnosticInput> = {}): { readonly source: SourceText; readonly finding: Diagnostic } {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const source = new SourceText('chat.xml', marked.replace('«', '').replace('»', ''));
  const at = textOrigin(source, { start, end });
  return { source, finding: diagnostic({ code: 'some-problem', severity: 'error', message: 'this is wrong', at, ...about }) };
}

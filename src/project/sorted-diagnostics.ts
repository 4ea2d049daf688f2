/** Findings in the order in which they are reported, each once. */
import { compareDiagnostics, type Diagnostic } from '../model/diagnostic.js';

/** A module that several policies import may fail in each of them for the same reason; that is one finding. */
export function sortedDiagnostics(diagnostics: Iterable<Diagnostic>): Diagnostic[] {
  const sorted = [...diagnostics].sort(compareDiagnostics);
  return sorted.filter((item, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareDiagnostics(before, item) !== 0;
  });
}

/** The ledger of findings on the real documents that were judged one by one, fixtures/corpus/triage.tsv. */

export const VERDICTS = ['right', 'wrong', 'doubtful'] as const;

/** `right`: the references bear it out; `wrong`: a false alarm; `doubtful`: they do not settle it, or what is true may be meant. */
export type Verdict = (typeof VERDICTS)[number];

export interface TriagedFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly verdict: Verdict;
  readonly reason: string;
}

export interface TriageLedger {
  /** How many documents were linted. */
  readonly documents: number;
  /** How many of them are files of their own; the ledger holds all errors of these. */
  readonly files: number;
  /** How many warnings there were in all documents, of which the ledger holds a sample. */
  readonly warnings: number;
  readonly findings: readonly TriagedFinding[];
}

const COLUMNS = ['file', 'line', 'column', 'severity', 'code', 'verdict', 'reason'].join('\t');

/** The first line of the ledger. */
export function triageExtent({ documents, files, warnings }: Pick<TriageLedger, 'documents' | 'files' | 'warnings'>): string {
  return `# documents: ${String(documents)}, files: ${String(files)}, warnings: ${String(warnings)}`;
}

/**
 * Reads the ledger: the extent, the names of the columns, one finding a line.
 * @throws Error naming the line that is not one of a ledger
 */
export function readTriageLedger(text: string): TriageLedger {
  const [extent = '', head, ...lines] = text.trimEnd().split('\n');
  const [, documents, files, warnings] = /^# documents: (\d+), files: (\d+), warnings: (\d+)$/u.exec(extent) ?? [];
  if (documents === undefined || files === undefined || warnings === undefined) throw new Error(`not the extent of a ledger: ${extent}`);
  if (head !== COLUMNS) throw new Error(`the columns of a ledger are ${COLUMNS}`);
  return { documents: Number(documents), files: Number(files), warnings: Number(warnings), findings: lines.map(readFinding) };
}

function readFinding(text: string): TriagedFinding {
  const [file = '', line, column, severity, code = '', named, reason = '', ...rest] = text.split('\t');
  const verdict = VERDICTS.find((known) => known === named);
  if (verdict === undefined || (severity !== 'error' && severity !== 'warning') || reason === '' || rest.length > 0) throw new Error(`not a line of a ledger: ${text}`);
  return { file, line: Number(line), column: Number(column), severity, code, verdict, reason };
}

/** How many findings of a severity have each verdict. */
export function countVerdicts({ findings }: TriageLedger, severity: TriagedFinding['severity']): Readonly<Record<Verdict | 'all', number>> {
  const some = findings.filter((finding) => finding.severity === severity);
  const count = (verdict: Verdict): number => some.filter((finding) => finding.verdict === verdict).length;
  return { all: some.length, right: count('right'), wrong: count('wrong'), doubtful: count('doubtful') };
}

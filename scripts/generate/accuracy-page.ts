/** The page that says how often findings are right. */
import { countVerdicts, type TriageLedger } from './triage-ledger.js';

/** docs/accuracy.md. */
export function accuracyPage(ledger: TriageLedger): string {
  const errors = countVerdicts(ledger, 'error');
  const warnings = countVerdicts(ledger, 'warning');
  const row = (name: string, found: number, { all, right, wrong, doubtful }: typeof errors): string => `| ${[name, found, all, right, doubtful, wrong].join(' | ')} |`;
  return [
    '<!-- Generated from fixtures/corpus/triage.tsv by `npm run generate`; do not edit. -->',
    '',
    '# How often findings are right',
    '',
    `\`lint\` was run, with all rules, on ${String(ledger.documents)} policy documents of public repositories, each by itself: ${String(ledger.files)} that are files of their own, and pieces of pages,`,
    `templates and programs. All errors in the files, and ${warnings.all === ledger.warnings ? 'all warnings in all documents' : `a seeded sample of ${String(warnings.all)} of the warnings in all documents`} were looked at in their sources, one by one.`,
    'Errors in the pieces are not counted: pages show what is left to fill in (`value="string"`), and what is wrong on purpose.',
    '',
    '| Findings | found | looked at | right | doubtful | wrong |',
    '|---|---|---|---|---|---|',
    row('errors in files', errors.all, errors),
    row('warnings', ledger.warnings, warnings),
    '',
    '*Right*: the references, or the language that expressions are written in, bear the finding out. *Doubtful*: the sources contradict one another or are silent, or',
    `what the finding says is true but may be meant. *Wrong*: a false alarm. Wrong and doubtful together are ${(100 * (warnings.wrong + warnings.doubtful) / warnings.all).toFixed(1)}% of the warnings.`,
    '',
    'A test holds the ledger to what `lint` reports, and wrong findings to less than 2% of the errors; of the warnings, wrong and doubtful ones together are less than 10%. No',
    'finding was tried on a running service; the verdicts are readings of the documents against the references. The rules were mended on these very documents, so on',
    'others more findings may be wrong.',
    '',
    ...doubtfulCodes(ledger),
  ].join('\n');
}

/** What is in doubt, by code and reason. */
function doubtfulCodes({ findings }: TriageLedger): string[] {
  const reasons = new Map<string, number>();
  for (const { verdict, code, reason } of findings) {
    if (verdict !== 'doubtful') continue;
    const key = `| \`${code}\` | ${reason} |`;
    reasons.set(key, (reasons.get(key) ?? 0) + 1);
  }
  if (reasons.size === 0) return [];
  return ['## In doubt', '', '| Code | Why | Findings |', '|---|---|---|', ...[...reasons].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => `${key} ${String(count)} |`), ''];
}

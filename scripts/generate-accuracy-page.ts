/** `npm run generate`: makes docs/accuracy.md. */
import { readFileSync } from 'node:fs';
import { ROOT } from './build/root.js';
import { accuracyPage } from './generate/accuracy-page.js';
import { bringFile } from './generate/bring-file.js';
import { readTriageLedger } from './generate/triage-ledger.js';

const LEDGER = 'fixtures/corpus/triage.tsv';

bringFile('docs/accuracy.md', accuracyPage(readTriageLedger(readFileSync(new URL(LEDGER, ROOT), 'utf8'))), `the findings of ${LEDGER}`);

/** `npm run generate`: makes the table of what is known of refused types and members from schemas/expressions/refusals.json. */
import { readFileSync } from 'node:fs';
import { ROOT } from './build/root.js';
import { bringFile } from './generate/bring-file.js';
import { refusalTable } from './generate/refusal-table.js';

const source = (name: string): string => readFileSync(new URL(`schemas/expressions/${name}`, ROOT), 'utf8');

bringFile('src/catalog/expressions/refusals.generated.ts', refusalTable(source('refusals.json'), source('allowed-types.json')), 'the files in schemas/expressions');

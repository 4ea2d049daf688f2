/** `npm run generate`: makes docs/fidelity.md. */
import { readFileSync } from 'node:fs';
import { ROOT } from './build/root.js';
import { bringFile } from './generate/bring-file.js';
import { fidelityPage } from './generate/fidelity-page.js';

bringFile('docs/fidelity.md', fidelityPage((name) => readFileSync(new URL(`fixtures/csharp/${name}`, ROOT), 'utf8')), 'the figures in fixtures/csharp');

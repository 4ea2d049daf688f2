/** `npm run generate`: makes docs/mistakes.md. */
import { bringFile } from './generate/bring-file.js';
import { mistakesPage } from './generate/mistakes-page.js';

bringFile('docs/mistakes.md', mistakesPage(), 'scripts/generate/mistakes.ts');

/** `npm run generate`: makes docs/checks.md. */
import { bringFile } from './generate/bring-file.js';
import { checkPage } from './generate/check-page.js';

bringFile('docs/checks.md', checkPage(), 'the codes of src/check/codes.ts');

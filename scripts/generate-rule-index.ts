/** `npm run generate`: makes docs/rules/README.md. */
import { bringFile } from './generate/bring-file.js';
import { ruleIndex } from './generate/rule-index.js';

bringFile('docs/rules/README.md', ruleIndex(), 'the rules of src/lint/rules.ts');

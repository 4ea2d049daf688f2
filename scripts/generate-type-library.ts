/** `npm run generate`: makes the types of expressions from schemas/expressions. The signatures there are written by test/oracle/reference-assemblies. */
import { ROOT } from './build/root.js';
import { bringFile } from './generate/bring-file.js';
import { readExpressionFiles } from './generate/type-library/expression-files.js';
import { typeTable } from './generate/type-library/type-table.js';

bringFile('src/catalog/expressions/type-table.generated.ts', typeTable(readExpressionFiles(new URL('schemas/expressions/', ROOT))), 'the files in schemas/expressions');

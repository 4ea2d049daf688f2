/**
 * Compiles schemas/config.schema.json into src/project/config-validator.generated.ts, so that no schema is compiled at run
 * time. `patternErrorMessage` is a keyword of editors, which ours says too.
 */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { ROOT } from './build/root.js';
import { bringFile } from './generate/bring-file.js';

const SCHEMA = 'schemas/config.schema.json';
const TARGET = 'src/project/config-validator.generated.ts';

/** The validator's module; deterministic for one schema. */
function generate(schemaText: string): string {
  const ajv = new Ajv({ allErrors: true, verbose: true, messages: false, keywords: ['patternErrorMessage'], code: { source: true, esm: true, lines: true } });
  const code = standalone.default(ajv, ajv.compile(JSON.parse(schemaText)));
  if (code.includes('require(')) throw new Error('the schema uses a keyword whose check needs ajv at run time');
  return [
    '// Generated from schemas/config.schema.json by scripts/generate-config-validator.ts: node --import tsx scripts/generate-config-validator.ts',
    '// @ts-nocheck: the code is generated; its type is the one declared here.',
    "import type { SchemaError } from './schema-error.js';",
    '',
    '/** What is wrong with a configuration; empty when nothing is. */',
    'export function configErrors(value: unknown): readonly SchemaError[] {',
    '  return validate(value) ? [] : validate.errors;',
    '}',
    '',
    code.replace('"use strict";', '').replace(/^export const .*\n/mu, '').replace(/^export default (\w+);\n/mu, 'const validate = $1;\n').trimStart(),
  ].join('\n');
}

bringFile(TARGET, generate(readFileSync(new URL(SCHEMA, ROOT), 'utf8')), `the keywords of ${SCHEMA}`);

/**
 * Compiles schemas/config.schema.json into src/project/config-validator.generated.ts, so that no schema is compiled at run
 * time. `--check` writes nothing and fails when the file is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';

const SCHEMA = fileURLToPath(new URL('../schemas/config.schema.json', import.meta.url));
const TARGET = fileURLToPath(new URL('../src/project/config-validator.generated.ts', import.meta.url));

/** The validator's module; deterministic for one schema. */
function generate(schemaText: string): string {
  const ajv = new Ajv({ allErrors: true, verbose: true, code: { source: true, esm: true, lines: true } });
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

const generated = generate(readFileSync(SCHEMA, 'utf8'));
if (!process.argv.includes('--check')) {
  writeFileSync(TARGET, generated);
} else if (readFileSync(TARGET, 'utf8') !== generated) {
  console.error('src/project/config-validator.generated.ts is out of date: run scripts/generate-config-validator.ts');
  process.exitCode = 1;
}

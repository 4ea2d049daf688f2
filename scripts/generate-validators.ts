/**
 * Compiles the JSON Schemas that files are held against at run time into modules, so that no schema is compiled then. `patternErrorMessage` is a
 * keyword of editors, which ours says too.
 */
import { readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path/posix';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { ROOT } from './build/root.js';
import { bringFile } from './generate/bring-file.js';

interface Validator {
  readonly schema: string;
  readonly target: string;
  /** What it exports: `(value: unknown) => readonly SchemaError[]`. */
  readonly name: string;
  readonly about: string;
}

const ERROR_TYPE = 'src/project/schema-error.js';

const VALIDATORS: readonly Validator[] = [
  { schema: 'schemas/config.schema.json', target: 'src/project/config-validator.generated.ts', name: 'configErrors', about: 'What is wrong with a configuration; empty when nothing is.' },
  { schema: 'schemas/plan.schema.json', target: 'src/publish/plan/plan-validator.generated.ts', name: 'planErrors', about: 'What is wrong with a saved plan; empty when nothing is.' },
];

/** The validator's module; deterministic for one schema. */
function generate({ schema, target, name, about }: Validator): string {
  const ajv = new Ajv({ allErrors: true, verbose: true, messages: false, keywords: ['patternErrorMessage'], code: { source: true, esm: true, lines: true } });
  const code = standalone.default(ajv, ajv.compile(JSON.parse(readFileSync(new URL(schema, ROOT), 'utf8'))));
  if (code.includes('require(')) throw new Error(`${schema} uses a keyword whose check needs ajv at run time`);
  const path = relative(dirname(target), ERROR_TYPE);
  return [
    `// Generated from ${schema} by scripts/generate-validators.ts: node --import tsx scripts/generate-validators.ts`,
    '// @ts-nocheck: the code is generated; its type is the one declared here.',
    `import type { SchemaError } from '${path.startsWith('.') ? path : `./${path}`}';`,
    '',
    `/** ${about} */`,
    `export function ${name}(value: unknown): readonly SchemaError[] {`,
    '  return validate(value) ? [] : validate.errors;',
    '}',
    '',
    code.replace('"use strict";', '').replace(/^export const .*\n/mu, '').replace(/^export default (\w+);\n/mu, 'const validate = $1;\n').trimStart(),
  ].join('\n');
}

for (const validator of VALIDATORS) bringFile(validator.target, generate(validator), `the keywords of ${validator.schema}`);

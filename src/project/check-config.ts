/** Says in words what the compiled schema found wrong with a configuration. */
import { closestName } from '../syntax/text/closest-name.js';
import { configErrors } from './config-validator.generated.js';
import type { Config } from './define-config.js';
import type { SchemaError } from './schema-error.js';

export interface ConfigMistake {
  /** Keys and indexes from the outermost inwards; for an unknown key, the key itself is the last. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export type CheckedConfig = { readonly config: Config } | { readonly mistakes: readonly ConfigMistake[] };

export function checkConfig(value: unknown): CheckedConfig {
  const errors = configErrors(value);
  return errors.length === 0 && isConfig(value) ? { config: value } : { mistakes: innermost(errors.flatMap((error) => mistake(error) ?? [])) };
}

/** Where a value may have one of several forms, each form complains: the complaint about a part of the value knows which form was meant, else the first one stands. */
function innermost(mistakes: readonly ConfigMistake[]): readonly ConfigMistake[] {
  const isInside = (inner: ConfigMistake, outer: ConfigMistake): boolean =>
    inner.path.length > outer.path.length && outer.path.every((step, index) => step === inner.path[index]);
  const isFirst = (mistake: ConfigMistake): boolean => mistakes.find(({ path }) => path.join('/') === mistake.path.join('/')) === mistake;
  return mistakes.filter((outer) => isFirst(outer) && !mistakes.some((inner) => isInside(inner, outer)));
}

/** Only asked after the schema has agreed. */
function isConfig(value: unknown): value is Config {
  return typeof value === 'object' && value !== null;
}

/** undefined for errors that only sum others up. */
function mistake(error: SchemaError): ConfigMistake | undefined {
  const path = pathOf(error.instancePath);
  const describe = MESSAGES[error.keyword];
  return describe?.(error, path);
}

type Describe = (error: SchemaError, path: readonly (string | number)[]) => ConfigMistake | undefined;

const MESSAGES: Readonly<Record<string, Describe>> = {
  additionalProperties: ({ params, parentSchema }, path) => {
    const key = String(params['additionalProperty']);
    const known = Object.keys(parentSchema?.properties ?? {}).filter((name) => name !== '$schema');
    const near = closestName(key, known);
    return { path: [...path, key], message: `unknown key '${key}'; ${near === undefined ? `known keys are ${known.join(', ')}` : `did you mean '${near}'?`}` };
  },
  enum: ({ params, data }, path) => ({ path, message: `${nameOf(path)} is ${shown(data)}; it must be ${alternatives(params['allowedValues'])}` }),
  type: ({ params, data }, path) => ({ path, message: `${nameOf(path)} is ${shown(data)}; it must be ${TYPES[String(params['type'])] ?? String(params['type'])}` }),
  required: ({ params }, path) => ({ path, message: `${nameOf(path)} has no ${String(params['missingProperty'])}` }),
  pattern: ({ propertyName, data }, path) =>
    ({ path: [...path, propertyName ?? String(data)], message: `'${propertyName ?? String(data)}' is no rule id: ids are words in lower case joined by '-'` }),
};

const TYPES: Readonly<Record<string, string>> = { string: 'a string', array: 'a list', object: 'an object', boolean: 'true or false' };

function nameOf(path: readonly (string | number)[]): string {
  return path.length === 0 ? 'the configuration' : path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return 'a list';
  if (value === undefined) return 'missing';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

function alternatives(values: unknown): string {
  const names = Array.isArray(values) ? values.map(shown) : [];
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}

function pathOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/u.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
}

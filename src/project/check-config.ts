/** Says in words what the compiled schema found wrong with a configuration. */
import { closestName } from '../syntax/text/closest-name.js';
import { checkEnvironments } from './check-environments.js';
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
  if (errors.length > 0 || !isConfig(value)) return { mistakes: innermost(errors.flatMap((error) => mistake(error, errors) ?? [])) };
  const mistakes = checkEnvironments(value);
  return mistakes.length === 0 ? { config: value } : { mistakes };
}

/** Where a value may have one of several forms, each form complains: the complaint about a part of the value knows which form was meant, else the first one stands. */
function innermost(mistakes: readonly FoundMistake[]): readonly ConfigMistake[] {
  const isInside = (inner: ConfigMistake, outer: ConfigMistake): boolean =>
    inner.path.length > outer.path.length && outer.path.every((step, index) => step === inner.path[index]);
  const isFirst = (mistake: ConfigMistake): boolean => mistakes.find(({ path, isOfName }) => isOfName !== true && path.join('/') === mistake.path.join('/')) === mistake;
  return mistakes.filter((outer) => outer.isOfName === true || (isFirst(outer) && !mistakes.some((inner) => isInside(inner, outer))));
}

/** Only asked after the schema has agreed. */
function isConfig(value: unknown): value is Config {
  return typeof value === 'object' && value !== null;
}

interface FoundMistake extends ConfigMistake {
  /** About the name of a key, whatever its value holds. */
  readonly isOfName?: boolean;
}

/** undefined for errors that only sum others up. */
function mistake(error: SchemaError, errors: readonly SchemaError[]): FoundMistake | undefined {
  const path = pathOf(error.instancePath);
  const describe = MESSAGES[error.keyword];
  return describe?.(error, path, errors);
}

type Describe = (error: SchemaError, path: readonly (string | number)[], errors: readonly SchemaError[]) => FoundMistake | undefined;

const MESSAGES: Readonly<Record<string, Describe>> = {
  additionalProperties: ({ params, parentSchema }, path) => {
    const key = String(params['additionalProperty']);
    const known = Object.keys(parentSchema?.properties ?? {}).filter((name) => name !== '$schema');
    const near = closestName(key, known);
    return { path: [...path, key], message: `unknown key '${key}'; ${near === undefined ? `known keys are ${known.join(', ')}` : `did you mean '${near}'?`}` };
  },
  enum: ({ params, data }, path) => ({ path, message: `${nameOf(path)} is ${shown(data)}; it must be ${alternatives(params['allowedValues'])}` }),
  type: ({ params, data }, path) => ({ path, message: `${nameOf(path)} is ${shown(data)}; it must be ${TYPES[String(params['type'])] ?? String(params['type'])}` }),
  required: ({ instancePath }, path, errors) => {
    const missing = errors.filter((error) => error.keyword === 'required' && error.instancePath === instancePath).map(({ params }) => String(params['missingProperty']));
    return { path, message: `${nameOf(path)} has no ${listed(missing, 'and')}` };
  },
  pattern: ({ propertyName, data, parentSchema }, path) => {
    const problem = parentSchema?.patternErrorMessage ?? 'is not what can stand here';
    if (propertyName === undefined) return { path, message: `${nameOf(path)}: ${shown(data)} ${problem}` };
    return { path: [...path, propertyName], message: `${shown(propertyName)} ${problem}`, isOfName: true };
  },
  minimum: outOfBounds,
  maximum: outOfBounds,
  minItems: ({ params }, path) => ({ path, message: `${nameOf(path)} has too few items; it takes at least ${String(params['limit'])}` }),
  maxItems: ({ params }, path) => ({ path, message: `${nameOf(path)} has too many items; it takes at most ${String(params['limit'])}` }),
};

function outOfBounds({ keyword, params, data }: SchemaError, path: readonly (string | number)[]): ConfigMistake {
  return { path, message: `${nameOf(path)} is ${shown(data)}; it must be at ${keyword === 'minimum' ? 'least' : 'most'} ${String(params['limit'])}` };
}

const TYPES: Readonly<Record<string, string>> = { string: 'a string', array: 'a list', object: 'an object', boolean: 'true or false', integer: 'a whole number' };

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
  return listed(Array.isArray(values) ? values.map(shown) : [], 'or');
}

function listed(names: readonly string[], word: 'and' | 'or'): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1) ?? ''}`;
}

function pathOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/u.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
}

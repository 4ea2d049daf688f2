/** Which variables a policy sets, to what. Sources: schemas/elements; reference/expressions.md §3; reference/expressions.json, "context". */
import type { PolicyAttribute, PolicyElement } from '../../model/document.js';
import { namedValueReferences } from '../../model/named-value-reference.js';
import type { PolicyValue } from '../../model/value.js';
import type { Place } from '../../model/walk.js';

export interface VariableWrite {
  readonly name: string;
  readonly place: Place;
  /** The attribute that names it. */
  readonly attribute: PolicyAttribute;
  /** Of set-variable. */
  readonly value: PolicyValue | undefined;
  /** As `typeText` names it; undefined: not known. Computed when it is asked for. */
  readonly type: () => string | undefined;
  /** A failure that the policy ignores sets null. */
  readonly mayBeNull: boolean;
  /** The policy sets it only in some cases: a cache has an answer, a limit is exceeded. */
  readonly mayBeLeftOut: boolean;
}

interface Writer {
  readonly attribute: string;
  readonly type?: string;
  readonly mayBeLeftOut?: (element: PolicyElement) => boolean;
}

/** By element; attributes that are left out here and end in `-variable-name` set something of an unknown type in some cases. */
const WRITERS: Readonly<Record<string, Writer>> = {
  'send-request': { attribute: 'response-variable-name', type: 'IResponse' },
  'invoke-dapr-binding': { attribute: 'response-variable-name', type: 'IResponse' },
  'publish-to-dapr': { attribute: 'response-variable-name', type: 'IResponse' },
  'authentication-managed-identity': { attribute: 'output-token-variable-name', type: 'string' },
  'get-authorization-context': { attribute: 'context-variable-name', type: 'Authorization' },
  'validate-jwt': { attribute: 'output-token-variable-name', type: 'Jwt' },
  'validate-azure-ad-token': { attribute: 'output-token-variable-name', type: 'Jwt' },
  'cache-value': { attribute: 'variable-name' },
  'cache-lookup-value': { attribute: 'variable-name', mayBeLeftOut: (element) => !element.attributes.some(({ name }) => name === 'default-value') },
  'rate-limit': { attribute: 'remaining-calls-variable-name' },
  'rate-limit-by-key': { attribute: 'remaining-calls-variable-name' },
  'llm-token-limit': { attribute: 'remaining-tokens-variable-name' },
  'azure-openai-token-limit': { attribute: 'remaining-tokens-variable-name' },
};

/** Attributes that end so and name a variable to read. */
const READERS: ReadonlySet<string> = new Set(['return-response']);

/**
 * @param typeOf the type of a set-variable's value
 */
export function variableWrites(place: Place, typeOf: (value: PolicyValue) => string | undefined): VariableWrite[] {
  const { element } = place;
  const named = (attribute: PolicyAttribute, about: Omit<VariableWrite, 'name' | 'place' | 'attribute'>): VariableWrite[] =>
    attribute.value.kind === 'literal' ? [{ name: attribute.value.text.trim(), place, attribute, ...about }] : [];
  if (element.name === 'set-variable') {
    const value = element.attributes.find(({ name }) => name === 'value')?.value;
    const type = (): string | undefined => value && typeOf(value);
    return element.attributes.filter(({ name }) => name === 'name').flatMap((attribute) => named(attribute, { value, type, mayBeNull: false, mayBeLeftOut: false }));
  }
  if (READERS.has(element.name)) return [];
  const writer = WRITERS[element.name];
  return element.attributes.flatMap((attribute) => {
    if (attribute.name === writer?.attribute) return named(attribute, { value: undefined, type: () => writer.type, mayBeNull: ignoresErrors(element), mayBeLeftOut: writer.mayBeLeftOut?.(element) ?? false });
    return attribute.name.endsWith('-variable-name') ? named(attribute, { value: undefined, type: () => undefined, mayBeNull: false, mayBeLeftOut: true }) : [];
  });
}

/** Source: reference/runtime.md §16: "ignore-error true: failure gives null variable". */
function ignoresErrors({ attributes }: PolicyElement): boolean {
  return attributes.some(({ name, value }) => name === 'ignore-error' && value.kind === 'literal' && value.text.trim().toLowerCase() === 'true');
}

/** Whether the name is filled in later: then the policy may set any variable. */
export function hasUnknownName({ attribute }: Pick<VariableWrite, 'attribute'>): boolean {
  return namedValueReferences(attribute.value.text).length > 0;
}

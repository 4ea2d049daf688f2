/** The headers and query parameters that values are made of, directly or through variables. */
import { parsedExpression } from '../model/parsed-expression.js';
import type { PolicyValue } from '../model/value.js';
import type { Assumption } from './assumed-value.js';
import { NO_LOCALS } from './locals.js';
import { type RequestText, requestText } from './request-text.js';
import { type Step, variableSet } from './steps-before.js';
import { descendants } from './syntax-search.js';

/** A header or query parameter. */
export interface Source {
  readonly kind: Exclude<Assumption['kind'], 'variable'>;
  readonly name: string;
}

/** By value: a variable's is asked for by every policy behind it. */
const known = new WeakMap<PolicyValue, readonly RequestText[]>();

/** All that the value reads from the request, in no order. */
export function readsIn(value: PolicyValue): readonly RequestText[] {
  if (value.kind !== 'expression') return [];
  const earlier = known.get(value);
  if (earlier !== undefined) return earlier;
  const reads: RequestText[] = [];
  for (const node of descendants(parsedExpression(value).code)) {
    if (node.kind !== 'InvocationExpression' && node.kind !== 'ElementAccessExpression') continue;
    const read = requestText(node, NO_LOCALS);
    if (read !== undefined) reads.push(read);
  }
  known.set(value, reads);
  return reads;
}

/** The sources of a value, through the variables that steps before it set. */
export function sourcesOfValue(value: PolicyValue, steps: readonly Step[]): Source[] {
  return sourcesOfReads(readsIn(value), steps);
}

/** The sources of a variable. */
export function sourcesOfVariable(name: string, steps: readonly Step[]): Source[] {
  return sourcesOfReads([{ kind: 'variable', name }], steps);
}

/** @returns each once; one header is the same however it is written */
function sourcesOfReads(reads: readonly Pick<RequestText, 'kind' | 'name'>[], steps: readonly Step[]): Source[] {
  const sources = new Map<string, Source>();
  const seen = new Set<string>();
  const pending = [...reads];
  for (let read = pending.pop(); read !== undefined; read = pending.pop()) {
    const { kind, name } = read;
    if (kind !== 'variable') sources.set(sourceKey({ kind, name }), { kind, name });
    if (kind !== 'variable' || seen.has(name)) continue;
    seen.add(name);
    for (const { element } of steps) {
      const set = variableSet(element);
      if (set?.name === name && set.value !== undefined) pending.push(...readsIn(set.value));
    }
  }
  return [...sources.values()];
}

/** Header names ignore case, query parameters do not. Source: reference/expressions.md §3. */
export function sourceKey({ kind, name }: Source): string {
  return kind === 'header' ? `header ${name.toLowerCase()}` : `query ${name}`;
}

/** What is known of a value, in short sentences for doc comments and pages. */
import type { ValueSpec } from '../../src/catalog/element-spec.js';

export function valueFacts(value: ValueSpec, fallback: string | undefined): string[] {
  return [unit(value), range(value), value.undocumentedValues === undefined ? '' : `Not documented: ${value.undocumentedValues.join(', ')}.`, value.pattern === undefined ? '' : `Must be ${value.pattern.meaning}.`, fallback === undefined ? '' : `Default: ${fallback === '' ? 'empty' : fallback}.`, expressionFact(value)].filter((text) => text !== '');
}

function unit(value: ValueSpec): string {
  return value.type === 'duration-seconds' ? 'In seconds.' : '';
}

export function range({ min, max }: ValueSpec): string {
  if (min !== undefined && max !== undefined) return `From ${min} to ${max}.`;
  if (min !== undefined) return `At least ${min}.`;
  return max === undefined ? '' : `At most ${max}.`;
}

export function expressionFact(value: ValueSpec): string {
  if (value.expression === null) return '';
  const sure = value.expressionCertainty === 'documented' || value.expressionCertainty === 'observed';
  if (value.expression) return 'May be a policy expression.';
  return sure ? 'No policy expression.' : 'Most likely no policy expression.';
}

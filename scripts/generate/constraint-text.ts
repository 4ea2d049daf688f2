/** Says a constraint in one sentence, for the pages. */
import type { Condition } from '../../src/catalog/element-spec.js';
import type { ConstraintFile } from './element-file.js';

export function constraintText(rule: ConstraintFile): string {
  const basis = rule.basis === undefined ? '' : ` (${rule.basis})`;
  const lintRule = rule.lintRule === undefined ? '' : `, of the rule [${rule.lintRule}](../rules/${rule.lintRule}.md)`;
  const degree = rule.severity === 'warning' ? ` — a warning${lintRule}` : lintRule === '' ? '' : ` — an error${lintRule}`;
  return `${sentenceOf(rule)}${basis}${degree}.`;
}

function sentenceOf(rule: ConstraintFile): string {
  switch (rule.kind) {
    case 'one-of':
      return `${rule.exactly ? 'Exactly' : 'At least'} one of ${list(rule.groups.map((group) => group.map(code).join(' with ')), 'or')} is there${suffix('unless', rule.unless)}`;
    case 'requires':
      return `${code(rule.if)} needs ${list(rule.then.map(code), 'and')}`;
    case 'exclusive':
      return `At most one of ${list(rule.names.map(code), 'and')} is there`;
    case 'conditional-required':
      return `${list(rule.names.map(code), 'and')} must be there${suffix('when', rule.when)}${suffix('unless', rule.unless)}`;
    case 'only-with':
      return `${list(rule.names.map(code), 'and')} ${rule.names.length === 1 ? 'is' : 'are'} of use only when ${condition(rule.when)}`;
    case 'value-in':
      return `${code(rule.name)} is ${list(rule.values.map(code), 'or')}${suffix('when', rule.when)}`;
    case 'range':
      return `${code(rule.name)} is ${bounds(rule.min, rule.max)}${rule.except === undefined ? '' : `, or ${rule.except.join(', ')}`}`;
    case 'pattern':
      return `${code(rule.name)} has the form ${rule.meaning}${suffix('unless', rule.unless)}`;
    case 'less-than':
      return `${code(rule.smaller)} is less than ${code(rule.larger)}`;
    case 'whole-value-expression':
      return `An expression in ${list(rule.names.map(code), 'or')} is the whole value`;
    case 'no-expression':
      return `${code(rule.name)} takes no expression here`;
    case 'order':
      return `Order: ${rule.names.map(code).join(', ')}`;
    case 'child-count':
      return `${code(rule.name)}: ${times(rule.min, rule.max)}${rule.where === undefined ? '' : `, not counting those whose ${code(rule.where.attribute)} is one of ${rule.where.notIn.join(', ')}`}`;
    case 'sole-value':
      return `A ${code(rule.name)} that is ${code(rule.value)} is the only one`;
    case 'not-contains':
      return `${list(rule.names.map(code), 'and')} may not stand inside`;
    case 'parent':
      return `Stands only in ${list(rule.names.map(code), 'or')}`;
    case 'not-in-fragment':
      return 'May not stand in a fragment';
    case 'paired-policy':
      return `Needs ${code(rule.name)} in ${rule.section ?? 'the document'}`;
    case 'recommended-child':
      return `${code(rule.name)} with ${code(rule.value)} is recommended when ${condition(rule.if)}`;
  }
}

/** How often something may be there, in words. */
export function times(min: number, max: number | null): string {
  if (max === null) return min === 0 ? 'any number' : `at least ${min}`;
  if (min === max) return `exactly ${min}`;
  return min === 0 ? `at most ${max}` : `${min} to ${max}`;
}

function bounds(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return `from ${min} to ${max}`;
  return min === undefined ? `at most ${max}` : `at least ${min}`;
}

function suffix(word: string, test: Condition | undefined): string {
  return test === undefined ? '' : ` ${word} ${condition(test)}`;
}

function condition(test: Condition): string {
  if ('equals' in test) return `${code(test.attribute)} is ${code(test.equals)}`;
  if ('in' in test) return `${code(test.attribute)} is one of ${test.in.join(', ')}`;
  return 'present' in test ? `${code(test.attribute)} is there` : `${code(test.attribute)} is an expression`;
}

function list(items: readonly string[], word: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1) ?? ''}`;
}

function code(name: string): string {
  return name === '#text' ? 'the text' : `\`${name}\``;
}

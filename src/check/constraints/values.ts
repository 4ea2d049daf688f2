/** Constraints on values that one attribute's type cannot say. */
import type { PolicyElement } from '../../model/document.js';
import { attributeOf, childrenNamed, conditionText, holds, knownLiteral, knownNumber, textValues } from '../element-content.js';
import { listed, shortened } from '../shown-text.js';
import type { ConstraintChecks, Violation } from './constraint.js';

export const VALUES: ConstraintChecks<'value-in' | 'pattern' | 'less-than' | 'no-expression' | 'sole-value' | 'recommended-child'> = {
  'value-in': ({ name, values, when }, { place: { element } }) => {
    const text = knownLiteral(element, name);
    if (text === undefined || values.includes(text) || (when !== undefined && holds(element, when) !== true)) return undefined;
    return invalid(element, name, `is "${shortened(text)}", but must be ${listed(values, 'or')}${when === undefined ? '' : ` when ${conditionText(when)}`}`);
  },

  pattern: ({ name, pattern, meaning, unless }, { place: { element } }) => {
    const text = knownLiteral(element, name);
    if (text === undefined || new RegExp(pattern, 'u').test(text) || (unless !== undefined && holds(element, unless) !== false)) return undefined;
    return invalid(element, name, `is "${shortened(text)}", but has the form ${meaning}${unless === undefined ? '' : ` unless ${conditionText(unless)}`}`);
  },

  'less-than': ({ smaller, larger }, { place: { element } }) => {
    const low = knownNumber(element, smaller);
    const high = knownNumber(element, larger);
    return low === undefined || high === undefined || low < high ? undefined : invalid(element, smaller, `is ${low}, but must be less than ${larger}, which is ${high}`);
  },

  'no-expression': ({ name }, { place: { element } }) => {
    const child = childrenNamed(element, name).find((candidate) => textValues(candidate).some(({ kind }) => kind === 'expression'));
    const value = child === undefined ? attributeOf(element, name)?.value : textValues(child).find(({ kind }) => kind === 'expression');
    if (value?.kind !== 'expression') return undefined;
    return {
      code: 'expression-not-allowed',
      message: `${name} of ${element.name} is a policy expression, but takes none here`,
      hint: 'write a literal or a named value, {{name}}',
      at: value.originOf({ start: 0, end: value.text.length }),
      step: child === undefined ? `/@${name}` : `/${name}[1]`,
    };
  },

  'sole-value': ({ name, value }, { place: { element } }) => {
    const children = childrenNamed(element, name);
    const sole = children.length < 2 ? undefined : children.find((child) => textOf(child) === value);
    if (sole === undefined) return undefined;
    const message = `the ${name} "${value}" of ${element.name} makes the others useless`;
    return { code: 'ineffective-attribute', message, hint: `keep "${value}" alone, or remove it`, at: sole.origin };
  },

  'recommended-child': ({ name, value, if: condition }, { place: { element } }) => {
    if (holds(element, condition) !== true || childrenNamed(element, name).some((child) => textOf(child).toLowerCase() === value.toLowerCase())) return undefined;
    const message = `${element.name} has no ${name} with "${value}", which is recommended when ${conditionText(condition)}`;
    return { code: 'recommended-child', message, hint: `add <${name}>${value}</${name}>` };
  },
};

function textOf(element: PolicyElement): string {
  return textValues(element).map(({ text }) => text).join('').trim();
}

function invalid(element: PolicyElement, name: string, what: string): Violation {
  const value = attributeOf(element, name)?.value;
  return {
    code: 'invalid-value',
    message: `${name} of ${element.name} ${what}`,
    step: `/@${name}`,
    ...(value === undefined ? {} : { at: value.originOf({ start: 0, end: value.text.length }) }),
  };
}

/** Whether a named value has a value, and not what stands in the place of one. */
import { diagnostic, type Diagnostic } from '../../model/diagnostic.js';
import { deployPlaceholders } from '../../model/deploy-placeholder.js';
import type { Origin } from '../../model/origin.js';
import type { NamedValueBody } from '../resource-body.js';

/** What Azure Pipelines hands over in the place of a variable that there is not. */
const MACRO = /^\$\([\w.-]+\)$/u;

/**
 * A blank value is refused by the service ("It may not be empty or consist only of whitespace", NamedValueCreateContract). A placeholder it would take,
 * and with it lose the secret that it has: the messages do not quote it, for it might be a secret all the same.
 * @param title `the named value key`
 */
export function checkValue(title: string, { secretValue, value }: NamedValueBody, origin: Origin): Diagnostic[] {
  const text = secretValue?.reveal() ?? value;
  if (text === undefined) return [];
  if (text.trim() === '') {
    return [diagnostic({ code: 'blank-value', severity: 'error', message: `${title} is to have a value of nothing but blanks, which API Management refuses`, at: origin, hint: secretValue === undefined ? 'give it a value' : 'set its environment variable to the secret' })];
  }
  if (!(secretValue === undefined ? MACRO.test(text.trim()) : isPlaceholder(text.trim()))) return [];
  return [diagnostic({
    code: 'unfilled-placeholder',
    severity: 'error',
    message: `${title} is to have a placeholder as its value, such as $(NAME) or \${NAME}, which a deployment tool should have filled in: pushed as it is, the service would keep the placeholder`,
    at: origin,
    hint: secretValue === undefined ? "say in 'environments' what it is where" : 'define the secret that its environment variable comes from: Azure Pipelines hands over $(NAME) as it stands when there is no such variable',
  })];
}

/** All of it: a secret may hold anything. */
function isPlaceholder(text: string): boolean {
  const [first] = deployPlaceholders(text);
  return MACRO.test(text) || (first?.span.start === 0 && first.span.end === text.length);
}

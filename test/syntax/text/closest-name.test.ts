import { expect, it } from 'vitest';
import { closestName } from '../../../src/syntax/text/closest-name.js';

const NAMES = ['set-header', 'set-body', 'retry', 'rate-limit', 'rate-limit-by-key'];

it.each([
  ['a letter too few', 'set-heder', 'set-header'],
  ['a letter too many', 'rettry', 'retry'],
  ['two letters swapped', 'rerty', 'retry'],
  ['another case', 'Set-Header', 'set-header'],
  ['the nearer of two', 'rate-limt', 'rate-limit'],
  ['nothing near', 'forward-request', undefined],
  ['a short name that is half wrong', 'rexxx', undefined],
])('%s: %s', (_, name, expected) => {
  expect(closestName(name, NAMES)).toBe(expected);
});

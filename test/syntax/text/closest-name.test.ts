import { expect, it } from 'vitest';
import { closestName, isOneSlip } from '../../../src/syntax/text/closest-name.js';

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

it.each([
  ['one letter off', 'set-heder', 'set-header', NAMES, true],
  ['another case', 'Retry', 'retry', NAMES, true],
  ['two letters off', 'set-hedr', 'set-header', NAMES, false],
  ['another name is near too', 'calls', 'call', ['call', 'calls-per'], true],
  ['another name is as near', 'keys', 'key', ['key', 'kens'], false],
  ['too short to tell', 'ky', 'key', ['key'], false],
])('one slip: %s', (_, name, meant, candidates, expected) => {
  expect(isOneSlip(name, meant, candidates)).toBe(expected);
});

/** Types as the compiler's messages print them. */
import { expect, test } from 'vitest';
import { displayType } from '../../../../src/check/expressions/types/display.js';
import { lookupMembers } from '../../../../src/check/expressions/types/lookup-members.js';
import { type } from './type-of-text.js';

test.each([
  ['string', 'string'], ['int?', 'int?'], ['Guid', 'System.Guid'], ['List<int?>', 'System.Collections.Generic.List<int?>'], ['string[][,]', 'string[][,]'],
  ['Dictionary<string, JToken>', 'System.Collections.Generic.Dictionary<string, Newtonsoft.Json.Linq.JToken>'], ['object', 'object'], ['void', 'void'],
])('%s', (written, displayed) => expect(displayType(type(written))).toBe(displayed));

test('a type in a generic type has its arguments where they belong', () => {
  const [keys] = lookupMembers(type('Dictionary<string, int>'), 'Keys');
  expect(keys?.kind === 'property' && displayType(keys.type)).toBe('System.Collections.Generic.Dictionary<string, int>.KeyCollection');
});

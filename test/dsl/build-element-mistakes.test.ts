import { describe, expect, test } from 'vitest';
import * as builders from '../../src/dsl/policies.generated.js';
import { UsageError } from '../../src/model/usage-error.js';

/** Calls a builder as someone does who writes JavaScript: nothing is type checked. */
function call(builder: keyof typeof builders, ...args: unknown[]): string {
  try {
    const result: unknown = Reflect.apply(builders[builder], undefined, args);
    return `built ${JSON.stringify(result)}`;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

describe('mistakes that the compiler would have found', () => {
  test.each<[string, keyof typeof builders, unknown[], string]>([
    ['a misspelt property', 'llmTokenLimit', [{ tokenPerMinute: 1 }], 'llmTokenLimit has no property tokenPerMinute; did you mean tokensPerMinute'],
    ['the attribute as XML spells it', 'setBackendService', [{ 'backend-id': 'a' }], 'setBackendService has no property backend-id; did you mean backendId'],
    ['a property of nothing', 'setStatus', [{ colour: 1 }], 'setStatus has no property colour; it has code, reason, id'],
    ['a misspelt property of a child', 'llmEmitTokenMetric', [{ dimensions: [{ nam: 'a' }] }], 'llmEmitTokenMetric.dimensions has no property nam; did you mean name'],
    ['an object for a value', 'setVariable', [{ name: 'a', value: {} }], 'setVariable.value takes text, a number, true or false, or an expression, not an object'],
    ['not a number', 'retry', [{ condition: true, count: Number.NaN, interval: 1 }, []], 'retry.count takes text, a number, true or false, or an expression, not the number NaN'],
    ['text for properties', 'retry', ['often', []], 'retry takes an object with properties (condition, count, interval, maxInterval, delta, firstFastRetry, id), not the text "often"'],
    ['a list for one value', 'sendRequest', [{ setUrl: ['a'] }], 'sendRequest.setUrl takes one value, not a list'],
    ['no list of policies', 'retry', [{}, builders.forwardRequest()], 'retry takes a list of policies in [ ], not an object'],
    ['a builder that was not called', 'retry', [{}, [builders.forwardRequest]], 'item 1 of retry is a function that was not called, not a policy'],
    ['undefined among policies', 'retry', [{}, [undefined]], 'item 1 of retry is undefined, not a policy'],
    ['a policy for a branch', 'choose', [[builders.setBody('x')]], 'choose takes branches made by when(…), not an object'],
    ['an object for XML', 'xslTransform', [{ xslStylesheet: {} }], 'xslTransform.xslStylesheet takes the XML of xsl:stylesheet as text, not an object'],
    ['null', 'setHeader', [null], 'setHeader takes an object with properties, not null'],
  ])('%s', (_, builder, args, message) => {
    expect(call(builder, ...args)).toBe(message);
  });

  test('names of Object.prototype are no properties', () => {
    expect(call('setStatus', { constructor: 1 })).toContain('setStatus has no property constructor');
  });

  test('a policy list that is left out is empty', () => {
    expect(call('retry', { count: 1 })).toMatch(/^built .*"children":\[\]/u);
  });
});

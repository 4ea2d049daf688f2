import { describe, expect, it } from 'vitest';
import { readsResponseAtOnce } from '../../src/analysis/reads-response.js';
import { readValue } from './read-text.js';

describe('readsResponseAtOnce', () => {
  it.each([
    '@(context.Response.StatusCode == 429)',
    '@((context.Response.StatusCode == 429) || context.Variables.ContainsKey("x"))',
    '@(context.Response.Headers.ContainsKey("Retry-After") && context.Variables.ContainsKey("x"))',
    '@(new [] { 429, 503 }.Contains(context.Response.StatusCode))',
  ])('holds for %s', (condition) => {
    expect(readsResponseAtOnce(readValue(condition))).toBe(true);
  });

  it.each([
    '@(context.Response != null && context.Response.StatusCode == 429)',
    '@(null == context.Response || context.Response.StatusCode == 429)',
    '@(context.Response?.StatusCode == 429)',
    '@(context.Response is IResponse && context.Response.StatusCode == 429)',
    '@(context.Variables.ContainsKey("tries") && context.Response.StatusCode == 429)',
    '@(((IResponse)context.Variables["x"]).StatusCode == 429)',
    '@{ return context.Response.StatusCode == 429; }',
    'true',
    '@(context.Response.',
  ])('does not hold for certain for %s', (condition) => {
    expect(readsResponseAtOnce(readValue(condition))).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { bodyReads } from '../../src/analysis/body-reads.js';
import { readValue } from './read-text.js';

describe('reads of a body', () => {
  test.each([
    ['@(context.Request.Body.As<string>())', 'Request takes'],
    ['@(context.Request.Body.As<JObject>(false)["a"])', 'Request takes'],
    ['@(context.Request.Body?.As<string>(preserveContent: true))', 'Request keeps'],
    ['@(context.Request?.Body?.As<string>())', 'Request takes'],
    ['@(context.Request?.Body.As<string>())', 'Request takes'],
    ['@((string)context.Request.Body?.As<JObject>()?["a"]?["b"])', 'Request takes'],
    ['@(context.Response?.Body?.As<JObject>(true)["a"].ToString())', 'Response keeps'],
    ['@(context.Request.Body.AsFormUrlEncodedContent()["a"])', 'Request takes'],
    ['@{ return context.Response.Body.As<string>((bool)context.Variables["keep"]); }', 'Response keeps'],
  ])('%s', (text, expected) => {
    expect(bodyReads(readValue(text)).map(({ message, preserves }) => `${message} ${preserves ? 'keeps' : 'takes'}`)).toEqual([expected]);
  });

  test.each(['@(((IResponse)context.Variables["r"]).Body.As<string>())', '@(context.Request.Body == null)', '@(body.As<string>())', 'context.Request.Body.As<string>()'])('none in %s', (text) => {
    expect(bodyReads(readValue(text))).toEqual([]);
  });

  test('stand at the call', () => {
    const text = '@("a" + context.Request.Body.As<string>())';
    const [read] = bodyReads(readValue(text));
    expect(text.slice(read?.span.start, read?.span.end)).toBe('context.Request.Body.As<string>()');
  });
});

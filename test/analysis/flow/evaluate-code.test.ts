/** What expressions do with things that may be null, and what is known there. */
import { describe, expect, test } from 'vitest';
import type { Access } from '../../../src/analysis/flow/access.js';
import { evaluateCode } from '../../../src/analysis/flow/evaluate-code.js';
import type { Facts } from '../../../src/analysis/flow/facts.js';
import { parsedExpression } from '../../../src/model/parsed-expression.js';
import { readValue } from '../read-text.js';

function evaluated(text: string, facts: Facts = new Map()): ReturnType<typeof evaluateCode> {
  const value = readValue(text);
  if (value.kind !== 'expression') throw new Error(`no expression: ${text}`);
  const { code } = parsedExpression(value);
  return evaluateCode(code, facts, (name) => name === 'answer');
}

/** `context.Product?`: may be null; `context.Product!`: is not; `context.Product -`: is null. */
function shown(access: Access): string[] {
  const mark = { present: '!', null: ' -', undefined: '?' };
  switch (access.kind) {
    case 'member':
      return [`${access.path}${mark[access.known ?? 'undefined']}${access.caught ? ' caught' : ''}`];
    case 'cast':
      return [`${access.name} as ${access.type}${mark[access.known ?? 'undefined']}`];
    case 'body':
      return [`${access.body} ${access.preserves ? 'kept' : 'taken'}${access.taken ? ' again' : ''}`];
    case 'reference-comparison':
      return [`${access.name} compared`];
    default:
      return [];
  }
}

describe('what is known where something is used', () => {
  test.each<[string, readonly string[]]>([
    ['@(context.Product.Name)', ['context.Product?']],
    ['@(context.Product?.Name)', []],
    ['@(context.Product.Name + context.Product.Id)', ['context.Product?', 'context.Product!']],
    ['@(context.Product != null && context.Product.Name == "gold")', ['context.Product!']],
    ['@(context.Product == null || context.Product.Name == "gold")', ['context.Product!']],
    ['@(context.Product != null || context.Product.Name == "gold")', ['context.Product -']],
    ['@(!(context.Product == null) ? context.Product.Name : context.Product.Id)', ['context.Product!', 'context.Product -']],
    ['@(context.Product?.Name == "gold" ? context.Product.Id : "")', ['context.Product!']],
    ['@(context.Product?.Name != "gold" ? context.Product.Id : "")', ['context.Product?']],
    ['@((context.Product?.ApprovalRequired ?? false) ? context.Product.Id : "")', ['context.Product!']],
    ['@((context.Product?.ApprovalRequired ?? true) ? context.Product.Id : "")', ['context.Product?']],
    ['@(context.Response?.StatusCode >= 400 && context.Response.StatusReason == "")', ['context.Response!']],
    ['@(string.IsNullOrEmpty(context.User?.Email) ? "" : context.User.Id)', ['context.User!']],
    ['@(context.User is IUser user ? user.Id : "")', ['context.User!']],
    ['@(new [] { "a" }.Where(x => x == context.Product.Name).Any())', ['context.Product?']],
    ['@{ var product = context.Product; if (product == null) { return ""; } return product.Name; }', ['context.Product!']],
    ['@{ var known = context.Product != null; return known ? context.Product.Name : ""; }', ['context.Product!']],
    ['@{ if (context.Product == null) { throw new Exception("none"); } return context.Product.Name; }', ['context.Product!']],
    ['@{ try { return context.Product.Name; } catch (Exception) { return context.Product.Id; } }', ['context.Product? caught', 'context.Product?']],
    ['@{ foreach (var group in context.User.Groups) { return context.Product.Name; } return context.Product.Id; }', ['context.User?', 'context.Product?', 'context.Product?']],
    ['@{ while (context.Product == null) { return ""; } return context.Product.Id; }', ['context.Product?']],
    ['@{ var product = context.Product; product = null; return product.Name; }', []],
    ['@(context.Request.Headers["X"][0])', ['header x?']],
    ['@(context.Request.Headers.ContainsKey("x") ? context.Request.Headers["X"].First() : "")', ['header x!']],
    ['@(context.Request.Headers.GetValueOrDefault("X").Trim())', ['header x?']],
    ['@(context.Request.Headers.GetValueOrDefault("X", "").Trim())', []],
    ['@(context.Request.Headers.GetValueOrDefault("X", "") != "" && context.Request.Headers["X"][0] == "a")', ['header x!']],
    ['@(context.Request.Url.Query["Page"][0] + context.Request.Url.Query["page"][0])', ['query parameter Page?', 'query parameter page?']],
    ['@((int)context.Variables["count"])', ['count as int?']],
    ['@(context.Variables.ContainsKey("count") ? (int)context.Variables["count"] : 0)', ['count as int!']],
    ['@(context.Variables.TryGetValue("count", out var count) ? (int)count : 0)', ['count as int!']],
    ['@((string)context.Variables["name"] == "a" && context.Variables["name"] == "a")', ['name as string?', 'name compared']],
    ['@(context.Variables.ContainsKey("answer") ? ((IResponse)context.Variables["answer"]).StatusCode : 0)', ['answer as IResponse?', 'variable answer?']],
    ['@(((IResponse)context.Variables["answer"]).Body.As<JObject>())', ['answer as IResponse?', 'variable answer?', 'variable answer.Body taken']],
    ['@(context.Request.Body.As<string>(preserveContent: true) + context.Request.Body.As<string>() + context.Request.Body.As<string>())', ['context.Request.Body?', 'context.Request.Body kept', 'context.Request.Body!', 'context.Request.Body taken', 'context.Request.Body!', 'context.Request.Body taken again']],
  ])('%s', (text, expected) => {
    expect(evaluated(text).accesses.flatMap(shown)).toEqual(expected);
  });
});

describe('what a condition proves', () => {
  test.each<[string, Facts, 'always' | 'never' | 'open']>([
    ['@(context.Response == null)', new Map([['context.Response', 'null']]), 'always'],
    ['@(context.Response != null && context.Response.StatusCode == 429)', new Map([['context.Response', 'null']]), 'never'],
    ['@(context.Response?.StatusCode >= 500)', new Map([['context.Response', 'null']]), 'never'],
    ['@(context.Response?.StatusCode == 429 || context.Response?.StatusCode == 503)', new Map([['context.Response', 'null']]), 'never'],
    ['@(context.Response != null)', new Map([['context.Response', 'present']]), 'always'],
    ['@(context.Response != null)', new Map(), 'open'],
    ['@{ if (context.Response == null) { return false; } return context.Response.StatusCode > 400; }', new Map([['context.Response', 'null']]), 'never'],
    ['@(true)', new Map(), 'always'],
  ])('%s', (text, facts, expected) => {
    const { whenTrue, whenFalse } = evaluated(text, facts).value;
    expect(whenTrue === undefined ? 'never' : whenFalse === undefined ? 'always' : 'open').toBe(expected);
  });
});

test('code in code without end is left alone', () => {
  expect(evaluated(`@(${'('.repeat(400)}context.Product.Name${')'.repeat(400)})`).accesses).toEqual([]);
});

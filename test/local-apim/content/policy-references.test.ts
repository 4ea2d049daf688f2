import { expect, test } from 'vitest';
import { policyReferences } from '../../../src/local-apim/content/policy-references.js';
import { accepted } from './accepting.js';

const NONE = { backends: [], fragments: [], namedValues: [], loggers: [] };

test.each<[string, string, Partial<ReturnType<typeof policyReferences>>]>([
  ['nothing', '<base />', {}],
  ['a backend, once', '<set-backend-service backend-id="a" /><set-backend-service backend-id=" a " /><set-backend-service backend-id="b" />', { backends: ['a', 'b'] }],
  ['no backend that an expression or a named value gives', '<set-backend-service backend-id="@(&quot;a&quot;)" /><set-backend-service backend-id="{{b}}" />', { namedValues: ['b'] }],
  ['a fragment', '<choose><when condition="@(true)"><include-fragment fragment-id="f" /></when></choose>', { fragments: ['f'] }],
  ['named values in attributes, texts and expressions', '<set-header name="{{a}}" exists-action="override"><value>x {{ b }}</value></set-header><set-variable name="v" value="@(&quot;{{C.d}}&quot;)" />', { namedValues: ['a', 'b', 'C.d'] }],
  ['no named value in a Liquid template', '<set-body template="liquid">{{body.x}}</set-body>', {}],
  ['a logger', '<log-to-eventhub logger-id="l">x</log-to-eventhub>', { loggers: ['l'] }],
  ['a logger that a named value gives', '<log-to-eventhub logger-id="{{l}}">x</log-to-eventhub>', { namedValues: ['l'] }],
])('%s', (_, content, expected) => {
  const stored = accepted(`<policies><inbound>${content}</inbound></policies>`, 'xml');
  expect(policyReferences(stored)).toEqual({ ...NONE, ...expected });
});

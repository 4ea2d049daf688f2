/** Random policies as authors write them with the DSL, full of what XML writers and readers stumble over. */
import fc from 'fast-check';
import {
  api, base, choose, cs, csBlock, forwardRequest, otherwise, rateLimitByKey, retry, returnResponse, setBody, setHeader, setQueryParameter, setVariable, trace, when,
} from '../../src/index.js';
import type { Policy } from '../../src/index.js';
import type { PolicyDocument } from '../../src/model/document.js';
import { compiled } from '../dsl/compiled.js';

type Inbound = Policy<'inbound'>;

const PIECES = ['a', 'B c', ' ', '  ', '\n', '\r\n', '\t', '"', "'", '<', '>', '</', '&', '&amp;', '&#10;', ']]>', '<!--', '-->', '--', '{', '}', '(', ')', '\\', '/', '%', 'é', '中', '😀', '\u00a0', '\u2028', 'x@y.z', '{{named}}'];

/** No expression: those start with `@(` and `@{`. Not blank, since blank text is no text. */
const text = fc.array(fc.constantFrom(...PIECES), { minLength: 0, maxLength: 6 }).map((pieces) => `v${pieces.join('')}w`);
const name = fc.integer({ min: 0, max: 4 }).map((index) => `name-${index}`);

/** A string as C# has it, in each of its forms; verbatim ones hold line breaks. */
const csString = fc.tuple(text, fc.constantFrom('regular', 'verbatim', 'interpolated')).map(([content, form]) => {
  switch (form) {
    case 'verbatim':
      return `@"${content.replaceAll('"', '""')}"`;
    case 'interpolated':
      return `$"{ context.RequestId :D}${escaped(content.replaceAll('{', '{{').replaceAll('}', '}}'))}"`;
    default:
      return `"${escaped(content)}"`;
  }
});

/** U+2028 ends a line of C#. */
function escaped(content: string): string {
  return JSON.stringify(content).slice(1, -1).replaceAll('\u2028', '\\u2028');
}

const condition = fc.tuple(csString, fc.constantFrom('==', '!=', '  ==  ', '\n == /* a > b */ ')).map(([literal, operator]) =>
  expression<boolean>(`context.Request.Headers.GetValueOrDefault("x", "")${operator}${literal} && 1 < 2`));

const value = fc.oneof(
  text,
  csString.map((literal) => expression<string>(`${literal} + context.RequestId`)),
  csString.map((literal) => expression<string>(`
    // one < two && "three"
    var text = ${literal};
    if (text.Length > 3 && text.Length << 1 < 100) { return text; }
    return context.Request.MatchedParameters["a"];
  `, csBlock<string>)),
);

/** Code that is put together here. */
function expression<Value>(code: string, tag: typeof cs<Value> = cs<Value>): ReturnType<typeof cs<Value>> {
  return tag(Object.assign([code], { raw: [code] }));
}

const step: fc.Arbitrary<Inbound> = fc.oneof(
  fc.tuple(name, value).map(([of, is]) => setHeader({ name: of, existsAction: 'override', value: [is] })),
  fc.tuple(name, value).map(([of, is]) => setQueryParameter({ name: of, existsAction: 'append', value: [is] })),
  fc.tuple(name, value).map(([of, is]) => setVariable({ name: of, value: is })),
  value.map((content) => setBody(content)),
  fc.tuple(text, value).map(([source, message]) => trace({ source, severity: 'information', message })),
  fc.integer({ min: 1, max: 1000 }).map((calls) => rateLimitByKey({ calls, renewalPeriod: 60, counterKey: cs<string>`context.Subscription.Id` })),
);

const steps = fc.array(step, { maxLength: 4 });

const branching: fc.Arbitrary<Inbound> = fc.tuple(fc.array(fc.tuple(condition, steps), { minLength: 1, maxLength: 3 }), steps).map(([whens, otherwiseSteps]) =>
  choose(whens.map(([holds, then]) => when(holds, then)), otherwise(otherwiseSteps)));

const answer: fc.Arbitrary<Inbound> = fc.tuple(fc.integer({ min: 200, max: 599 }), text, value).map(([code, reason, body]) => returnResponse({ setStatus: { code, reason }, setBody: { text: body } }));

/** A document of an API with all four sections. */
export const randomAuthored: fc.Arbitrary<PolicyDocument> = fc.tuple(
  fc.array(fc.oneof({ weight: 4, arbitrary: step }, { weight: 2, arbitrary: branching }, { weight: 1, arbitrary: answer }), { maxLength: 6 }), condition, text,
).map(([inbound, again, header]) => compiled(api('random', {
  inbound: [base(), ...inbound],
  backend: [retry({ condition: again, count: 2, interval: 1 }, [forwardRequest()])],
  outbound: [base(), setHeader({ name: 'x', value: [header] })],
  onError: [base()],
})));

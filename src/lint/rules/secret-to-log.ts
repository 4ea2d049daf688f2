/** A secret of the request that a policy logs or sends back. */
import { attributesAndTexts } from '../../analysis/attributes-and-texts.js';
import { shownSecret } from '../../analysis/secret-flow.js';
import { namedValueReferences } from '../../model/named-value-reference.js';
import { parsedExpression } from '../../model/parsed-expression.js';
import type { Origin } from '../../model/origin.js';
import type { PolicyValue } from '../../model/value.js';
import type { Place } from '../../model/walk.js';
import type { DocumentFacts } from '../document-facts.js';
import type { ProjectFacts } from '../project-facts.js';
import { defineRule } from '../rule.js';

export const secretToLog = defineRule({
  id: 'secret-to-log',
  category: 'security',
  severity: 'warning',
  summary: 'A credential, or a secret named value, goes into a log, a metric or a response header.',
  why: 'Everyone who may read the logs, or who gets the response, has the credential and can use it.',
  check: (facts) => {
    const secretOf = variableSecrets(facts);
    return facts.places.flatMap((place) => {
      const sink = sinkOf(place);
      if (sink === undefined) return [];
      return attributesAndTexts(place).flatMap(({ value, step }) => {
        const secret = secretIn(value, secretOf, facts.project);
        return secret === undefined ? [] : [{
          at: secret.at,
          place,
          step,
          message: `${secret.text} goes into ${sink}: everyone who reads that can use it`,
          hint: 'leave it out, or write something that only names the caller: context.Subscription.Id, or a claim of the token',
        }];
      });
    });
  },
});

/** Policies that write logs and metrics, and the noun for it. */
const LOGS: ReadonlyMap<string, string> = new Map([
  ['trace', 'the trace'], ['log-to-eventhub', 'the event hub'], ['emit-metric', 'a metric'], ['llm-emit-token-metric', 'a metric'], ['azure-openai-emit-token-metric', 'a metric'],
]);

function sinkOf(place: Place): string | undefined {
  let answers = place.section === 'outbound' || place.section === 'on-error';
  for (let around: Place | undefined = place; around !== undefined; around = around.parent) {
    const log = LOGS.get(around.element.name);
    if (log !== undefined) return log;
    if (around.element.name === 'send-request' || around.element.name === 'send-one-way-request') return undefined;
    answers ||= around.element.name === 'return-response';
  }
  return answers && place.element.name === 'value' && place.parent?.element.name === 'set-header' ? 'a header of the response' : undefined;
}

type VariableSecret = (name: string) => string | undefined;

function secretIn(value: PolicyValue, secretOf: VariableSecret, { namedValues }: ProjectFacts): { readonly text: string; readonly at: Origin } | undefined {
  const named = namedValueReferences(value.text).find(({ name }) => (namedValues.get(name)?.source.kind ?? 'plain') !== 'plain');
  if (named !== undefined) return { text: `the secret named value ${named.name}`, at: value.originOf(named.span) };
  if (value.kind !== 'expression') return undefined;
  const shown = shownSecret(parsedExpression(value).code, secretOf);
  return shown && { text: shown.text, at: value.originOf({ start: value.codeStart + shown.span.start, end: value.codeStart + shown.span.end }) };
}

/** What the document's variables hold, as far as that is secret; one that is set from another is looked into once. */
function variableSecrets({ flow, project }: DocumentFacts): VariableSecret {
  const known = new Map<string, string | undefined>();
  const secretOf = (name: string): string | undefined => {
    if (known.has(name)) return known.get(name);
    known.set(name, undefined);
    for (const { place, value } of flow.writes.filter((write) => write.name === name)) {
      const secret = value === undefined ? (place.element.name === 'authentication-managed-identity' ? 'the token of the managed identity' : undefined) : secretIn(value, secretOf, project)?.text;
      if (secret !== undefined) known.set(name, secret);
    }
    return known.get(name);
  };
  return secretOf;
}

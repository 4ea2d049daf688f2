import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PolicyDocument, PolicyElement } from '../../src/model/document.js';
import capture from '../../policies/prompt-response-capture.js';
import endUsers from '../../policies/token-tracking-end-users.js';
import { compiled, elementsOf, expressionsOf } from '../dsl/compiled.js';
import { CORPUS, corpusDocument, ORIGINALS } from './corpus.js';

/** What others rely on: callers (headers), dashboards (dimensions, trace metadata), policies of other scopes (variables). */
interface Contract {
  readonly variables: readonly string[];
  readonly headersRead: readonly string[];
  readonly claimsRead: readonly string[];
  readonly headersTakenOut: readonly string[];
  readonly responseHeaders: readonly string[];
  readonly dimensions: readonly string[];
  readonly traces: readonly { readonly source: string | undefined; readonly severity: string | undefined; readonly metadata: Readonly<Record<string, string>> }[];
}

const CLAIM = /^(?:oid|sub|tid|azp|appid|client_id)$/u;
const HEADER = /^(?:x-[\w-]+|Authorization)$/u;

function contractOf(document: PolicyDocument): Contract {
  const elements = elementsOf(document);
  const named = (name: string): PolicyElement[] => elements.filter((element) => element.name === name);
  const strings = unique(expressionsOf(document).flatMap(({ code }) => [...code.matchAll(/"((?:[^"\\]|\\.)*)"/gu)].map(([, text]) => text ?? '')));
  return {
    variables: unique(named('set-variable').map((element) => attribute(element, 'name') ?? '')),
    headersRead: strings.filter((text) => HEADER.test(text)),
    claimsRead: strings.filter((text) => CLAIM.test(text)),
    headersTakenOut: unique(named('set-header').filter((element) => attribute(element, 'exists-action') === 'delete').map((element) => attribute(element, 'name') ?? '')),
    responseHeaders: unique(elements.flatMap(({ attributes }) => attributes.filter(({ name }) => /^(?:tokens-consumed|remaining-tokens)-header-name$/u.test(name)).map(({ name, value }) => `${name}=${value.text}`))),
    dimensions: unique(named('dimension').map((element) => attribute(element, 'name') ?? '')),
    traces: named('trace').map((element) => ({
      source: attribute(element, 'source'),
      severity: attribute(element, 'severity'),
      metadata: Object.fromEntries(elementsOf({ ...document, roots: [element] }).filter(({ name }) => name === 'metadata').map((item) => [attribute(item, 'name') ?? '', literal(item)])),
    })),
  };
}

/** A metadata's value, as far as it is fixed: how an expression finds it is the policy's own business. */
function literal(metadata: PolicyElement): string {
  const value = metadata.attributes.find(({ name }) => name === 'value')?.value;
  return value?.kind === 'literal' ? value.text : '(computed)';
}

function attribute(element: PolicyElement, name: string): string | undefined {
  return element.attributes.find((candidate) => candidate.name === name)?.value.text;
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)].sort();
}

describe.skipIf(!existsSync(CORPUS))('the two long originals keep their contract', () => {
  test('token-tracking-end-users: headers, claims, variables, dimensions', () => {
    const original = contractOf(corpusDocument(ORIGINALS['token-tracking-end-users'].file));
    const ours = contractOf(compiled(endUsers));
    expect(original.headersRead).toHaveLength(5);
    expect(original.dimensions).toHaveLength(9);
    expect(ours).toEqual({ ...original, headersTakenOut: [...original.headersTakenOut, 'api-key'].sort() });
  });

  test('prompt-response-capture: variables, trace entries and their metadata', () => {
    const original = contractOf(corpusDocument(ORIGINALS['prompt-response-capture'].file));
    const ours = contractOf(compiled(capture));
    expect(original.traces).toHaveLength(3);
    expect(original.variables).toHaveLength(14);
    expect(ours).toEqual({ ...original, headersTakenOut: ['api-key'] });
  });
});

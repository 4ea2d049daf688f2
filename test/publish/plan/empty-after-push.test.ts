/** What was pushed plans empty: what the service makes of a policy never shows as a change. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../../src/check/check-document.js';
import { backendReferences, fragmentReferences, namedValueUses } from '../../../src/lint/references.js';
import { loggerReferences } from '../../../src/local-apim/content/logger-references.js';
import type { LocalApim } from '../../../src/local-apim/local-apim.js';
import type { PolicyDocument } from '../../../src/model/document.js';
import { SourceText } from '../../../src/model/origin.js';
import { readPolicyDocument } from '../../../src/model/read-document.js';
import { walkElements } from '../../../src/model/walk.js';
import { emitOutput } from '../../../src/project/emit-output.js';
import type { DesiredResource } from '../../../src/publish/desired/desired-resource.js';
import { placeholdersInDocument } from '../../../src/publish/desired/unfilled-placeholders.js';
import type { PolicyScope, ResourceKey } from '../../../src/publish/resource-key.js';
import { parseXml } from '../../../src/syntax/xml/parse-xml.js';
import { corpusDocuments, hasCorpus } from '../../syntax/corpus-documents.js';
import { randomAuthored } from '../random-authored.js';
import { findings, startPlanning, type Planning } from './planning.js';

const AUTHORED = 300;
const SEED = 20261124;
const LONGEST = 120_000;

describe.skipIf(!hasCorpus)('the policies of the corpus that check accepts', () => {
  test('all of them', async () => {
    const at = await startPlanning({ createsParents: true });
    const documents = acceptedDocuments();
    const { refused, changes, unchanged } = await pushAll(at, documents);
    expect(changes).toEqual([]);
    expect(refused.filter(({ isWarnedOf }) => !isWarnedOf)).toEqual([]);
    expect(unchanged + refused.length).toBe(documents.length);
    expect(unchanged).toBeGreaterThan(600);
  }, LONGEST);

  test('every tenth of them, where the service answers in XML instead of JSON', async () => {
    const at = await startPlanning({ createsParents: true, answersBareXml: true });
    const { refused, changes, unchanged } = await pushAll(at, acceptedDocuments().filter((_, index) => index % 10 === 0));
    expect({ changes, refused: refused.filter(({ isWarnedOf }) => !isWarnedOf) }).toEqual({ changes: [], refused: [] });
    expect(unchanged).toBeGreaterThan(50);
  }, LONGEST);
});

test(`${AUTHORED} random authored policies`, async () => {
  const at = await startPlanning({ createsParents: true });
  const documents = fc.sample(randomAuthored, { seed: SEED, numRuns: AUTHORED });
  expect(documents.flatMap((document) => checkDocument(document)).filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  expect(await pushAll(at, documents)).toEqual({ refused: [], changes: [], unchanged: AUTHORED });
}, LONGEST);

/** Policies and fragments of the corpus at the first scope at which check finds no error in them. Read once. */
function acceptedDocuments(): readonly PolicyDocument[] {
  return (accepted ??= corpusDocuments().flatMap(({ file, text }) => {
    const document = readPolicyDocument(parseXml(text), new SourceText(file, text), { name: file });
    if (document.kind !== 'policies' && document.kind !== 'fragment') return [];
    const scopes: readonly PolicyScope[] = [{ kind: 'api', api: 'a' }, { kind: 'product', product: 'p' }, { kind: 'global' }];
    const candidates = document.kind === 'fragment' ? [document] : scopes.map((scope) => ({ ...document, scope }));
    return candidates.find((candidate) => checkDocument(candidate).every(({ severity }) => severity !== 'error')) ?? [];
  }));
}

let accepted: readonly PolicyDocument[] | undefined;

interface Pushed {
  readonly refused: readonly RefusedDocument[];
  /** What a plan shows afterwards of what was written. */
  readonly changes: readonly string[];
  readonly unchanged: number;
}

interface RefusedDocument {
  readonly name: string;
  readonly message: string;
  /** Check has a warning for it, or it holds marks that a deployment tool has yet to fill in, with which plan does not let it through. */
  readonly isWarnedOf: boolean;
}

/** Writes each document to a scope of its own, and plans all of them again; what only the global scope takes, one after the other. */
async function pushAll(at: Planning, documents: readonly PolicyDocument[]): Promise<Pushed> {
  for (const document of documents) seedNamed(at.apim, document);
  const resources = await Promise.all(documents.map(async (document, index): Promise<DesiredResource> => {
    const content = { format: 'xml', value: await emitOutput(document, { content: 'xml' }) } as const;
    const about = { origin: document.origin, document, needs: [] };
    if (document.kind === 'fragment') return { key: { kind: 'fragment', id: `f${index}` }, body: { kind: 'fragment', ...content }, ...about };
    return { key: { kind: 'policy', scope: scopeFor(document, index) }, body: { kind: 'policy', ...content }, ...about };
  }));
  const global = resources.filter(({ key }) => isGlobal(key));
  const rounds = [resources.filter(({ key }) => !isGlobal(key)), ...global.map((resource) => [resource])];
  let pushed: Pushed = { refused: [], changes: [], unchanged: 0 };
  for (const round of rounds) {
    const { refused, changes, unchanged } = await pushRound(at, round);
    pushed = { refused: [...pushed.refused, ...refused], changes: [...pushed.changes, ...changes], unchanged: pushed.unchanged + unchanged };
  }
  return pushed;
}

async function pushRound({ arm, plan }: Planning, resources: readonly DesiredResource[]): Promise<Pushed> {
  const answers = await Promise.all(resources.map(async (resource) => {
    try {
      await arm.write(resource.key, resource.body, { kind: 'any' });
      return { resource };
    } catch (error) {
      return { resource, message: error instanceof Error ? error.message : String(error) };
    }
  }));
  const refused = answers.flatMap(({ resource: { document }, message }) => (document === undefined || message === undefined ? [] : [refusal(document, message)]));
  const planned = await plan({}, {}, { resources: answers.flatMap(({ resource, message }) => (message === undefined ? [resource] : [])) });
  expect(findings(planned)).toEqual([]);
  return {
    refused,
    changes: planned.plan.changes.flatMap(({ document, changes }) => changes.map((change) => `${document?.name ?? ''}: ${JSON.stringify(change)}`)),
    unchanged: planned.plan.unchanged.length,
  };
}

function refusal(document: PolicyDocument, message: string): RefusedDocument {
  return { name: document.name, message, isWarnedOf: checkDocument(document).length + placeholdersInDocument(document).length > 0 };
}

/** One of its own, but for what only the global scope takes. */
function scopeFor({ scope }: PolicyDocument, index: number): PolicyScope {
  switch (scope?.kind) {
    case 'product':
      return { kind: 'product', product: `p${index}` };
    case 'global':
      return scope;
    default:
      return { kind: 'api', api: `a${index}` };
  }
}

function isGlobal(key: ResourceKey): boolean {
  return key.kind === 'policy' && key.scope.kind === 'global';
}

/** Makes what a document names. */
function seedNamed(apim: LocalApim, document: PolicyDocument): void {
  const places = [...walkElements(document)];
  const ids = (references: readonly { readonly name: string }[]): readonly string[] => [...new Set(references.map(({ name }) => name))];
  for (const id of ids(backendReferences(places))) apim.seed(`backends/${id}`, { url: 'https://contoso.example', protocol: 'http' });
  for (const id of ids(fragmentReferences(places))) apim.seed(`policyFragments/${id}`, { value: '<fragment />', format: 'xml' });
  for (const id of ids(loggerReferences(places))) apim.seed(`loggers/${id}`, { loggerType: 'azureEventHub' });
  // Upper and lower case are told apart in display names, and not in ids.
  for (const displayName of ids(namedValueUses(places))) apim.seed(`namedValues/${Buffer.from(displayName).toString('hex')}`, { displayName, value: 'v' });
}

/** What is known of a variable and of the response at a marked place of a document. */
import { describe, expect, test } from 'vitest';
import { documentFlow } from '../../../src/analysis/flow/document-flow.js';
import type { FlowWorld } from '../../../src/analysis/flow/flow-world.js';
import type { PolicyDocument } from '../../../src/model/document.js';
import type { Scope } from '../../../src/model/scope.js';
import { readText } from '../read-text.js';

const HERE = '<set-header name="here"><value>@(context.Variables["x"])</value></set-header>';
const SET = '<set-variable name="x" value="1" />';
const MAY_SET = '<cache-lookup-value key="k" variable-name="x" />';

const inDocument = (inbound: string, more = ''): string => `<policies><inbound>${inbound}</inbound>${more}</policies>`;

/** For each way to `HERE`: what is known of x, and what policies that are not seen may have done. */
function knownHere(text: string, about: { readonly scope?: Scope; readonly world?: Partial<FlowWorld> } = {}): string[] {
  const read = readText(text);
  const document: PolicyDocument = about.scope === undefined ? read : { ...read, scope: about.scope };
  const world: FlowWorld = { typeOf: () => undefined, fragment: () => undefined, isComplete: false, setElsewhere: new Set(), ...about.world };
  return documentFlow(document, world).accesses.filter(({ place }) => place.parent?.element.attributes[0]?.value.text === 'here').flatMap(({ access, state }) => {
    if (access.kind !== 'variable') return [];
    const variable = state.variables.get('x');
    const set = variable === undefined ? 'unset' : variable.always ? 'set' : 'maybe';
    return [`${set}${state.unseen === 'none' ? '' : `, ${state.unseen} unseen`}`];
  });
}

describe('a variable', () => {
  test.each<[string, string, readonly string[]]>([
    ['before and after it is set', `${HERE}${SET}${HERE}`, ['unset', 'set']],
    ['in one branch', `<choose><when condition="@(true.Equals(1))">${SET}</when></choose>${HERE}`, ['maybe']],
    ['in every branch', `<choose><when condition="@(a.b())">${SET}</when><otherwise>${SET}</otherwise></choose>${HERE}`, ['set']],
    ['in every branch that goes on', `<choose><when condition="@(a.b())">${SET}</when><otherwise><return-response /></otherwise></choose>${HERE}`, ['set']],
    ['behind an answer', `<return-response />${HERE}`, []],
    ['behind a condition that cannot hold', `<choose><when condition="@(context.Response != null)">${HERE}</when></choose>`, []],
    ['under the condition it was set under', `<choose><when condition="@(a.b() && a.c())">${SET}</when></choose><choose><when condition="@(a.c() && a.b())">${HERE}</when><when condition="@(a.b())">${HERE}</when></choose>`, ['maybe', 'maybe']],
    ['under more than the condition it was set under', `<choose><when condition="@(a.b())">${SET}</when></choose><choose><when condition="@(a.c() && a.b())">${HERE}</when></choose>`, ['set']],
    ['from a cache without default', `${MAY_SET}${HERE}`, ['maybe']],
    ['on the first and later attempts', `<retry condition="@(a.b())" count="2" interval="1">${HERE}${SET}</retry>${HERE}`, ['unset', 'set', 'set']],
    ['from a wait for all', `<wait for="all">${SET}</wait>${HERE}`, ['set']],
    ['from a wait for any', `<wait for="any">${SET}</wait>${HERE}`, ['maybe']],
    ['in limit-concurrency', `<limit-concurrency key="k" max-count="1">${SET}</limit-concurrency>${HERE}`, ['set']],
    ['behind base', `<base />${HERE}`, ['unset, other-scopes unseen']],
    ['behind a fragment', `${SET}<include-fragment fragment-id="f" />${HERE}`, ['set, any unseen']],
    ['under a name that is filled in later', `<set-variable name="{{name}}" value="1" />${HERE}`, ['unset, any unseen']],
  ])('%s', (_, inbound, expected) => {
    expect(knownHere(inDocument(inbound))).toEqual(expected);
  });

  test.each<[string, string, readonly string[]]>([
    ['in backend', inDocument(SET, `<backend>${HERE}</backend>`), ['set, other-scopes unseen']],
    ['in outbound, when backend sets it', inDocument('', `<backend>${SET}<forward-request /></backend><outbound>${HERE}</outbound>`), ['set, other-scopes unseen']],
    ['in on-error, whatever sets it', inDocument(SET, `<on-error>${HERE}</on-error>`), ['maybe, other-scopes unseen']],
    ['in a fragment', `<fragment>${HERE}${SET}${HERE}</fragment>`, ['unset, any unseen', 'set, any unseen']],
    ['in bare policies', `${SET}${HERE}`, ['maybe, any unseen']],
    ['in a bare section', `<inbound>${HERE}</inbound>`, ['unset, any unseen']],
  ])('%s', (_, document, expected) => {
    expect(knownHere(document)).toEqual(expected);
  });

  test('in a project that has all scopes', () => {
    const world = { isComplete: true, setElsewhere: new Set(['x']) };
    const document = inDocument(`<base />${HERE}`, `<backend>${HERE}</backend>`);
    expect(knownHere(document, { scope: { kind: 'api', api: 'chat' }, world })).toEqual(['maybe', 'maybe']);
    expect(knownHere(document, { scope: { kind: 'api', api: 'chat' }, world: { isComplete: true } })).toEqual(['unset', 'unset']);
  });

  test('in the global scope, where base brings nothing', () => {
    expect(knownHere(inDocument(`<base />${HERE}`), { scope: { kind: 'global' } })).toEqual(['unset']);
  });

  test('behind a fragment that the project has', () => {
    const fragment = readText(`<fragment>${SET}<choose><when condition="@(a.b())"><return-response /></when></choose></fragment>`);
    expect(knownHere(inDocument(`<include-fragment fragment-id="f" />${HERE}`), { world: { fragment: (id) => (id === 'f' ? fragment : undefined) } })).toEqual(['set']);
  });

  test('behind fragments that include each other', () => {
    const fragment = readText('<fragment><include-fragment fragment-id="f" /><include-fragment fragment-id="f" /></fragment>');
    expect(knownHere(inDocument(`<include-fragment fragment-id="f" />${HERE}`), { world: { fragment: () => fragment } })).toEqual([]);
  });
});

describe('documents without end', () => {
  test('retries in retries are left off', () => {
    const depth = 40;
    const text = inDocument(`${'<retry condition="@(a.b())" count="2" interval="1">'.repeat(depth)}${SET}${'</retry>'.repeat(depth)}${HERE}`);
    expect(knownHere(text)).toEqual([]);
  });

  test('chooses in chooses are left off', () => {
    const depth = 200;
    expect(knownHere(inDocument(`${'<choose><when condition="@(a.b())">'.repeat(depth)}${SET}${'</when></choose>'.repeat(depth)}${HERE}`))).toEqual(['unset, any unseen']);
  });
});

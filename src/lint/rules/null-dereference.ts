/** Something of the request that may be missing is used as if it were always there. */
import { REQUEST_BODY } from '../../analysis/flow/nullable-path.js';
import type { PolicyDocument } from '../../model/document.js';
import type { Origin } from '../../model/origin.js';
import type { Severity } from '../../model/severity.js';
import type { Place } from '../../model/walk.js';
import type { DocumentFacts } from '../document-facts.js';
import { accessOrigin, visitedAccesses } from '../flow-accesses.js';
import { defineRule } from '../rule.js';

export const nullDereference = defineRule({
  id: 'null-dereference',
  category: 'reliability',
  severity: 'warning',
  summary: 'A member of something is used that is null for some calls.',
  why: 'The expression throws for those calls, and their callers get a 500.',
  check: (facts) => {
    const tests = nullTests(facts);
    const reported = new Set<string>();
    return visitedAccesses(facts.flow, 'member').flatMap(({ visits, place, at, step }) => {
      const path = visits.find(({ access }) => access.known !== 'present')?.access.path;
      const risk = path === undefined ? undefined : riskOf(path, tests.has(path), facts.document, visits[0]?.written.value.text ?? '');
      // One finding tells about all places: what is missing is missing everywhere.
      if (path === undefined || risk === undefined || reported.has(path) || (path === REQUEST_BODY && asksForMethod(place))) return [];
      reported.add(path);
      const { thing, when, hint, severity } = risk;
      const test = tests.get(path);
      return [{
        at,
        place,
        step,
        ...(severity === undefined ? {} : { severity }),
        message: `${thing} is null ${when}: then the expression throws`,
        hint,
        ...(test === undefined ? {} : { related: [{ message: 'a test for null stands here', at: test }] }),
      }];
    });
  },
});

interface Risk {
  readonly thing: string;
  readonly when: string;
  readonly hint: string;
  readonly severity?: Severity;
}

/** When each is null. Source: reference/expressions.json, "context"; reference/expressions.md §3, §7. */
const MEMBERS: ReadonlyMap<string, Omit<Risk, 'thing' | 'severity'>> = new Map([
  ['context.Subscription', { when: 'for calls without a subscription key', hint: 'write context.Subscription?.…' }],
  ['context.Product', { when: 'for calls whose key belongs to no product', hint: 'write context.Product?.…' }],
  ['context.User', { when: 'for calls whose subscription has no owner, or that have none', hint: 'write context.User?.…' }],
  ['context.Request.Body', { when: 'for requests without a body, as GET sends them', hint: 'write context.Request.Body?.…' }],
]);

/**
 * @param isTested whether the document asks somewhere if it is null: then its author takes that to happen
 * @param text the value that it stands in
 */
function riskOf(path: string, isTested: boolean, { scope }: PolicyDocument, text: string): Risk | undefined {
  const member = MEMBERS.get(path);
  if (member !== undefined) {
    const risk = { ...member, thing: path };
    if (isTested || path === 'context.User') return risk;
    if (path !== 'context.Product' || scope?.kind === 'product') return undefined;
    // The document may be a product's.
    return scope === undefined || scope.kind === 'fragment' ? { ...risk, severity: 'info' } : risk;
  }
  const [, noun, key] = ENTRY.exec(path) ?? [];
  if (noun === undefined || key === undefined) return undefined;
  const name = asWritten(key, text);
  return { thing: `the ${noun} ${name}`, when: 'when the caller does not send it', hint: `ask ContainsKey first, or write GetValueOrDefault("${name}", "")` };
}

/** A name whose letter case paths leave out. */
function asWritten(name: string, text: string): string {
  const at = text.toLowerCase().indexOf(`"${name.toLowerCase()}"`);
  return at === -1 ? name : text.slice(at + 1, at + 1 + name.length);
}

const ENTRY = /^(header|query parameter) (.*)$/s;

/** The first place where each is asked for. */
function nullTests({ flow }: DocumentFacts): ReadonlyMap<string, Origin> {
  const tests = new Map<string, Origin>();
  for (const placed of flow.accesses) if (placed.access.kind === 'null-test' && !tests.has(placed.access.path)) tests.set(placed.access.path, accessOrigin(placed));
  return tests;
}

/** Whether a condition around asks which method the request has, and with it whether there is a body. */
function asksForMethod({ parent }: Place): boolean {
  for (let around = parent; around !== undefined; around = around.parent) {
    if (around.element.attributes.some(({ name, value }) => name === 'condition' && value.text.includes('Method'))) return true;
  }
  return false;
}

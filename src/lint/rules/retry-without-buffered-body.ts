/** A retry whose later attempts send no body. */
import { replacedValue } from '../../check/renaming.js';
import type { Place } from '../../model/walk.js';
import type { Fix } from '../../syntax/text/fix.js';
import type { DocumentFacts } from '../document-facts.js';
import { defineRule, type RuleFinding } from '../rule.js';

const ATTRIBUTE = 'buffer-request-body';

export const retryWithoutBufferedBody = defineRule({
  id: 'retry-without-buffered-body',
  category: 'reliability',
  severity: 'warning',
  summary: 'A forward-request in a retry does not keep the request body.',
  why: 'The first attempt uses the body up, so that every later one sends none.',
  check: ({ places }: DocumentFacts) => {
    const givingBody = new Set(places.flatMap((place) => (givesBody(place) ? (enclosingRetry(place)?.element ?? []) : [])));
    return places.flatMap((place) => {
      const retry = place.element.name === 'forward-request' ? enclosingRetry(place) : undefined;
      return retry === undefined || keepsBody(place) || givingBody.has(retry.element) ? [] : [finding(place, retry)];
    });
  },
});

/** In a retry they may give the body back for each attempt, or for the later ones. */
const GIVES_BODY: ReadonlySet<string> = new Set(['set-body', 'include-fragment']);

/** The messages of these are not the request. */
const OTHER_MESSAGES: ReadonlySet<string | undefined> = new Set(['return-response', 'send-request', 'send-one-way-request']);

function givesBody({ element, parent }: Place): boolean {
  return GIVES_BODY.has(element.name) && !OTHER_MESSAGES.has(parent?.element.name);
}

function enclosingRetry(place: Place): Place | undefined {
  for (let outer = place.parent; outer !== undefined; outer = outer.parent) if (outer.element.name === 'retry') return outer;
  return undefined;
}

/** Whether it does, or may. */
function keepsBody({ element }: Place): boolean {
  const value = element.attributes.find(({ name }) => name === ATTRIBUTE)?.value;
  return value !== undefined && !(value.kind === 'literal' && value.text.trim().toLowerCase() === 'false');
}

function finding(place: Place, retry: Place): RuleFinding {
  return {
    at: place.element.origin,
    place,
    message: 'forward-request in a retry does not buffer the request body: the first attempt sends it, every later one sends none',
    hint: `write ${ATTRIBUTE}="true"`,
    related: [{ message: 'the retry', at: retry.element.origin }],
    fix: bufferingFix(place),
  };
}

/** A `false` may be meant: only what is missing is safe to write. */
function bufferingFix({ element, document }: Place): Fix | undefined {
  const written = element.attributes.find(({ name }) => name === ATTRIBUTE);
  if (written !== undefined) return replacedValue(document, written.value, 'true', 'unsafe');
  if (document.syntax === undefined || element.syntax === undefined) return undefined;
  const { attributes, nameSpan } = element.syntax;
  const { end } = attributes.at(-1)?.span ?? nameSpan;
  return { title: `write ${ATTRIBUTE}="true"`, safety: 'safe', edits: [{ span: { start: end, end }, text: ` ${ATTRIBUTE}="true"` }] };
}

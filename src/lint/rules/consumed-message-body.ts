/** A body that is read and then gone, although it has to travel on. */
import { bodyReads, type Message } from '../../analysis/body-reads.js';
import type { PolicyDocument, PolicyElement } from '../../model/document.js';
import type { Origin } from '../../model/origin.js';
import type { Place } from '../../model/walk.js';
import { attributesAndTexts } from '../../analysis/attributes-and-texts.js';
import { defineRule } from '../rule.js';

export const consumedMessageBody = defineRule({
  id: 'consumed-message-body',
  category: 'correctness',
  severity: 'warning',
  summary: 'The body of the request or response is read without preserveContent, and nothing sets it anew.',
  why: 'The first such read takes the body out of the message: the backend or the caller gets an empty one, and the next read finds nothing.',
  check: ({ document, places }) => {
    if (document.kind !== 'policies') return [];
    const passesOn = { Request: forwards(document), Response: true };
    const lastFreshBody = { Request: lastFresh(places, 'Request'), Response: lastFresh(places, 'Response') };
    return places.flatMap((place, index) => {
      const message = MESSAGES.get(place.section);
      if (message === undefined || !passesOn[message] || isSetBody(place)) return [];
      const [taken] = readsAt(place, message).filter(({ preserves }) => !preserves);
      if (taken === undefined || lastFreshBody[message] > index || endsAfter(place)) return [];
      return [{
        at: taken.at,
        place,
        step: taken.step,
        message: `${place.element.name} takes the body out of the ${message.toLowerCase()}: ${RECEIVERS[message]} gets an empty one, and later reads fail`,
        hint: 'write As<…>(preserveContent: true)',
      }];
    });
  },
});

/** The message that passes through a section. */
const MESSAGES: ReadonlyMap<string | undefined, Message> = new Map([['inbound', 'Request'], ['backend', 'Request'], ['outbound', 'Response']]);

const RECEIVERS: Readonly<Record<Message, string>> = { Request: 'the backend', Response: 'the caller' };

interface PlacedRead {
  readonly at: Origin;
  readonly step: string;
  readonly preserves: boolean;
}

function readsAt(place: Place, message: Message): PlacedRead[] {
  return attributesAndTexts(place).flatMap(({ value, step }) =>
    bodyReads(value).flatMap((read) => (read.message === message ? [{ at: value.originOf(read.span), step, preserves: read.preserves }] : [])));
}

/** The number of the last set-body that does not ask for the old body. */
function lastFresh(places: readonly Place[], message: Message): number {
  return places.findLastIndex((place) => MESSAGES.get(place.section) === message && isSetBody(place) && readsAt(place, message).length === 0);
}

/** Whether the call ends with another answer, whichever way it takes from here. */
function endsAfter(read: Place): boolean {
  for (let place: Place | undefined = read; place?.parent !== undefined; place = place.parent) {
    const { element, parent } = place;
    if (ANSWERS.has(parent.element.name)) return true;
    // What stands behind a branch is another branch.
    const siblings = parent.element.children;
    const behind = parent.element.name === 'choose' ? [] : siblings.slice(siblings.indexOf(element) + 1);
    if (parent.element.name !== 'policies' && behind.some((sibling) => sibling.kind === 'element' && endsCall(sibling))) return true;
  }
  return false;
}

const ANSWERS: ReadonlySet<string> = new Set(['return-response', 'mock-response']);

/** @param levels how many chooses in one another are looked into */
function endsCall({ name, children }: PolicyElement, levels = 16): boolean {
  if (ANSWERS.has(name)) return true;
  if (levels === 0) return false;
  const branches = children.filter((child) => child.kind === 'element');
  if (name !== 'choose' || !branches.some((branch) => branch.name === 'otherwise')) return false;
  return branches.every((branch) => branch.children.some((child) => child.kind === 'element' && endsCall(child, levels - 1)));
}

/** Whether the document sends the request on: its backend section is not empty, or left to a broader scope. */
function forwards({ roots }: PolicyDocument): boolean {
  const backends = roots.flatMap((root) => (root.kind === 'element' ? root.children : [])).filter((child) => child.kind === 'element' && child.name === 'backend');
  return backends.length === 0 || backends.some((backend) => backend.kind === 'element' && backend.children.some(({ kind }) => kind !== 'comment'));
}

/** A set-body of the message that passes through, not of one that a policy makes. */
function isSetBody({ element, parent }: Place): boolean {
  if (element.name !== 'set-body') return false;
  for (let around = parent; around !== undefined; around = around.parent) if (OWN_MESSAGES.has(around.element.name)) return false;
  return true;
}

const OWN_MESSAGES: ReadonlySet<string> = new Set(['send-request', 'send-one-way-request', 'return-response']);

/** A body that is read and then gone, although it has to travel on. */
import { type BodyRead, bodyReads, type Message } from '../../analysis/body-reads.js';
import type { PolicyDocument, PolicyElement } from '../../model/document.js';
import type { Place } from '../../model/walk.js';
import { attributesAndTexts, type WrittenValue } from '../attributes-and-texts.js';
import { defineRule } from '../rule.js';

export const consumedMessageBody = defineRule({
  id: 'consumed-message-body',
  category: 'correctness',
  severity: 'warning',
  summary: 'The body of the request or response is read without preserveContent, and nothing sets it anew.',
  why: 'The first such read takes the body out of the message: the backend or the caller gets an empty one, and the next read finds nothing.',
  check: ({ document, places }) => {
    if (document.kind !== 'policies') return [];
    return places.flatMap((place, index) => {
      const message = MESSAGES.get(place.section);
      if (message === undefined || isSetBody(place)) return [];
      const taken = attributesAndTexts(place).flatMap((written) => readsOf(written).filter((read) => read.message === message && !read.preserves).map((read) => ({ written, read })));
      const [first] = taken;
      if (first === undefined || isNotNeeded(place, places.slice(index + 1), message)) return [];
      const { written, read } = first;
      return [{
        at: written.value.originOf(read.span),
        place,
        step: written.step,
        message: `${place.element.name} takes the body out of the ${message.toLowerCase()}: ${message === 'Request' ? 'the backend' : 'the caller'} gets an empty one, and later reads fail`,
        hint: 'write As<…>(preserveContent: true)',
      }];
    });
  },
});

/** The message that passes through a section. */
const MESSAGES: ReadonlyMap<string | undefined, Message> = new Map([['inbound', 'Request'], ['backend', 'Request'], ['outbound', 'Response']]);

function readsOf({ value }: WrittenValue): BodyRead[] {
  return bodyReads(value);
}

/** Whether what comes later sets the body without asking for the old one, or the message goes no further. */
function isNotNeeded(read: Place, later: readonly Place[], message: Message): boolean {
  if (endsAfter(read) || (message === 'Request' && !forwards(read.document))) return true;
  return later.some((place) => MESSAGES.get(place.section) === message && isSetBody(place) &&
    !attributesAndTexts(place).some((written) => readsOf(written).some((other) => other.message === message)));
}

/** Whether the call ends with another answer, whichever way it takes from here. */
function endsAfter({ element, parent, section }: Place): boolean {
  if (parent === undefined || ANSWERS.has(parent.element.name)) return parent !== undefined;
  const siblings = parent.element.children;
  const behind = parent.element.name === 'choose' ? [] : siblings.slice(siblings.indexOf(element) + 1);
  return behind.some((sibling) => sibling.kind === 'element' && endsCall(sibling)) || (parent.element.name !== section && endsAfter(parent));
}

const ANSWERS: ReadonlySet<string> = new Set(['return-response', 'mock-response']);

function endsCall({ name, children }: PolicyElement): boolean {
  if (ANSWERS.has(name)) return true;
  const branches = children.filter((child) => child.kind === 'element');
  return name === 'choose' && branches.some((branch) => branch.name === 'otherwise') && branches.every((branch) => branch.children.some((child) => child.kind === 'element' && endsCall(child)));
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

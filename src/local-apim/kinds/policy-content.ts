/** Policies and fragments: kept as content/ makes them. */
import type { JsonObject } from '../../model/json.js';
import { acceptPolicy } from '../content/accept-policy.js';
import { renderPolicy } from '../content/render-policy.js';
import type { StoredPolicy } from '../content/stored-policy.js';
import { knownNames } from '../known-names.js';
import { incorrectField } from '../management-error.js';
import { refused, type AcceptedContent, type ContentAbout, type ContentKind, type PolicyFormat } from './content-kind.js';

/** Longest `description` of a fragment: reference/management-api.md §1.1. */
const LONGEST_DESCRIPTION = 1000;

export const POLICY_CONTENT: ContentKind = {
  accept: acceptText,
  render: (content, format) => ({ format, value: renderPolicy(storedPolicy(content), format) }),
};

/** What is wrong with a fragment's text is told by its operation (§2.2). */
export const FRAGMENT_CONTENT: ContentKind = {
  accept(properties, about) {
    const description = properties['description'] ?? undefined;
    if (description !== undefined && (typeof description !== 'string' || description.length > LONGEST_DESCRIPTION)) {
      return refused(incorrectField('description', `'description' is text of at most ${LONGEST_DESCRIPTION} characters`));
    }
    const taken = acceptText(properties, about);
    if (taken.kind === 'refused') return taken;
    return { ...taken, content: { ...taken.content, ...(description === undefined ? {} : { description }) } };
  },
  render: (content, format) => ({
    format,
    value: renderPolicy(storedPolicy(content), format),
    ...(content['description'] === undefined ? {} : { description: content['description'] }),
  }),
};

/** The part of a policy's or a fragment's content that content/ knows. */
export function storedPolicy(content: JsonObject): StoredPolicy {
  return { xml: String(content['xml']) };
}

function acceptText(properties: JsonObject, { name, service }: ContentAbout): AcceptedContent {
  const { value, format = 'xml' } = properties;
  if (typeof value !== 'string') return refused(incorrectField('value', "'value' is required: the policy as text"));
  if (!isPolicyFormat(format)) return refused(incorrectField('format', `the format ${JSON.stringify(format)} is not taken here; the local endpoint fetches nothing, and reads xml and rawxml`));
  const at = name.type.at ?? 'fragment';
  const answer = acceptPolicy(value, format, { at, sku: service.settings.sku, known: knownNames(service.store) });
  if (answer.kind === 'accepted') return { kind: 'accepted', content: { xml: answer.stored.xml } };
  return at === 'fragment' ? { kind: 'refused-late', error: answer.error, content: { xml: value } } : refused(answer.error);
}

export function isPolicyFormat(format: unknown): format is PolicyFormat {
  return format === 'xml' || format === 'rawxml';
}

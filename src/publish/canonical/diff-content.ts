/** What is different between what a resource holds and what it is to hold, for people. */
import type { Secret } from '../../model/secret.js';
import type { ResourceBody } from '../resource-body.js';
import { canonicalContent, type CanonicalContent, type Mask } from './canonical-content.js';
import { canonicalForm } from './canonical-form.js';
import { changedValue } from './changed-value.js';
import type { ContentChange } from './content-change.js';
import { haveOtherSecrets } from './content-digest.js';
import { diffJson } from './diff-json.js';
import { diffTrees } from './diff-trees.js';
import { COVER, withoutKnown } from './mask-secrets.js';

/**
 * None exactly when both are there and `sameContent`; swapped bodies give as many changes. No secret is in them: what looks like one, what stands
 * where only secrets stand, and the known ones wherever they stand are covered.
 * @param before undefined: there is nothing yet
 * @param after undefined: it goes
 * @param known values that must not be shown wherever they stand, such as those of the project's secret named values
 */
export function diffContent(before: ResourceBody | undefined, after: ResourceBody | undefined, known: readonly Secret[] = []): ContentChange[] {
  const changes = bodyChanges(before, after);
  return known.length === 0 ? changes : changes.map((change) => ({
    ...change,
    path: withoutKnown(change.path, known),
    ...(change.before === undefined ? {} : { before: withoutKnown(change.before, known) }),
    ...(change.after === undefined ? {} : { after: withoutKnown(change.after, known) }),
  }));
}

function bodyChanges(before: ResourceBody | undefined, after: ResourceBody | undefined): ContentChange[] {
  const [left, right] = [contentOf(before), contentOf(after)];
  const mask: Mask = (part, path) => right.mask(left.mask(part, path), path);
  return [
    ...diffTrees(left.tree, right.tree, isSwapped(before, after)),
    ...diffJson(left.properties, right.properties, [], mask),
    ...secretChanges(before, after),
  ];
}

function contentOf(body: ResourceBody | undefined): CanonicalContent {
  return body === undefined ? { tree: [], properties: {}, mask: (part) => part } : canonicalContent(body);
}

/** Which of the two comes first is decided by what they hold, so that both orders give the same changes. */
function isSwapped(before: ResourceBody | undefined, after: ResourceBody | undefined): boolean {
  return before !== undefined && after !== undefined && canonicalForm(after, 'kept') < canonicalForm(before, 'kept');
}

/** Both values are known and not the same. */
function secretChanges(before: ResourceBody | undefined, after: ResourceBody | undefined): ContentChange[] {
  return before !== undefined && after !== undefined && haveOtherSecrets(before, after) ? [changedValue('value', COVER, COVER)] : [];
}

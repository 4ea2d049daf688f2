/** What is different between what a resource holds and what it is to hold, for people. */
import type { Secret } from '../../model/secret.js';
import type { JsonObject } from '../../model/json.js';
import type { NamedValueBody, ResourceBody } from '../resource-body.js';
import { maskedBackendPart } from './backend-secrets.js';
import { canonicalBackend } from './canonical-backend.js';
import { canonicalForm, isSecret, treeOf } from './canonical-form.js';
import type { CanonicalNode } from './canonical-tree.js';
import { changedValue } from './changed-value.js';
import type { ContentChange } from './content-change.js';
import { haveOtherSecrets } from './content-digest.js';
import { diffJson, type Mask } from './diff-json.js';
import { diffTrees } from './diff-trees.js';
import { COVER, maskedNamedText, withoutKnown } from './mask-secrets.js';

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
  const [left, right] = [viewOf(before), viewOf(after)];
  const mask: Mask = (part, path) => right.mask(left.mask(part, path), path);
  return [
    ...diffTrees(left.tree, right.tree, isSwapped(before, after)),
    ...diffJson(left.properties, right.properties, [], mask),
    ...secretChanges(before, after),
  ];
}

/** Which of the two comes first is decided by what they hold, so that both orders give the same changes. */
function isSwapped(before: ResourceBody | undefined, after: ResourceBody | undefined): boolean {
  return before !== undefined && after !== undefined && canonicalForm(after, 'kept') < canonicalForm(before, 'kept');
}

/** A body as it is compared: the tree of policies and fragments, and the rest. */
interface View {
  readonly tree: readonly CanonicalNode[];
  readonly properties: JsonObject;
  readonly mask: Mask;
}

const unmasked: Mask = (part) => part;
const NOTHING: View = { tree: [], properties: {}, mask: unmasked };

function viewOf(body: ResourceBody | undefined): View {
  switch (body?.kind) {
    case undefined:
      return NOTHING;
    case 'policy':
      return { ...NOTHING, tree: treeOf(body) };
    case 'fragment':
      return { ...NOTHING, tree: treeOf(body), properties: body.description === undefined || body.description === '' ? {} : { description: body.description } };
    case 'backend':
      return { ...NOTHING, properties: canonicalBackend(body.properties), mask: maskedBackendPart };
    case 'named-value':
      return { ...NOTHING, properties: namedValueProperties(body), mask: (part, path) => (path[0] === 'value' && typeof part === 'string' ? maskedNamedText(body.displayName, part) : part) };
  }
}

function namedValueProperties(body: NamedValueBody): JsonObject {
  const { displayName, tags, value, keyVault } = body;
  const secret = isSecret(body);
  return {
    displayName,
    secret,
    ...(tags.length === 0 ? {} : { tags: [...tags].sort() }),
    ...(keyVault !== undefined ? { keyVault: { secretIdentifier: keyVault.secretIdentifier, ...(keyVault.identityClientId === undefined ? {} : { identityClientId: keyVault.identityClientId }) } } : {}),
    ...(secret ? (keyVault === undefined ? { value: COVER } : {}) : value === undefined ? {} : { value }),
  };
}

/** Both values are known and not the same. */
function secretChanges(before: ResourceBody | undefined, after: ResourceBody | undefined): ContentChange[] {
  return before !== undefined && after !== undefined && haveOtherSecrets(before, after) ? [changedValue('value', COVER, COVER)] : [];
}

/** The content of each kind of resource. */
import type { ResourceKind } from './resource-type.js';
import { BACKEND_CONTENT } from './kinds/backend-content.js';
import type { ContentKind } from './kinds/content-kind.js';
import { NAMED_VALUE_CONTENT } from './kinds/named-value-content.js';
import { PARENT_CONTENT } from './kinds/parent-content.js';
import { FRAGMENT_CONTENT, POLICY_CONTENT } from './kinds/policy-content.js';

export const CONTENT_KINDS: Readonly<Record<ResourceKind, ContentKind>> = {
  policy: POLICY_CONTENT,
  fragment: FRAGMENT_CONTENT,
  'named-value': NAMED_VALUE_CONTENT,
  backend: BACKEND_CONTENT,
  parent: PARENT_CONTENT,
};

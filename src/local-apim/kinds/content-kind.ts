/** How a kind of resource is taken in, kept and given out. */
import type { JsonObject } from '../../model/json.js';
import type { ServiceError } from '../content/stored-policy.js';
import type { ResourceName } from '../resource-name.js';
import type { ServiceState } from '../service-state.js';

export interface ContentKind {
  /** @param properties what stands below `properties` in the body of a PUT */
  readonly accept: (properties: JsonObject, about: ContentAbout) => AcceptedContent;
  /**
   * What stands below `properties` in an answer.
   * @param content what `accept` gave
   */
  readonly render: (content: JsonObject, format: PolicyFormat) => JsonObject;
}

export type PolicyFormat = 'xml' | 'rawxml';

export interface ContentAbout {
  readonly name: ResourceName;
  /** What the resource holds now. */
  readonly before: JsonObject | undefined;
  readonly service: ServiceState;
  /** Whether it may say also what only the service can. */
  readonly isSeed?: boolean;
}

/** `content` is what is kept; of a request that is accepted, and whose operation then fails, what is shown until it does. */
export type AcceptedContent =
  | { readonly kind: 'accepted'; readonly content: JsonObject }
  | { readonly kind: 'refused'; readonly error: ServiceError }
  | { readonly kind: 'refused-late'; readonly error: ServiceError; readonly content: JsonObject };

export function refused(error: ServiceError): AcceptedContent {
  return { kind: 'refused', error };
}

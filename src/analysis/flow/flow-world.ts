/** What a document's data flow has to know of the project around it. */
import type { PolicyDocument } from '../../model/document.js';
import type { PolicyValue } from '../../model/value.js';

export interface FlowWorld {
  /** The type of a value, `System.String` or `string`; undefined: not known. */
  readonly typeOf: (value: PolicyValue) => string | undefined;
  /** The fragment of an id; undefined when the project does not have it. */
  readonly fragment: (id: string) => PolicyDocument | undefined;
  /** Whether all scopes around the document are in the project. */
  readonly isComplete: boolean;
  /** Variables that other documents set. */
  readonly setElsewhere: ReadonlySet<string>;
}

/** The set of files under work, loaded: all documents and resources, from .ts and .xml alike. */
import type { Diagnostic } from './diagnostic.js';
import type { PolicyDocument } from './document.js';
import type { Resource } from './resources.js';

export interface Project {
  readonly documents: readonly PolicyDocument[];
  readonly resources: readonly Resource[];
  /** There are files that were not loaded: what they declare and use is not known. */
  readonly isPart?: boolean;
  /** Problems met while loading: a file that is not UTF-8, a policy file that throws. */
  readonly diagnostics: readonly Diagnostic[];
}

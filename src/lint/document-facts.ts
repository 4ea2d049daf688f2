/** What rules know about a document. */
import { type ChooseRanges, chooseRanges } from '../analysis/choose-ranges.js';
import { type DocumentFlow, documentFlow } from '../analysis/flow/document-flow.js';
import type { PolicyDocument } from '../model/document.js';
import { type Place, walkElements } from '../model/walk.js';
import { flowWorld } from './document-flow-world.js';
import type { ProjectFacts } from './project-facts.js';

export class DocumentFacts {
  readonly document: PolicyDocument;
  /** The project that the document stands in. */
  readonly project: ProjectFacts;
  #places: readonly Place[] | undefined;
  #flow: DocumentFlow | undefined;

  constructor(document: PolicyDocument, project: ProjectFacts) {
    this.document = document;
    this.project = project;
  }

  /** Every element in document order, walked once for all rules. */
  get places(): readonly Place[] {
    return (this.#places ??= [...walkElements(this.document)]);
  }

  /** Every choose, in document order, with the values that its branches take. */
  get chooses(): readonly ChooseRanges[] {
    return chooseRanges(this.document);
  }

  /** What is known where each policy runs. */
  get flow(): DocumentFlow {
    return (this.#flow ??= documentFlow(this.document, flowWorld(this.document, this.project)));
  }
}

/** What rules know about a document. */
import { type ChooseRanges, chooseRanges } from '../analysis/choose-ranges.js';
import type { PolicyDocument } from '../model/document.js';

export class DocumentFacts {
  readonly document: PolicyDocument;

  constructor(document: PolicyDocument) {
    this.document = document;
  }

  /** Every choose, in document order, with the values that its branches take. */
  get chooses(): readonly ChooseRanges[] {
    return chooseRanges(this.document);
  }
}

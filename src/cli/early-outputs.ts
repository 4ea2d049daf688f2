/** The texts that build writes, made while scripts of other policies still run where that can be. */
import type { PolicyDocument } from '../model/document.js';
import { emitOutput } from '../project/emit-output.js';
import type { ResolvedConfig } from '../project/loaded-project.js';
import { checkedDocument } from './checked-document.js';

export class EarlyOutputs {
  readonly #texts = new Map<PolicyDocument, Promise<string>>();

  /** Makes the text of a document without errors. Whether it is wanted depends on what is found in the others. */
  start(document: PolicyDocument, config: ResolvedConfig): void {
    if (checkedDocument(document, config).some(({ severity }) => severity === 'error')) return;
    const text = emitOutput(document, config);
    // A failure is heard of by who asks for the text.
    text.catch(() => undefined);
    this.#texts.set(document, text);
  }

  /** @throws InternalError as emitOutput does */
  textOf(document: PolicyDocument, config: ResolvedConfig): Promise<string> {
    return this.#texts.get(document) ?? emitOutput(document, config);
  }
}

/** What is not valid in a document, found once: while scripts of other policies still run, or when it is asked for. */
import { checkDocument } from '../check/check-document.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { PolicyDocument } from '../model/document.js';
import type { ResolvedConfig } from '../project/loaded-project.js';

interface Checked {
  readonly gateway: ResolvedConfig['gateway'];
  readonly found: readonly Diagnostic[];
}

const known = new WeakMap<PolicyDocument, Checked>();

/** In the order of the text, at the severities of the checks. */
export function checkedDocument(document: PolicyDocument, { gateway }: Pick<ResolvedConfig, 'gateway'>): readonly Diagnostic[] {
  const earlier = known.get(document);
  if (earlier?.gateway === gateway) return earlier.found;
  const found = checkDocument(document, { gateways: gateway });
  known.set(document, { gateway, found });
  return found;
}

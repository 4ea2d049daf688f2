/** A list of texts as C#. */
import { callSite } from './call-site.js';
import type { Expression } from './property-types.js';
import { textLiteral } from './text-literal.js';

/** `new[] { "a", "b" }`. */
export function stringArray(texts: readonly string[]): Expression {
  return { kind: 'expression', form: 'expression', code: `new[] { ${texts.map(textLiteral).join(', ')} }`, callSite: callSite(stringArray, stringArray.name) };
}

/** A list of texts as C#. */
import { csharpStringLiteral } from '../syntax/csharp/string-literal.js';
import { callSite } from './call-site.js';
import type { Expression } from './property-types.js';

/** `new[] { "a", "b" }`. */
export function stringArray(texts: readonly string[]): Expression {
  return { kind: 'expression', form: 'expression', code: `new[] { ${texts.map(csharpStringLiteral).join(', ')} }`, callSite: callSite(stringArray, stringArray.name) };
}

/** A text of the author's as a C# string literal in a policy. */
import { csharpStringLiteral } from '../syntax/csharp/string-literal.js';

/**
 * The literal that evaluates to `text`. Two opening braces are broken up, because APIM replaces `{{name}}` by a named value before C#
 * sees it, in strings as well. Source: reference/expressions.md §5.
 */
export function textLiteral(text: string): string {
  return csharpStringLiteral(text).replaceAll('{{', '{\\u007b');
}

/** What an XML parser that is not ours says of a text. A file of its own, so that it is loaded when `xml` is written and not before. */
import { XMLValidator } from 'fast-xml-parser';

/** What is not well-formed, and in which line; undefined when the text is XML. */
export function xmlProblem(text: string): { readonly line: number; readonly message: string } | undefined {
  const verdict = XMLValidator.validate(text);
  return verdict === true ? undefined : { line: verdict.err.line, message: verdict.err.msg };
}

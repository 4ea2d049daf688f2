/** Changes of code as they are made in the file that the code stands in. */
import type { Fix } from '../syntax/text/fix.js';
import type { PlacedExpression } from './placed-expression.js';

/** The same change as it is made in the file, where the code may stand escaped; undefined in an authored document. @param fix of the expression's code */
export function fixInFile({ edits, ...fix }: Fix, { value, place, step }: PlacedExpression): Fix | undefined {
  const { syntax } = place.document;
  if (syntax === undefined) return undefined;
  const { start, end } = value.originOf({ start: 0, end: value.text.length }).range;
  const isEscaped = step !== '' && (syntax.xml.encoding === 'xml' || syntax.source.text.slice(start.offset, end.offset).includes('&quot;'));
  return {
    ...fix,
    edits: edits.map(({ span, text }) => {
      const { range } = value.originOf({ start: value.codeStart + span.start, end: value.codeStart + span.end });
      return { span: { start: range.start.offset, end: range.end.offset }, text: isEscaped ? text.replaceAll('"', '&quot;') : text };
    }),
  };
}

/** The mistakes that the binder reports, under the ids of the C# compiler and codes of our own. */
import type { Span } from '../../../syntax/text/position.js';

/** Codes of our own, few: each stands for mistakes that need the same explanation. */
export type ExpressionProblemCode =
  | 'ambiguous-call' | 'duplicate-name' | 'expression-does-not-compile' | 'missing-return' | 'refused-member' | 'refused-type' | 'unassigned-variable' | 'unknown-member' | 'unknown-name'
  | 'wrong-argument' | 'wrong-result-type' | 'wrong-type';

/**
 * `inferred`: how the gateway wraps or looks at an expression decides, which is not known for sure; a warning. `disputed`: Microsoft's own tools contradict the
 * reference page; a remark.
 */
export type ExpressionCertainty = 'inferred' | 'disputed';

export interface ExpressionProblem {
  readonly code: ExpressionProblemCode;
  /** The compiler's id, `CS1503`; what APIM says of what it does not let expressions use. */
  readonly roslyn: string;
  /** Lower-case start, no final stop: what is found and what is wrong with it. */
  readonly message: string;
  readonly hint?: string;
  readonly certainty?: ExpressionCertainty;
  /** Offsets into the code. */
  readonly span: Span;
}

/** Ids that are not listed are `expression-does-not-compile`. */
const CODES: Readonly<Record<string, ExpressionProblemCode>> = {
  CS0019: 'wrong-type', CS0023: 'wrong-type', CS0029: 'wrong-type', CS0030: 'wrong-type', CS0031: 'wrong-type', CS0037: 'wrong-type', CS0039: 'wrong-type',
  CS0173: 'wrong-type', CS0221: 'wrong-type', CS0266: 'wrong-type', CS0826: 'wrong-type', CS1662: 'wrong-type', CS8121: 'wrong-type',
  CS0103: 'unknown-name', CS0234: 'unknown-name', CS0246: 'unknown-name', CS0841: 'unknown-name', CS0305: 'unknown-name', CS0308: 'unknown-name',
  CS0117: 'unknown-member', CS1061: 'unknown-member', CS0426: 'unknown-member',
  CS0021: 'wrong-argument', CS0411: 'wrong-argument', CS1501: 'wrong-argument', CS1503: 'wrong-argument', CS1593: 'wrong-argument', CS1615: 'wrong-argument',
  CS1620: 'wrong-argument', CS1729: 'wrong-argument', CS1739: 'wrong-argument', CS7036: 'wrong-argument',
  CS0121: 'ambiguous-call', CS0104: 'ambiguous-call',
  CS0100: 'duplicate-name', CS0128: 'duplicate-name', CS0136: 'duplicate-name', CS1931: 'duplicate-name',
  CS0161: 'missing-return', CS1643: 'missing-return',
  CS0126: 'wrong-type', CS0127: 'wrong-type', CS8030: 'wrong-type', CS4029: 'wrong-type',
  CS0165: 'unassigned-variable', CS0177: 'unassigned-variable',
};

/** A problem under the compiler's id; the code of our own follows from it. */
export function problem(roslyn: string, { start, end }: Span, message: string, hint?: string): ExpressionProblem {
  const code = CODES[roslyn] ?? 'expression-does-not-compile';
  return { code, roslyn, message, span: { start, end }, ...(hint === undefined ? {} : { hint }) };
}

/** A problem in the compiler's own words, which start with a capital; a second sentence of theirs says what to do. */
export function failed({ roslyn, message }: { readonly roslyn: string; readonly message: string }, span: Span, hint?: string): ExpressionProblem {
  const [first = '', advice] = message.replace(/\.$/u, '').split(/\. (?=[A-Z])/u);
  return problem(roslyn, span, lowerFirst(first), hint ?? (advice === undefined ? undefined : lowerFirst(advice)));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

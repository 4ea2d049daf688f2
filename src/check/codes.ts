/** Every code that a check reports of its own, with what it means; docs/checks.md is made from it. */
import type { Severity } from '../model/severity.js';

export interface CheckCode {
  /** Usual severity; a finding that rests on a fact that is not certain is a warning. */
  readonly severity: Severity;
  /** The problem, one sentence. */
  readonly summary: string;
  /** What APIM does about it. */
  readonly consequence: string;
  /** The finding speaks of where elements stand: left out when broken markup may be why. */
  readonly structural?: boolean;
}

const REFUSED = 'The document cannot be saved: the service answers 400 ValidationError.';
const PERHAPS_REFUSED = 'The service may refuse the document when it is saved.';

/** In alphabetical order. */
export const CHECK_CODES = {
  'ambiguous-call': {
    severity: 'error',
    summary: 'Several methods or types fit a call or name in an expression equally well.',
    consequence: REFUSED,
  },
  'assignment-in-condition': {
    severity: 'error',
    summary: 'A condition assigns with `=`, most likely where `==` was meant.',
    consequence: `${REFUSED} What policies read is read-only, so the code does not compile.`,
  },
  'base-outside-section': {
    severity: 'warning',
    structural: true,
    summary: '`base` stands somewhere else than directly in a section.',
    consequence: `${PERHAPS_REFUSED} In a fragment it is refused.`,
  },
  'base-without-parent': {
    severity: 'warning',
    structural: true,
    summary: '`base` stands in the global document or in a resolver, which inherit nothing.',
    consequence: 'It has no effect; the service may refuse it.',
  },
  'child-out-of-order': {
    severity: 'warning',
    structural: true,
    summary: 'Child elements stand in another order than the reference page gives.',
    consequence: PERHAPS_REFUSED,
  },
  'conflicting-attributes': {
    severity: 'error',
    summary: 'Attributes or children stand together that exclude one another.',
    consequence: REFUSED,
  },
  'document-too-large': {
    severity: 'warning',
    summary: 'The document is larger than the limit of its kind and tier.',
    consequence: PERHAPS_REFUSED,
  },
  'duplicate-name': {
    severity: 'error',
    summary: 'An expression declares a name twice, or one that the code around it uses already.',
    consequence: REFUSED,
  },
  'duplicate-section': {
    severity: 'error',
    structural: true,
    summary: 'A section stands twice in one document.',
    consequence: REFUSED,
  },
  'empty-document': {
    severity: 'error',
    structural: true,
    summary: 'The document holds no policy.',
    consequence: REFUSED,
  },
  'expression-does-not-compile': {
    severity: 'error',
    summary: 'An expression breaks a rule of C# that has no code of its own here.',
    consequence: REFUSED,
  },
  'expression-inside-text': {
    severity: 'warning',
    summary: 'An expression stands inside other text.',
    consequence: 'An expression is evaluated only when it is the whole value; the text is sent as written.',
  },
  'expression-not-allowed': {
    severity: 'error',
    summary: 'A policy expression stands where the policy takes none.',
    consequence: REFUSED,
  },
  'ineffective-attribute': {
    severity: 'warning',
    summary: 'An attribute or child stands where another setting makes it useless.',
    consequence: 'The gateway ignores it.',
  },
  'invalid-value': {
    severity: 'error',
    summary: 'A value is not of the type, enumeration or form that the policy takes.',
    consequence: REFUSED,
  },
  'letter-case': {
    severity: 'info',
    summary: 'A value differs from the documented one in upper and lower case only.',
    consequence: 'The service takes it, as far as is known; the reference page writes it otherwise.',
  },
  'literal-for-expression': {
    severity: 'warning',
    summary: 'A literal stands where a policy expression is expected.',
    consequence: 'The text itself is used, not what it seems to compute.',
  },
  'malformed-named-value': {
    severity: 'warning',
    summary: 'The braces of a named value do not fit.',
    consequence: 'The text is sent as written instead of the named value.',
  },
  'misplaced-policy': {
    severity: 'error',
    structural: true,
    summary: 'A policy stands in a section, an element or a document that does not take it.',
    consequence: REFUSED,
  },
  'misplaced-section': {
    severity: 'error',
    structural: true,
    summary: 'A section or root element stands in a fragment, a section or a policy.',
    consequence: REFUSED,
  },
  'missing-attribute': {
    severity: 'error',
    summary: 'A required attribute is missing.',
    consequence: REFUSED,
  },
  'missing-child': {
    severity: 'error',
    structural: true,
    summary: 'A required child element is missing.',
    consequence: REFUSED,
  },
  'missing-return': {
    severity: 'error',
    summary: 'The statements of an expression, `@{ … }`, can end without a `return`.',
    consequence: `${REFUSED} The compiler says that not all code paths return a value.`,
  },
  'missing-text': {
    severity: 'warning',
    structural: true,
    summary: 'An element that needs text is empty.',
    consequence: PERHAPS_REFUSED,
  },
  'more-than-one-backend-policy': {
    severity: 'warning',
    structural: true,
    summary: 'The backend section holds more than one policy.',
    consequence: PERHAPS_REFUSED,
  },
  'nested-fragment': {
    severity: 'error',
    structural: true,
    summary: 'A fragment includes another fragment.',
    consequence: REFUSED,
  },
  'not-in-fragment': {
    severity: 'warning',
    summary: 'A policy stands in a fragment whose page does not allow it there.',
    consequence: PERHAPS_REFUSED,
  },
  'policy-outside-section': {
    severity: 'error',
    structural: true,
    summary: 'A policy stands directly in `policies`.',
    consequence: REFUSED,
  },
  'recommended-child': {
    severity: 'warning',
    structural: true,
    summary: 'A child that the reference page asks for in this configuration is missing.',
    consequence: 'Responses for one caller can reach another.',
  },
  'refused-member': {
    severity: 'error',
    summary: 'An expression uses a member that APIM does not allow, of a type that it allows.',
    consequence: REFUSED,
  },
  'refused-type': {
    severity: 'error',
    summary: 'An expression uses a member of a type that APIM does not allow. That a type is only named, in a cast or a declaration, is no use of it.',
    consequence: REFUSED,
  },
  'repeated-base': {
    severity: 'warning',
    structural: true,
    summary: '`base` stands twice in one section.',
    consequence: "The broader scope's policies may run twice.",
  },
  'repeated-policy': {
    severity: 'warning',
    structural: true,
    summary: 'A policy stands several times where its page allows it once per section.',
    consequence: PERHAPS_REFUSED,
  },
  'several-roots': {
    severity: 'error',
    structural: true,
    summary: 'The document has more than one root element.',
    consequence: REFUSED,
  },
  'superseded-policy': {
    severity: 'info',
    summary: 'A policy has a successor.',
    consequence: 'It keeps working; new features come to the successor.',
  },
  'too-many-children': {
    severity: 'error',
    structural: true,
    summary: 'A child element stands more often than the policy takes it.',
    consequence: REFUSED,
  },
  'unassigned-variable': {
    severity: 'error',
    summary: 'A variable of an expression is read where it may have no value yet.',
    consequence: REFUSED,
  },
  'unavailable-in-scope': {
    severity: 'error',
    summary: 'A policy stands in a document of a scope that its page does not list.',
    consequence: REFUSED,
  },
  'unavailable-on-gateway': {
    severity: 'error',
    summary: 'A policy is not available on the configured gateway.',
    consequence: 'The service refuses it: "Policy is not allowed in this sku".',
  },
  'undocumented-section': {
    severity: 'info',
    structural: true,
    summary: 'A policy stands in a section that its reference page does not list, but that is seen in practice.',
    consequence: 'The service takes it where it was seen; no page promises that it always will.',
  },
  'unexpected-text': {
    severity: 'error',
    structural: true,
    summary: 'Text stands where only elements may.',
    consequence: REFUSED,
  },
  'unknown-attribute': {
    severity: 'error',
    summary: 'A policy has no attribute of this name.',
    consequence: REFUSED,
  },
  'unknown-element': {
    severity: 'error',
    structural: true,
    summary: 'A policy has no child element of this name.',
    consequence: REFUSED,
  },
  'unknown-member': {
    severity: 'error',
    summary: 'A type has no property, field or method of the name that an expression uses.',
    consequence: REFUSED,
  },
  'unknown-name': {
    severity: 'error',
    summary: 'An expression uses a name that no variable, type or namespace has.',
    consequence: REFUSED,
  },
  'unknown-policy': {
    severity: 'error',
    structural: true,
    summary: 'There is no policy of this name.',
    consequence: REFUSED,
  },
  'unknown-section': {
    severity: 'error',
    structural: true,
    summary: '`policies` has no section of this name.',
    consequence: REFUSED,
  },
  'wrong-argument': {
    severity: 'error',
    summary: 'A call in an expression has arguments that no overload of the method takes.',
    consequence: REFUSED,
  },
  'wrong-result-type': {
    severity: 'error',
    summary: 'An expression gives a value of a type that its place does not take.',
    consequence: REFUSED,
  },
  'wrong-type': {
    severity: 'error',
    summary: 'A value in an expression is of a type that an operator, variable or condition does not take.',
    consequence: REFUSED,
  },
} as const satisfies Readonly<Record<string, CheckCode>>;

export type CheckCodeName = keyof typeof CHECK_CODES;

/** What APIM does about a finding, as the end of its message; undefined where messages say it themselves. */
export function outcomeOf(code: CheckCodeName, severity: Severity): string | undefined {
  const { consequence }: CheckCode = CHECK_CODES[code];
  if (consequence !== REFUSED && consequence !== PERHAPS_REFUSED) return undefined;
  return severity === 'error' ? 'APIM refuses the document' : 'APIM may refuse the document';
}

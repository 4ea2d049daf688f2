/**
 * How the service words what our checks find. Structure is .NET's schema validation (inferred from the two texts that were seen: reference/management-api.md
 * §2.7, 5 and 6); a mistake whose wording nobody has recorded is told in our own words, in the same shape.
 */
import { CHECK_CODES, type CheckCodeName, outcomeOf } from '../../check/codes.js';
import { textValues } from '../../check/element-content.js';
import { findElement } from '../../catalog/elements.js';
import type { ContentSpec } from '../../catalog/element-spec.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Place } from '../../model/walk.js';

interface Wording {
  readonly text: string;
  readonly inExpression?: boolean;
  /** The element that the service names, where it is not the finding's own. */
  readonly place?: Place | undefined;
}

interface Found {
  readonly diagnostic: Diagnostic;
  readonly place: Place;
}

/** @param place of the finding; undefined when it is about no element */
export function wordingOf(diagnostic: Diagnostic, place: Place | undefined): Wording {
  const wording = place === undefined ? undefined : WORDINGS[diagnostic.code]?.({ diagnostic, place });
  return wording ?? { text: ownWords(diagnostic), inExpression: place !== undefined && isInExpression(diagnostic, place) };
}

const sectionElsewhere = (): Wording => ({ text: 'Policy section is not allowed in the specified scope' });
const expression = (text: string): Wording => ({ text, inExpression: true });

const WORDINGS: Readonly<Record<string, (found: Found) => Wording | undefined>> = {
  'unexpected-text': ({ place }) => ({ text: `The element '${place.element.name}' cannot contain text.${listOfChildren(place)}` }),
  'unknown-element': invalidChild,
  'too-many-children': invalidChild,
  'missing-child': ({ place }) => ({ text: `The element '${place.element.name}' has incomplete content.${listOfChildren(place)}` }),
  'unknown-attribute': ({ diagnostic }) => ({ text: `The '${attributeIn(diagnostic)}' attribute is not declared.` }),
  'misplaced-section': sectionElsewhere,
  'policy-outside-section': sectionElsewhere,
  'unknown-section': sectionElsewhere,
  'unavailable-in-scope': () => ({ text: 'Policy is not allowed in the specified scope' }),
  'unclosed-string': () =>
    expression('Unterminated string literal. Strings that start with a quotation mark (") must be terminated before the end of the line. However, strings that start with @ and a quotation mark (@") can span multiple lines.'),
  'unbraced-statement': ({ diagnostic }) => {
    const found = /Expected a "\{" but found (?<found>.*)\. Block statements must be enclosed/u.exec(diagnostic.message)?.groups?.found;
    return found === undefined ? undefined : expression(
      `Expected a "{" but found ${found}. Block statements must be enclosed in "{" and "}". You cannot use single-statement control-flow statements in CSHTML pages.`,
    );
  },
  'dynamic-type': () => expression('Dynamic member invocation is not supported'),
  'refused-type': refusedUse,
  'refused-member': refusedUse,
};

/** The service's words stand in parentheses at the end of the check's message. */
function refusedUse({ diagnostic }: Found): Wording | undefined {
  const usage = /\((?<usage>Usage of .* is not supported within expressions)\)$/u.exec(diagnostic.message)?.groups?.usage;
  return usage === undefined ? undefined : expression(usage);
}

function invalidChild({ place }: Found): Wording | undefined {
  const { parent, element } = place;
  if (parent === undefined) return undefined;
  return { place: parent, text: `The element '${parent.element.name}' has invalid child element '${element.name}'.${listOfChildren(parent)}` };
}

function listOfChildren(place: Place): string {
  const children = contentOf(place)?.children ?? [];
  return children.length === 0 ? '' : ` List of possible elements expected: '${children.map(({ name }) => name).join(', ')}'.`;
}

/** What the catalogue says of an element: a policy, or one of its child elements. */
function contentOf({ element, parent }: Place): ContentSpec | undefined {
  const own = parent === undefined ? undefined : contentOf(parent)?.children.find(({ name }) => name === element.name)?.content;
  return own ?? findElement(element.name)?.content;
}

/** The name in a path that ends with an attribute; else empty. */
function attributeIn({ path }: Pick<Diagnostic, 'path'>): string {
  return /\/@(?<name>[^/]*)$/u.exec(path)?.groups?.name ?? '';
}

/** Whether C# is at fault: the compiler's findings, and the parser's, which have codes that no check has. */
function isInExpression({ code, path }: Diagnostic, { element }: Place): boolean {
  if (isCheckCode(code)) return COMPILER_CODES.has(code);
  const name = attributeIn({ path });
  const values = name === '' ? textValues(element) : element.attributes.filter((attribute) => attribute.name === name).map(({ value }) => value);
  return values.some(({ kind }) => kind === 'expression');
}

const COMPILER_CODES: ReadonlySet<string> = new Set<CheckCodeName>([
  'ambiguous-call', 'assignment-in-condition', 'duplicate-name', 'expression-does-not-compile', 'missing-return', 'refused-member', 'refused-type',
  'unassigned-variable', 'unknown-member', 'unknown-name', 'wrong-argument', 'wrong-result-type', 'wrong-type',
]);

function isCheckCode(code: string): code is CheckCodeName {
  return Object.hasOwn(CHECK_CODES, code);
}

/** The check's message without what it says APIM does. */
function ownWords({ code, message }: Diagnostic): string {
  const outcome = isCheckCode(code) ? outcomeOf(code, 'error') : undefined;
  const end = outcome === undefined ? -1 : message.lastIndexOf(`: ${outcome}`);
  const reason = end === -1 ? message : message.slice(0, end);
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}

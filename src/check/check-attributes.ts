/** Attributes of one element: unknown, missing and ill-typed ones. */
import type { AttributeSpec, ContentSpec, ValueType } from '../catalog/element-spec.js';
import type { PolicyAttribute, PolicyElement } from '../model/document.js';
import type { Severity } from '../model/severity.js';
import type { Place } from '../model/walk.js';
import { closestName } from '../syntax/text/closest-name.js';
import { type CheckContext, severityOf } from './check-context.js';
import { checkValue } from './check-value.js';
import { attributeOf, isPresent } from './element-content.js';
import { checkNamedValueBraces } from './named-value-braces.js';
import { renamedAttribute, spellingSafety } from './renaming.js';

/** @param unknownAttribute severity of an attribute that the catalogue does not know */
export function checkAttributes(context: CheckContext, place: Place, content: ContentSpec, unknownAttribute: Severity = 'error'): void {
  const { element } = place;
  let absent: readonly string[] | undefined;
  for (const attribute of element.attributes) {
    const { name, value } = attribute;
    const spec = content.attributes.find((known) => known.name === name);
    const step = `/@${name}`;
    if (checkNamedValueBraces(context, value, place, step)) {
      context.doubt(element, name);
    } else if (spec !== undefined) {
      const whole = content.constraints.find((rule) => rule.kind === 'whole-value-expression' && rule.names.includes(name));
      const isWrong = checkValue(context, value, spec, { place, subject: `${name} of ${element.name}`, step, mixedSeverity: whole?.severity });
      if (isWrong) context.doubt(element, name);
    } else if (!isNamespaced(name)) {
      absent ??= absentNames(element, content);
      reportUnknown(context, place, attribute, { content, absent, severity: unknownAttribute });
    }
  }
  for (const spec of content.attributes) if (spec.required === true) checkPresent(context, place, spec);
}

/** The attributes that the element may have and has not. */
function absentNames(element: PolicyElement, { attributes }: ContentSpec): string[] {
  return attributes.map((spec) => spec.name).filter((name) => attributeOf(element, name) === undefined);
}

interface Unknown {
  readonly content: ContentSpec;
  /** What a misspelt name may stand for. */
  readonly absent: readonly string[];
  readonly severity: Severity;
}

function reportUnknown(context: CheckContext, place: Place, attribute: PolicyAttribute, { content, absent, severity }: Unknown): void {
  const { element } = place;
  const { name, origin } = attribute;
  const similar = closestName(name, absent);
  const meant = similar ?? soleMissing(context, element, content, absent);
  if (meant !== undefined) context.doubt(element, meant);
  context.report({
    code: 'unknown-attribute',
    severity,
    at: origin,
    place,
    step: `/@${name}`,
    message: content.attributes.length === 0 ? `${element.name} takes no attributes, but has ${name}` : `${element.name} has no attribute ${name}`,
    hint: meant === undefined ? unknownHint(element, name, content) : `did you mean ${meant}${similar === undefined ? ', which is missing' : ''}?`,
    fix: similar === undefined ? undefined : renamedAttribute(element, attribute, similar, spellingSafety(name, similar, absent)),
  });
}

/** The one required attribute that is not there: an unknown one most likely stands for it, unless it was to be a child element. */
function soleMissing(context: CheckContext, element: PolicyElement, { attributes, children }: ContentSpec, absent: readonly string[]): string | undefined {
  if (children.length > 0) return undefined;
  const [only, ...others] = attributes.filter((spec) => spec.required === true && absent.includes(spec.name) && !context.isInDoubt(element, spec.name));
  return others.length === 0 ? only?.name : undefined;
}

function unknownHint(element: PolicyElement, name: string, { attributes, children }: ContentSpec): string {
  if (children.some((child) => child.name === name)) return `write it as a child element: <${name}>`;
  return attributes.length === 0 ? 'remove it' : `${element.name} has ${attributes.map((spec) => spec.name).join(', ')}`;
}

/** What a hint writes in place of a value; `…` for texts of any kind. */
const SAMPLES: Partial<Readonly<Record<ValueType, string>>> = {
  boolean: 'true|false', integer: 'n', number: 'n', 'duration-seconds': 'n', expression: '@(…)', 'expression-bool': '@(…)',
};

function checkPresent(context: CheckContext, place: Place, { name, type, summary, requiredCertainty }: AttributeSpec): void {
  const { element } = place;
  // Written as a child element, it is reported as one.
  if (isPresent(element, name) || context.isInDoubt(element, name)) return;
  context.doubt(element, name);
  context.report({
    code: 'missing-attribute',
    severity: severityOf(requiredCertainty),
    at: element.origin,
    place,
    message: `${element.name} lacks the required attribute ${name}`,
    hint: `add ${name}="${SAMPLES[type] ?? '…'}"${summary === '' ? '' : ` (${summary})`}`,
  });
}

/** `xmlns`, `xmlns:x`, `xsi:…`: about the XML, not the policy. */
function isNamespaced(name: string): boolean {
  return name === 'xmlns' || name.includes(':');
}

/** The catalogue's table as it is stored: an ElementSpec with everything left out that is as usual. */
import type { GatewayKind, ScopeKind, SectionName } from '../model/scope.js';
import type { AttributeSpec, Certainty, ChildSpec, ConstraintSpec, ContentSpec, ElementSpec, TextSpec, ValueSpec, ValueType } from './element-spec.js';

/** How well the facts of one value are known; what is left out is documented. */
export interface CompactCertainty {
  readonly required?: Certainty;
  readonly expression?: Certainty;
  readonly range?: Certainty;
}

export interface CompactValue {
  readonly type: ValueType;
  readonly expression: boolean | null;
  readonly values?: readonly string[];
  readonly undocumentedValues?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: { readonly source: string; readonly meaning: string };
  readonly certainty?: CompactCertainty;
}

export interface CompactAttribute extends CompactValue {
  readonly name: string;
  readonly required?: boolean | 'conditional';
  readonly default?: string;
  readonly summary?: string;
  readonly undocumented?: boolean;
}

export interface CompactText extends CompactValue {
  readonly required?: boolean;
  readonly liquid?: boolean;
  readonly summary?: string;
  readonly undocumented?: boolean;
}

export interface CompactContent {
  readonly attributes?: readonly CompactAttribute[];
  readonly text?: CompactText;
  readonly children?: readonly CompactChild[];
  readonly contains?: 'policies' | readonly string[];
  readonly constraints?: readonly ConstraintSpec[];
  readonly anyChildren?: boolean;
}

export interface CompactChild extends CompactContent {
  readonly name: string;
  readonly min?: number;
  readonly max: number | null;
  readonly property: string;
  readonly summary?: string;
  readonly undocumented?: boolean;
}

export interface CompactElement extends CompactContent {
  readonly name: string;
  readonly summary: string;
  readonly category: string;
  readonly doc?: string;
  readonly preview?: boolean;
  readonly sections: readonly (SectionName | 'resolver')[];
  readonly observedSections?: readonly SectionName[];
  readonly scopes: readonly ScopeKind[];
  readonly gateways: readonly GatewayKind[];
  readonly multiple?: boolean;
  readonly supersededBy?: string;
  readonly undocumented?: boolean;
}

/** `id` stands on every policy and is read back as context.LastError.PolicyId. Source: policy-documents.md, "Element ids". */
const ID: CompactAttribute = { name: 'id', type: 'string', expression: null, summary: 'name of this statement, read back as context.LastError.PolicyId' };

/** `base` is a marker, not a policy statement. */
const WITHOUT_ID: ReadonlySet<string> = new Set(['base']);

/** Fills in what the table leaves out. */
export function expandElement(compact: CompactElement): ElementSpec {
  const content = expandContent(compact);
  return {
    name: compact.name,
    summary: compact.summary,
    category: compact.category,
    doc: compact.doc ?? '',
    preview: compact.preview ?? false,
    sections: compact.sections,
    observedSections: compact.observedSections ?? [],
    scopes: compact.scopes,
    gateways: compact.gateways,
    multiple: compact.multiple ?? null,
    content: WITHOUT_ID.has(compact.name) ? content : { ...content, attributes: [...content.attributes, expandAttribute(ID)] },
    ...(compact.supersededBy === undefined ? {} : { supersededBy: compact.supersededBy }),
    undocumented: compact.undocumented ?? false,
  };
}

function expandContent(compact: CompactContent): ContentSpec {
  return {
    attributes: (compact.attributes ?? []).map(expandAttribute),
    text: compact.text === undefined ? null : expandText(compact.text),
    children: (compact.children ?? []).map(expandChild),
    contains: compact.contains ?? null,
    constraints: compact.constraints ?? [],
    anyChildren: compact.anyChildren ?? false,
  };
}

function expandValue(compact: CompactValue): ValueSpec {
  const { type, expression, values, undocumentedValues, min, max, pattern, certainty } = compact;
  return {
    type,
    expression,
    expressionCertainty: certainty?.expression ?? 'documented',
    rangeCertainty: certainty?.range ?? 'documented',
    ...(values === undefined ? {} : { values }),
    ...(undocumentedValues === undefined ? {} : { undocumentedValues }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(pattern === undefined ? {} : { pattern }),
  };
}

function expandAttribute(compact: CompactAttribute): AttributeSpec {
  return {
    ...expandValue(compact),
    name: compact.name,
    required: compact.required ?? false,
    requiredCertainty: compact.certainty?.required ?? 'documented',
    ...(compact.default === undefined ? {} : { default: compact.default }),
    summary: compact.summary ?? '',
    undocumented: compact.undocumented ?? false,
  };
}

function expandText(compact: CompactText): TextSpec {
  return { ...expandValue(compact), required: compact.required ?? false, liquid: compact.liquid ?? false, summary: compact.summary ?? '', undocumented: compact.undocumented ?? false };
}

function expandChild(compact: CompactChild): ChildSpec {
  return {
    name: compact.name,
    min: compact.min ?? 0,
    max: compact.max,
    summary: compact.summary ?? '',
    undocumented: compact.undocumented ?? false,
    content: expandContent(compact),
    property: compact.property,
  };
}

/** The shape of what the catalogue says of one policy element; the data is generated from schemas/elements. */
import type { GatewayKind, ScopeKind, SectionName } from '../model/scope.js';

/**
 * How well a fact is known. `documented`: Microsoft's page says it. `observed`: seen on the service, in Microsoft's code or
 * samples. `inferred`: our conclusion. `disputed`: sources disagree. A check that rests on `inferred` or `disputed` warns.
 */
export type Certainty = 'documented' | 'observed' | 'inferred' | 'disputed';

export interface ElementSpec {
  readonly name: string;
  readonly summary: string;
  readonly category: string;
  /** Slug of the reference page on learn.microsoft.com/azure/api-management/. */
  readonly doc: string;
  readonly preview: boolean;
  /** Sections the reference page lists; `resolver` for GraphQL resolver documents. */
  readonly sections: readonly (SectionName | 'resolver')[];
  /** Sections only seen in practice or in other Microsoft sources: accepted with a warning. */
  readonly observedSections: readonly SectionName[];
  /** Empty: no source says. */
  readonly scopes: readonly ScopeKind[];
  /** Empty: no source says. */
  readonly gateways: readonly GatewayKind[];
  /** False: at most once per section by the reference page. Null: the page does not say. */
  readonly multiple: boolean | null;
  readonly content: ContentSpec;
  /** Name of the policy to use instead, for example `llm-token-limit`. */
  readonly supersededBy?: string;
  /** Known only from Microsoft's XSDs: no reference page, no builder. */
  readonly undocumented: boolean;
}

/** What stands on and in an element: the policy itself or one of its child elements. */
export interface ContentSpec {
  readonly attributes: readonly AttributeSpec[];
  /** Null: the element takes no text. */
  readonly text: TextSpec | null;
  readonly children: readonly ChildSpec[];
  /** `policies`: any policy of the section; a list: only these policies; null: no policies. */
  readonly contains: 'policies' | readonly string[] | null;
  readonly constraints: readonly ConstraintSpec[];
  /** True: child elements of any name are accepted (for example claims written by name). */
  readonly anyChildren: boolean;
}

/** `any`: a text, or what an expression gives as it is. */
export type ValueType = 'string' | 'any' | 'enum' | 'boolean' | 'integer' | 'number' | 'duration-seconds' | 'url' | 'expression' | 'expression-bool';

export interface ValueSpec {
  readonly type: ValueType;
  /** Whether a policy expression may stand here; null: no source says. */
  readonly expression: boolean | null;
  readonly expressionCertainty: Certainty;
  /** For `enum`: the documented values. */
  readonly values?: readonly string[];
  /** For `enum`: values other Microsoft sources accept; accepted silently. */
  readonly undocumentedValues?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly rangeCertainty: Certainty;
  /** A regular expression (ECMAScript, unicode) that a literal must match, and how to say it. */
  readonly pattern?: { readonly source: string; readonly meaning: string };
}

export interface AttributeSpec extends ValueSpec {
  readonly name: string;
  /** `conditional`: a constraint says when. */
  readonly required: boolean | 'conditional';
  readonly requiredCertainty: Certainty;
  readonly default?: string;
  readonly summary: string;
  /** Known only from Microsoft's XSDs or observation, not from the page: never unknown, shown as such in docs. */
  readonly undocumented: boolean;
}

export interface TextSpec extends ValueSpec {
  readonly required: boolean;
  /** `liquid`: the text may be a Liquid template. */
  readonly liquid: boolean;
  readonly summary: string;
  /** Known only from Microsoft's XSDs or observation: never unexpected, and no property of the builder. */
  readonly undocumented: boolean;
}

export interface ChildSpec {
  readonly name: string;
  readonly min: number;
  /** Null: any number. */
  readonly max: number | null;
  readonly summary: string;
  readonly undocumented: boolean;
  readonly content: ContentSpec;
  /** Property of the DSL builder, for example `dimensions`. */
  readonly property: string;
}

/** Facts about several attributes or children at once. `names` may name attributes, child elements or the text (`#text`). */
export type ConstraintSpec = {
  readonly severity: 'error' | 'warning';
  readonly basis?: string;
  /** Id of the lint rule that reports it in place of the check; `range` and `paired-policy` always have one. */
  readonly lintRule?: string;
} & ConstraintRule;

export type ConstraintRule =
  /** At least one (`exactly`: just one) of the groups is there as a whole. */
  | { readonly kind: 'one-of'; readonly groups: readonly (readonly string[])[]; readonly exactly: boolean; readonly unless?: Condition }
  | { readonly kind: 'requires'; readonly if: string; readonly then: readonly string[] }
  /** At most one of the names is there. */
  | { readonly kind: 'exclusive'; readonly names: readonly string[] }
  | { readonly kind: 'conditional-required'; readonly names: readonly string[]; readonly when?: Condition; readonly unless?: Condition }
  /** The names are of use only under a condition. */
  | { readonly kind: 'only-with'; readonly names: readonly string[]; readonly when: Condition }
  | { readonly kind: 'value-in'; readonly name: string; readonly values: readonly string[]; readonly when?: Condition }
  | { readonly kind: 'range'; readonly name: string; readonly min?: number; readonly max?: number; readonly except?: readonly number[] }
  | { readonly kind: 'pattern'; readonly name: string; readonly pattern: string; readonly meaning: string; readonly unless?: Condition }
  | { readonly kind: 'less-than'; readonly smaller: string; readonly larger: string }
  | { readonly kind: 'whole-value-expression'; readonly names: readonly string[] }
  | { readonly kind: 'no-expression'; readonly name: string }
  /** Child elements stand in this order. */
  | { readonly kind: 'order'; readonly names: readonly string[] }
  /** How often a contained policy may stand here; `where`: only those count whose attribute has none of the values. */
  | {
      readonly kind: 'child-count';
      readonly name: string;
      readonly min: number;
      readonly max: number | null;
      readonly where?: { readonly attribute: string; readonly notIn: readonly string[] };
    }
  /** When a child has this text, it is the only one of its name. */
  | { readonly kind: 'sole-value'; readonly name: string; readonly value: string }
  | { readonly kind: 'not-contains'; readonly names: readonly string[] }
  | { readonly kind: 'parent'; readonly names: readonly string[] }
  | { readonly kind: 'not-in-fragment' }
  /** Another policy is expected in the section (default: anywhere in the document). */
  | { readonly kind: 'paired-policy'; readonly name: string; readonly section?: SectionName }
  | { readonly kind: 'recommended-child'; readonly name: string; readonly value: string; readonly if: Condition };

/** A test of an attribute of the same element. A value that is an expression or a placeholder makes it unknown. */
export type Condition =
  | { readonly attribute: string; readonly equals: string }
  | { readonly attribute: string; readonly in: readonly string[] }
  /** `attribute` may also name a child or the text (`#text`). */
  | { readonly attribute: string; readonly present: true }
  | { readonly attribute: string; readonly isExpression: true };

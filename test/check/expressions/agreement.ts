/** The checker held to Roslyn: what each says of one expression, and where they differ. */
import { CORE_TYPES, UNKNOWN, coreType, isCoreTypeName } from '../../../src/catalog/expressions/type-library.js';
import { isTorn } from '../../../src/check/expression-diagnostics.js';
import { checkExpression, type ExpressionFindings } from '../../../src/check/expressions/check-expression.js';
import { refusedMembers } from '../../../src/check/expressions/refused-members.js';
import { displayType } from '../../../src/check/expressions/types/display.js';
import { containsUnknown } from '../../../src/check/expressions/types/identity.js';
import type { ExpressionForm } from '../../../src/syntax/csharp/ast.js';
import { parseCode } from '../../../src/syntax/csharp/parse-code.js';
import { type PlacedError, placedError, type TypeVerdict } from './typed-snippets.js';

export interface JudgedExpression {
  /** A topic of fixtures/csharp/types, or `corpus`. */
  readonly set: string;
  /** In the ledger: the snippet on one line, or the hash of an expression of the corpus. */
  readonly key: string;
  readonly form: ExpressionForm;
  readonly code: string;
  readonly wanted?: string | undefined;
  readonly verdict: TypeVerdict;
}

/**
 * `false-alarm`: only we refuse it; `missed`: only Roslyn does; `elsewhere`: both do, at other places; `other-type`: both take it, with results of
 * different types; `named-value`: we refuse what holds a named value, of which Roslyn knows nothing; `allow-list`: other uses are refused.
 */
export type DifferenceKind = 'false-alarm' | 'missed' | 'elsewhere' | 'other-type' | 'named-value' | 'allow-list';

export interface Comparison {
  /** Roslyn's verdict, the list of allowed members aside; `named-value` where it has none. */
  readonly verdict: 'accepted' | 'refused' | 'named-value';
  /** Whether we know the type of the value; of accepted expressions that are not converted to a wanted type. */
  readonly knowsType?: boolean;
  /** Uses of types and members that the gateway refuses, by the judge; of accepted expressions. */
  readonly refusedUses: number;
  readonly differences: readonly { readonly kind: DifferenceKind; readonly detail: string }[];
}

interface OwnFindings {
  readonly found: readonly { readonly id: string; readonly start: number }[];
  /** Absent where mistakes of syntax leave no whole code. */
  readonly typed: ExpressionFindings | undefined;
}

/** What we say of an expression and how it differs from what Roslyn says. */
export function compare(expression: JudgedExpression): Comparison {
  const own = ownFindings(expression);
  const errors = expression.verdict.errors.map(placedError);
  const refusals = errors.filter(({ id }) => id.startsWith('CS'));
  const told = own.found.map(({ id, start }) => `${id}@${String(start)}`).join(' ');
  if (/\{\{[^{}]+\}\}/u.test(expression.code)) {
    return { verdict: 'named-value', refusedUses: 0, differences: own.found.length === 0 ? [] : [{ kind: 'named-value', detail: told }] };
  }
  if (refusals.length > 0) {
    const kind = own.found.length === 0 ? 'missed' : isAtSamePlace(own, refusals) ? undefined : 'elsewhere';
    return { verdict: 'refused', refusedUses: 0, differences: kind === undefined ? [] : [{ kind, detail: `${expression.verdict.errors.join(' ')} | ours ${told}` }] };
  }
  const uses = errors.filter(({ id }) => id.startsWith('APIM'));
  const alarms: Comparison['differences'] = own.found.length === 0 ? [] : [{ kind: 'false-alarm', detail: told }];
  const knowsType = own.typed !== undefined && !containsUnknown(own.typed.type);
  return {
    verdict: 'accepted', refusedUses: uses.length, ...(expression.wanted === undefined && { knowsType }),
    differences: [...alarms, ...(knowsType && expression.wanted === undefined ? typeDifference(own, expression.verdict) : []), ...allowListDifference(own, uses)],
  };
}

function ownFindings({ code, form, wanted }: JudgedExpression): OwnFindings {
  const parsed = parseCode(code, form);
  const mistakes = parsed.problems.filter(({ severity }) => severity === 'error').map(({ code: id, span }) => ({ id, start: span.start }));
  if (parsed.problems.some(isTorn)) return { found: mistakes, typed: undefined };
  if (wanted !== undefined && !isCoreTypeName(wanted)) throw new Error(`no keyword: ${wanted}`);
  const typed = checkExpression(parsed.code, wanted === undefined ? undefined : coreType(wanted));
  return { found: [...mistakes, ...typed.problems.map(({ roslyn, span }) => ({ id: roslyn, start: span.start }))], typed };
}

/** One of our findings starts where one of Roslyn's errors does; where all of these are about the expression as a whole, any place will do. */
function isAtSamePlace({ found }: OwnFindings, errors: readonly PlacedError[]): boolean {
  return errors.every(({ start }) => start === undefined) || found.some(({ start }) => errors.some((error) => error.start === start));
}

function typeDifference({ typed }: OwnFindings, verdict: TypeVerdict): Comparison['differences'] {
  const ours = displayType(typed?.type ?? UNKNOWN);
  const theirs = inKeywords(verdict.type);
  return ours === theirs ? [] : [{ kind: 'other-type', detail: `${theirs} | ours ${ours}` }];
}

const KEYWORDS: ReadonlyMap<string, string> = new Map(Object.entries(CORE_TYPES).map(([keyword, name]) => [name, keyword]));

/** `System.Int32[]` as `int[]`. */
function inKeywords(type: string): string {
  return type.replace(/[\w.]+/gu, (name) => KEYWORDS.get(name) ?? name);
}

/** Every use that the gateway refuses, at its place and in its words. */
function allowListDifference({ typed }: OwnFindings, uses: readonly PlacedError[]): Comparison['differences'] {
  if (typed === undefined) return [];
  const ours = refusedMembers(typed.usages).map(({ nameSpan, refusal }) => `${String(nameSpan.start)} ${refusal}`);
  const theirs = uses.map(({ start, message }) => `${String(start)} ${message}`);
  const isSame = [...new Set(ours)].sort().join('\n') === [...new Set(theirs)].sort().join('\n');
  // The messages about the corpus are not recorded.
  const samePlaces = [...new Set(ours.map(placeOf))].sort().join() === [...new Set(theirs.map(placeOf))].sort().join();
  const agrees = uses.every(({ message }) => message === '') ? samePlaces : isSame;
  return agrees ? [] : [{ kind: 'allow-list', detail: `${theirs.join('; ')} | ours ${ours.join('; ')}` }];
}

function placeOf(use: string): string {
  return use.replace(/ .*/u, '');
}

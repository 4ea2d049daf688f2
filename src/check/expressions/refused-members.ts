/** What APIM does not let expressions use, among the types and members that the C# compiler takes. */
import { ALLOWED_BY_TOOLS, DOCUMENTED_OF_TOOLS, REFUSALS } from '../../catalog/expressions/refusals.generated.js';
import type { Span } from '../../syntax/text/position.js';
import type { ExpressionCertainty } from './bind/problem.js';
import type { MemberUsage } from './bind/transcript.js';

export interface RefusedUse {
  readonly code: 'refused-type' | 'refused-member';
  /** In APIM's words: `Usage of type '…' is not supported within expressions`. */
  readonly refusal: string;
  /** The full name of the type, or of the member. */
  readonly what: string;
  /** What to write instead, where it is known. */
  readonly hint?: string;
  /** Given where no source says for sure that the service refuses it. */
  readonly certainty?: ExpressionCertainty;
  /** The name of the member or type that is used. */
  readonly nameSpan: Span;
}

/** The service does not visit what follows `?` directly. Source: reference/expressions.md §2. */
const NOT_LOOKED_AT: ReadonlySet<MemberUsage['syntax']> = new Set(['conditional-member', 'conditional-element', 'initializer']);

/**
 * The uses that APIM refuses when the document is saved, in the order given. The type that counts is the one that declares the member; that a type is
 * named is no use of it. Source: reference/expressions.md §2, from the analyzers of Microsoft's tools.
 */
export function refusedMembers(usages: readonly MemberUsage[]): RefusedUse[] {
  return usages.flatMap((usage) => (NOT_LOOKED_AT.has(usage.syntax) ? [] : refusalOf(usage) ?? []));
}

function refusalOf({ declaringType, member, nameSpan, parameterCount }: MemberUsage): RefusedUse | undefined {
  const { name, allowed } = declaringType;
  if (allowed.kind === 'none') return refusedType(name, member, nameSpan);
  const isExcepted = allowed.kind === 'all' ? allowed.except.has(member) || (parameterCount === 0 && allowed.except.has(`${member}()`)) : !allowed.names.has(member);
  if (isExcepted) {
    const isInferred = allowed.kind === 'all' && allowed.certainty === 'inferred';
    const refusal = `Usage of member '${member}' of type '${name}' is not supported within expressions`;
    return { code: 'refused-member', refusal, what: `${name}.${member}`, nameSpan, ...knownOf(name, member), ...(isInferred && { certainty: 'inferred' }) };
  }
  return isOnlyAllowedByTools(name) ? { ...refusedType(name, member, nameSpan), certainty: 'disputed' } : undefined;
}

function refusedType(name: string, member: string, nameSpan: Span): RefusedUse {
  return { code: 'refused-type', refusal: `Usage of type '${name}' is not supported within expressions`, what: name, nameSpan, ...knownOf(name, member) };
}

function isOnlyAllowedByTools(name: string): boolean {
  return ALLOWED_BY_TOOLS.some((prefix) => name.startsWith(prefix)) && !DOCUMENTED_OF_TOOLS.has(name);
}

/** From what is known of the member, its type, or the namespaces around it, the nearest first. */
function knownOf(type: string, member: string): Pick<RefusedUse, 'hint' | 'certainty'> {
  const parts = type.split('.');
  const namespaces = parts.map((_, index) => `${parts.slice(0, -1 - index).join('.')}.*`);
  const known = [`${type}.${member}`, type, ...namespaces].map((name) => REFUSALS[name]).find((found) => found !== undefined);
  return { ...(known?.write !== undefined && { hint: known.write }), ...(known?.isInferred && { certainty: 'inferred' }) };
}

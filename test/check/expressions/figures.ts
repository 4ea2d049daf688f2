/** How far we agree with Roslyn, in numbers: what docs/fidelity.md shows. */
import type { Comparison, DifferenceKind } from './agreement.js';
import type { KnownDifference } from './ledger.js';

export interface AgreementFigures {
  readonly expressions: number;
  /** With a named value in them, of which Roslyn knows nothing. */
  readonly namedValues: number;
  readonly accepted: number;
  readonly falseAlarms: number;
  /** Accepted ones that are not converted to a wanted type; those of which we know the type of the value, and those where Roslyn gives another. */
  readonly typed: number;
  readonly knownTypes: number;
  readonly otherTypes: number;
  readonly refused: number;
  readonly reported: number;
  readonly atSamePlace: number;
  /** Uses of types and members that APIM does not allow, in accepted expressions; and expressions of which we report other uses. */
  readonly refusedUses: number;
  readonly otherUses: number;
}

export function figuresOf(comparisons: readonly Comparison[]): AgreementFigures {
  const having = (verdict: Comparison['verdict']): number => comparisons.filter((one) => one.verdict === verdict).length;
  const differing = (kind: DifferenceKind): number => comparisons.filter(({ differences }) => differences.some((one) => one.kind === kind)).length;
  const reported = having('refused') - differing('missed');
  return {
    expressions: comparisons.length, namedValues: having('named-value'),
    accepted: having('accepted'), falseAlarms: differing('false-alarm'),
    typed: comparisons.filter(({ knowsType }) => knowsType !== undefined).length, knownTypes: comparisons.filter(({ knowsType }) => knowsType === true).length, otherTypes: differing('other-type'),
    refused: having('refused'), reported, atSamePlace: reported - differing('elsewhere'),
    refusedUses: comparisons.reduce((sum, { refusedUses }) => sum + refusedUses, 0), otherUses: differing('allow-list'),
  };
}

/** How many expressions differ in the same way for the same reason. */
export function differencesByReason(ledger: readonly KnownDifference[]): { kind: DifferenceKind; reason: string; expressions: number }[] {
  const counts = new Map<string, { kind: DifferenceKind; reason: string; expressions: number }>();
  for (const { kind, reason } of ledger) {
    const count = counts.get(`${kind} ${reason}`) ?? { kind, reason, expressions: 0 };
    count.expressions++;
    counts.set(`${kind} ${reason}`, count);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}

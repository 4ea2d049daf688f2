/** Where we differ from Roslyn, and why: fixtures/csharp/types/ledger.tsv. */
import { readFileSync } from 'node:fs';
import type { DifferenceKind } from './agreement.js';

const FILE = new URL('../../../fixtures/csharp/types/ledger.tsv', import.meta.url);

export interface KnownDifference {
  readonly set: string;
  readonly key: string;
  readonly kind: DifferenceKind;
  readonly reason: string;
}

const KINDS: readonly DifferenceKind[] = ['false-alarm', 'missed', 'elsewhere', 'other-type', 'named-value', 'allow-list'];

/** @throws Error naming a line that is not one of a ledger */
export function knownDifferences(): KnownDifference[] {
  const [, ...lines] = readFileSync(FILE, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [set = '', key = '', named, reason = '', ...rest] = line.split('\t');
    const kind = KINDS.find((known) => known === named);
    if (kind === undefined || reason === '' || rest.length > 0) throw new Error(`not a line of the ledger: ${line}`);
    return { set, key, kind, reason };
  });
}

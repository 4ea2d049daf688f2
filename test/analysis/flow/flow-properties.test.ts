/** What the flow says is known holds in every run of a tiny gateway. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentFlow, type PlacedAccess } from '../../../src/analysis/flow/document-flow.js';
import type { FlowWorld } from '../../../src/analysis/flow/flow-world.js';
import { readText } from '../read-text.js';
import { randomDocument } from './random-policies.js';
import { runPolicies, type Seen } from './run-policies.js';

const ALONE: FlowWorld = { typeOf: () => undefined, fragment: () => undefined, isComplete: false, setElsewhere: new Set() };

/** Whether what is known on one way to the probe fits what it saw. */
function fits({ access, state }: PlacedAccess, { what, variable }: Seen): boolean {
  if (access.kind !== 'variable' && access.kind !== 'member') return false;
  const isNull = what !== 'present';
  if (access.known !== undefined && (access.known === 'null') !== isNull) return false;
  if (variable === undefined) return true;
  const known = state.variables.get(variable);
  if (known?.always === true) return what !== 'absent';
  return known !== undefined || state.unseen !== 'none' || what === 'absent';
}

/** Numbers from 0 to 1 (mulberry32). */
function drawsFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

describe('the flow of random documents', () => {
  test('says nothing that a run contradicts', () => {
    let probes = 0;
    let claims = 0;
    fc.assert(
      fc.property(randomDocument, fc.integer(), (text, seed) => {
        const draw = drawsFrom(seed);
        const document = readText(text, 'random.xml');
        const { accesses } = documentFlow(document, ALONE);
        for (let run = 0; run < 5; run += 1) {
          for (const seen of runPolicies(document, draw)) {
            const known = accesses.filter(({ place }) => place.element === seen.element || place.parent?.element === seen.element);
            probes += 1;
            claims += known.some(({ access }) => 'known' in access && access.known !== undefined) ? 1 : 0;
            expect(known.some((placed) => fits(placed, seen)), `${seen.variable ?? 'response'} ${seen.what} in ${text}`).toBe(true);
          }
        }
      }),
      { numRuns: 150, seed: 7 },
    );
    expect(probes).toBeGreaterThan(1000);
    expect(claims).toBeGreaterThan(probes / 4);
  });
});

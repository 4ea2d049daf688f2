/** What is done before what, and what side by side. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder, LAYERS, type OrderedWork } from '../../../src/publish/push/push-order.js';
import { parseAddress } from '../../../src/publish/resource-key.js';

function item(address: string, layer: OrderedWork['layer'], needs: readonly string[] = []): OrderedWork {
  const key = parseAddress(address);
  if (key === undefined) throw new Error(address);
  return { key, address, layer, needs };
}

/** Fragments that include others, between backends and policies. */
const works = fc.array(fc.record({ layer: fc.constantFrom(...LAYERS), needs: fc.array(fc.nat({ max: 30 }), { maxLength: 4 }) }), { maxLength: 30 }).map((drawn) =>
  drawn.map(({ layer, needs }, index): OrderedWork => item(`policyFragments/f${index}`, layer, needs.filter((need) => need < index && drawn[need]?.layer === layer).map((need) => `policyFragments/F${need}`))));

describe('in order', () => {
  test.each(['forward', 'backward'] as const)('%s, nothing begins before what has to be done with, and no more than allowed', async (direction) => {
    await fc.assert(fc.asyncProperty(works, fc.integer({ min: 1, max: 5 }), fc.infiniteStream(fc.nat({ max: 3 })), async (items, limit, delays) => {
      const ended: OrderedWork[] = [];
      const begun: OrderedWork[] = [];
      let running = 0;
      let most = 0;
      const before = (a: OrderedWork, b: OrderedWork): boolean => LAYERS.indexOf(a.layer) < LAYERS.indexOf(b.layer) || b.needs.some((need) => need.toLowerCase() === a.address.toLowerCase());
      await inOrder(items, {
        direction, limit, mayStart: () => true,
        work: async (work) => {
          begun.push(work);
          most = Math.max(most, ++running);
          const first = items.filter((other) => (direction === 'forward' ? before(other, work) : before(work, other)));
          expect(first.filter((other) => !ended.includes(other))).toEqual([]);
          for (let delay = delays.next().value ?? 0; delay > 0; delay--) await Promise.resolve();
          running--;
          ended.push(work);
        },
      });
      expect(begun).toHaveLength(items.length);
      expect(most).toBeLessThanOrEqual(limit);
    }), { numRuns: 100 });
  });

  test('once nothing may start, what is under way ends and nothing else begins', async () => {
    const begun: string[] = [];
    await inOrder(['a', 'b', 'c', 'd'].map((api) => item(`apis/${api}/policy`, 'policy')), {
      direction: 'forward', limit: 2, mayStart: () => begun.length < 2,
      work: async ({ address }) => { begun.push(address); await Promise.resolve(); },
    });
    expect(begun).toEqual(['apis/a/policy', 'apis/b/policy']);
  });

  test('what is thrown comes out when the others have ended', async () => {
    const ended: string[] = [];
    const run = inOrder(['a', 'b', 'c'].map((api) => item(`apis/${api}/policy`, 'policy')), {
      direction: 'forward', limit: 2, mayStart: () => true,
      work: async ({ address }) => {
        if (address === 'apis/a/policy') throw new Error('a bug');
        await new Promise((resolve) => setImmediate(resolve));
        ended.push(address);
      },
    });
    await expect(run).rejects.toThrow('a bug');
    expect(ended).toEqual(['apis/b/policy']);
  });

  test('a plan that has something before what it needs is refused before anything begins', async () => {
    const items = [item('policyFragments/a', 'fragment', ['policyFragments/b']), item('policyFragments/b', 'fragment')];
    await expect(inOrder(items, { direction: 'forward', limit: 1, mayStart: () => true, work: () => Promise.reject(new Error('begun')) })).rejects.toThrow('the plan has policyFragments/a before policyFragments/b, which it needs');
  });

  test('one API with many operations does not keep the others waiting', async () => {
    const begun: string[] = [];
    const items = [...Array.from({ length: 6 }, (_, index) => item(`apis/big/operations/o${index}/policy`, 'policy')), item('apis/small/policy', 'policy')];
    await inOrder(items, { direction: 'forward', limit: 2, mayStart: () => true, work: async ({ address }) => { begun.push(address); await Promise.resolve(); } });
    expect(begun.slice(0, 2)).toEqual(['apis/big/operations/o0/policy', 'apis/small/policy']);
  });
});

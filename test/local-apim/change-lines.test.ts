import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeLine, parseChanges, snapshotLines } from '../../src/local-apim/change-lines.js';
import type { StoreChange } from '../../src/local-apim/resource-store.js';
import type { JsonObject } from '../../src/model/json.js';
import { UsageError } from '../../src/model/usage-error.js';

const path = fc.constantFrom('policies/policy', 'backends/a', 'backends/A', 'namedValues/__proto__', 'apis/a/operations/o/policies/policy');
const etag = fc.bigInt({ min: 0n, max: (1n << 63n) - 1n });
const content: fc.Arbitrary<JsonObject> = fc.dictionary(fc.string(), fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null)));
const change: fc.Arbitrary<StoreChange> = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), item: fc.record({ path, etag, content }) }),
  fc.record({ kind: fc.constant('removed' as const), path, counter: etag }),
);

test('what was written is read, a line that was cut off aside', () => {
  fc.assert(fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 5 }), fc.array(change, { minLength: 1, maxLength: 2 }), fc.nat(), (writes, last, cutAt) => {
    const kept = new Map<string, unknown>();
    for (const one of writes.flat()) {
      kept.delete((one.kind === 'put' ? one.item.path : one.path).toLowerCase());
      if (one.kind === 'put') kept.set(one.item.path.toLowerCase(), one.item);
    }
    const text = snapshotLines({ items: [], counter: 0n }) + writes.map(changeLine).join('');
    const torn = changeLine(last);
    const read = parseChanges(text + torn.slice(0, cutAt % torn.length), 'x');
    expect(new Map(read.items.map((item) => [item.path.toLowerCase(), item]))).toEqual(kept);
    expect(read.counter).toBe(writes.flat().reduce((most, one) => { const tag = one.kind === 'put' ? one.item.etag : one.counter; return tag > most ? tag : most; }, 0n));
  }));
});

test('anything else is refused with the line it stands in', () => {
  const head = snapshotLines({ items: [], counter: 0n });
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.json().map((json) => `[${json}]`)).filter((line) => !line.includes('\n') && line !== '[]'), (line) => {
    expect(() => parseChanges(`${head}${line}\n`, 'x')).toThrow(UsageError);
    expect(() => parseChanges(`${head}${line}\n`, 'x')).toThrow(/^x:2: /u);
    expect(() => parseChanges(`${line}\n`, 'x')).toThrow(/^x:1: /u);
  }));
});

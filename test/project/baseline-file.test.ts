import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Baseline } from '../../src/lint/baseline.js';
import { baselineText, readBaseline, writeBaseline } from '../../src/project/baseline-file.js';
import { temporaryFolder } from './temporary-folder.js';

const BASELINE: Baseline = [
  { file: 'b.xml', code: 'some-rule', fingerprint: '2f', count: 1 },
  { file: 'a.xml', code: 'some-rule', fingerprint: '1f', count: 2 },
  { file: 'a.xml', code: 'other-rule', fingerprint: '1f', count: 1 },
];

describe('a baseline file', () => {
  it('is sorted, one kind of finding a line', () => {
    expect(baselineText(BASELINE)).toMatchInlineSnapshot(`
      "{
        "formatVersion": 1,
        "findings": {
          "a.xml": {
            "other-rule": {
              "1f": 1
            },
            "some-rule": {
              "1f": 2
            }
          },
          "b.xml": {
            "some-rule": {
              "2f": 1
            }
          }
        }
      }
      "
    `);
  });

  it('reads back as it was written, whatever names files have', () => {
    const path = join(temporaryFolder({}), 'baseline.json');
    const strange: Baseline = [{ file: '__proto__', code: 'a-b', fingerprint: 'constructor', count: 3 }];
    for (const baseline of [BASELINE, [], strange]) {
      writeBaseline(path, 'baseline.json', baseline);
      expect(readBaseline(path, 'baseline.json')).toEqual(expect.arrayContaining([...baseline]));
      expect(readBaseline(path, 'baseline.json')).toHaveLength(baseline.length);
    }
  });

  it('is not there when there is none', () => {
    expect(readBaseline(join(temporaryFolder({}), 'baseline.json'), 'baseline.json')).toBeUndefined();
  });

  it.each(['', '[]', '{"findings":{}}', '{"formatVersion":2,"findings":{}}', '{"formatVersion":1,"findings":{"a":{"b":{"c":0}}}}', '{"formatVersion":1,"findings":{"a":{"b":{"c":"1"}}}}'])('is refused when it holds %j', (text) => {
    const folder = temporaryFolder({ 'baseline.json': text });
    expect(() => readBaseline(join(folder, 'baseline.json'), 'baseline.json')).toThrow(/^'baseline.json' is not a baseline/);
  });
});

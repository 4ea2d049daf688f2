import { describe, expect, it } from 'vitest';
import { chooseRanges } from '../../src/analysis/choose-ranges.js';
import { overlaps } from '../../src/analysis/overlaps.js';
import { priorityMaps } from '../../src/analysis/priority-map.js';
import { unreachableBranches } from '../../src/analysis/unreachable.js';
import { readText } from './read-text.js';

const read = (name: string): string => `context.Variables.GetValueOrDefault<int>("${name}")`;
const when = (condition: string, backend = 'a', inside = ''): string => `<when condition="@(${condition})"><set-backend-service backend-id="${backend}" />${inside}</when>`;
const OTHERWISE = '<otherwise><set-backend-service backend-id="z" /></otherwise>';
const times = (count: number, make: (index: number) => string): string => Array.from({ length: count }, (_, index) => make(index)).join('');

describe('chooses that take long to look at one by one', () => {
  it.each([
    ['nested without end', times(2_000, (index) => `<choose><when condition="@(${read('p')} > ${index})">`) + '</when></choose>'.repeat(2_000)],
    ['nested, each about another variable', times(2_000, (index) => `<choose><when condition="@(${read(`p${index}`)} > 1)">`) + '</when></choose>'.repeat(2_000)],
    ['with a thousand overlapping ranges', `<choose>${times(1_000, (index) => when(`${read('p')} >= ${index * 3} && ${read('p')} <= ${index * 3 + 4}`, `b${index}`))}${OTHERWISE}</choose>`],
    ['with a thousand variables', `<choose>${times(1_000, (index) => when(`${read(`p${index}`)} > 1`))}${OTHERWISE}</choose>`],
    ['a thousand in one branch', `<choose>${when(`${read('p')} > 1`, 'a', times(1_000, (index) => `<choose>${when(`${read('p')} < ${index}`)}${OTHERWISE}</choose>`))}</choose>`],
    ['a thousand behind one another, each by another header', times(1_000, (index) => `<set-variable name="p" value="@(int.Parse(context.Request.Headers.GetValueOrDefault("P${index}", "0")))" /><choose>${when(`${read('p')} >= 0 && ${read('p')} <= 100`)}${OTHERWISE}</choose>`)],
  ])('%s: soon done', (_, policies) => {
    const document = readText(`<policies><inbound>${policies}</inbound></policies>`);
    const startedAt = performance.now();
    for (const choose of chooseRanges(document)) {
      overlaps(choose);
      unreachableBranches(choose);
    }
    priorityMaps(document);
    expect(performance.now() - startedAt).toBeLessThan(8_000);
  });
});

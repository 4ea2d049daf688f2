import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../src/model/fingerprint.js';
import { markedFinding } from '../report/finding.js';

/** Of the marked place. */
function fingerprint(text: string, about: { readonly code?: string; readonly path?: string } = {}): string {
  const { source, finding } = markedFinding(text, about);
  return fingerprintOf(finding, source);
}

const FIRST = '<inbound>\n  <base />\n  «<when condition="@(a)">»\n</inbound>';

describe('a fingerprint', () => {
  it.each<[string, string, string | undefined, string | undefined]>([
    ['lines above', FIRST.replace('<base />', '<base />\n\n<!-- new -->'), 'inbound/when[1]', 'inbound/when[1]'],
    ['white space in it', FIRST.replace('<when condition', '<when\n    condition'), undefined, undefined],
    ['another one before it in the tree', FIRST, 'inbound/choose[1]/when[2]/@condition', 'inbound/choose[4]/when[1]/@condition'],
  ])('stays when it is moved by %s', (_, text, before, after) => {
    expect(fingerprint(text, after === undefined ? {} : { path: after })).toBe(fingerprint(FIRST, before === undefined ? {} : { path: before }));
  });

  it('is another one for another code, text or place in the tree', () => {
    const all = [fingerprint(FIRST), fingerprint(FIRST, { code: 'other-problem' }), fingerprint(FIRST.replace('(a)', '(b)')), fingerprint(FIRST, { path: 'outbound/when[1]' })];
    expect(new Set(all).size).toBe(all.length);
    for (const one of all) expect(one).toMatch(/^[0-9a-f]{16}$/);
  });

  it('of a builder\'s name is that of its line', () => {
    expect(fingerprint("a;\n  «setHeader»({ name: 'a' });\n")).toBe(fingerprint("«setHeader»({ name: 'a' });"));
    expect(fingerprint("«setHeader»({ name: 'b' });")).not.toBe(fingerprint("«setHeader»({ name: 'a' });"));
  });

  it('is the same in every version, or baselines would be lost', () => {
    expect(fingerprint(FIRST)).toBe('469d456858862a1b');
  });

  it('hardly ever meets another', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => fingerprint(`«<value>${index}</value>»`));
    expect(new Set(many).size).toBe(many.length);
  });
});

import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/check/check-document.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { SourceText } from '../../src/model/origin.js';
import { readPolicyDocument } from '../../src/model/read-document.js';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';

/** Read and checked as `lint` does it, but for the limit on the size of files (src/project/read-file.ts). */
function diagnosticsOf(text: string): readonly Diagnostic[] {
  return checkDocument(readPolicyDocument(parseXml(text), new SourceText('x.xml', text), { name: 'x' }), { gateways: [] });
}

const codes = (text: string): string[] => [...new Set(diagnosticsOf(text).map(({ code }) => code))];

/** For a machine that is busy; what is not linear takes minutes. */
const TIME_LIMIT = 30_000;

describe('hostile documents get a few findings in a short time', () => {
  it('a bomb of entities is not expanded', () => {
    const entities = Array.from({ length: 20 }, (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`).join('\n');
    const bomb = `<!DOCTYPE policies [\n<!ENTITY e0 "boom">\n${entities}\n]>\n<policies><inbound><set-body>&e20;</set-body></inbound></policies>`;
    expect(codes(bomb)).toEqual(expect.arrayContaining(['doctype-not-allowed', 'unknown-entity']));
  });

  it('5 MB of <a>', () => {
    expect(parseXml('<a>'.repeat(5_000_000 / 3)).problems.map(({ code }) => code)).toEqual(['nesting-too-deep', 'unclosed-element']);
  }, TIME_LIMIT);

  it('10,000 nested elements', () => {
    expect(codes(`${'<choose><when condition="true">'.repeat(5000)}<base />${'</when></choose>'.repeat(5000)}`)).toContain('nesting-too-deep');
  }, TIME_LIMIT);

  it.each([
    ['in an attribute', (code: string) => `<set-variable name="a" value="@(${code})" />`],
    ['in text', (code: string) => `<set-body>@(${code})</set-body>`],
    ['in a block', (code: string) => `<set-variable name="a" value="@{ return ${code}; }" />`],
  ])('10,000 nested parentheses %s', (_, document) => {
    const found = diagnosticsOf(document(`${'('.repeat(10_000)}1${')'.repeat(10_000)}`));
    expect(found.filter(({ severity, code }) => severity === 'error' && code === 'nesting-too-deep')).toHaveLength(1);
  }, TIME_LIMIT);

  it('an expression of half a megabyte that is never closed', () => {
    expect(codes(`<set-variable name="a" value="@(${'f("x", '.repeat(70_000)}" />`)).toContain('unclosed-expression');
  }, TIME_LIMIT);

  it('10,000 expressions that are never closed', () => {
    const found = diagnosticsOf('<set-variable name="a" value="@(f(1)" />\n'.repeat(10_000));
    expect(found.map(({ code }) => code)).toContain('unclosed-expression');
  }, TIME_LIMIT);

  it('bytes of a picture', () => {
    const noise = Array.from({ length: 200_000 }, (_, index) => String.fromCharCode((index * 7919 + (index >> 3) * 104_729) % 256)).join('');
    expect(codes(noise)).toContain('illegal-character');
  }, TIME_LIMIT);
});

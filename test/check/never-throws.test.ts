import fc from 'fast-check';
import { expect, test } from 'vitest';
import { elementNames, findElement } from '../../src/catalog/elements.js';
import type { ContentSpec } from '../../src/catalog/element-spec.js';
import { GATEWAY_KINDS, SCOPE_KINDS, SECTION_NAMES } from '../../src/model/scope.js';
import { checkText } from './check-text.js';

const NAMES = [...elementNames(), ...SECTION_NAMES, 'policies', 'fragment', 'when', 'otherwise', 'value', 'dimension', 'no-policy'];
const ATTRIBUTES = [...new Set(elementNames().flatMap((name) => attributeNames(findElement(name)?.content))), 'xmlns', 'x:y', 'nothing'];
const VALUES = ['', ' ', '1', '-1', 'true', 'many', '@(1)', '@{ return 1; }', '@(1 +)', '@(', 'Bearer @(1)', '{{a}}', '{{a', '{{ b c }}', '${x}', '#{y}#', 'RETRY_COUNT', '\u00a0', '&amp;', '<', '"'];

function attributeNames(content: ContentSpec | undefined): string[] {
  return content === undefined ? [] : [...content.attributes.map(({ name }) => name), ...content.children.flatMap((child) => attributeNames(child.content))];
}

/** Elements, attributes and texts of the catalogue in any combination, well-formed or not. */
const { document } = fc.letrec<{ document: string; node: string; element: string }>((tie) => ({
  document: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
  node: fc.oneof({ maxDepth: 5 }, fc.constantFrom(...VALUES, '<!-- c -->', '<![CDATA[x]]>', '</when>', '<set-body'), tie('element'), tie('element')),
  element: fc
    .tuple(fc.constantFrom(...NAMES), fc.array(fc.tuple(fc.constantFrom(...ATTRIBUTES), fc.constantFrom(...VALUES)), { maxLength: 4 }), fc.array(tie('node'), { maxLength: 4 }), fc.boolean())
    .map(([name, attributes, children, closes]) => `<${name}${attributes.map(([attribute, value]) => ` ${attribute}="${value}"`).join('')}>${children.join('')}${closes ? `</${name}>` : ''}`),
}));

test('any document is checked without an exception; every finding has a place in the text and one sentence', () => {
  fc.assert(
    fc.property(document, fc.constantFrom(...SCOPE_KINDS, undefined), fc.subarray([...GATEWAY_KINDS]), (text, scope, gateways) => {
      for (const { message, range, hint } of checkText(text, { scope, gateways })) {
        expect(range.start.offset).toBeLessThanOrEqual(range.end.offset);
        expect(range.end.offset).toBeLessThanOrEqual(text.length);
        expect(message).toMatch(/^[^\n]+[^.\n]$/u);
        expect(hint ?? 'do').toMatch(/^[^\n]+[^\n]$/u);
      }
    }),
    { seed: 20261124, numRuns: 500 },
  );
});

test('time is linear in the document, whatever is wrong with it', () => {
  const hostile = ['{{', '<a>', '<x>& a</x>', '<set-header name=a><value>@(1 +)</value></set-header>', '<choose><when condition="true">', '${', '"\'', 'a @(b) '];
  for (const piece of hostile) {
    const text = `<policies><inbound>${piece.repeat(Math.ceil(10_000 / piece.length))}</inbound></policies>`;
    const startedAt = performance.now();
    checkText(text);
    checkText(`<set-variable name="a" value="${piece.repeat(Math.ceil(10_000 / piece.length))}" />`);
    expect(performance.now() - startedAt, piece).toBeLessThan(5_000);
  }
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exampleXml } from '../../scripts/generate/example-xml.js';

test('docs/dsl.md: the first example makes the XML below it', () => {
  const page = readFileSync(new URL('../../docs/dsl.md', import.meta.url), 'utf8');
  const [, code, xml] = /```ts\n(.*?)\n```\n\nmakes\n\n```xml\n(.*?)\n```/su.exec(page) ?? expect.fail('no example');
  const made = exampleXml({ code: [code ?? ''], section: 'inbound' }).map((line) => line.trim()).join(' ');
  expect(made).toBe(xml);
});

import { expect, test } from 'vitest';
import { hasPolicyRoot } from '../../src/project/policy-root.js';

test.each([
  ['a document', '<policies><inbound /></policies>', true],
  ['a document behind a byte order mark, a comment and a declaration', '\uFEFF<?xml version="1.0"?>\r\n<!-- <project> -->\n<policies>', true],
  ['a fragment', '<fragment>\n</fragment>', true],
  ['a section', '<inbound>', true],
  ['a policy', '<set-header name="a">', true],
  ['a resolver', '<http-data-source>', true],
  ['a project file', '<Project Sdk="Microsoft.NET.Sdk">', false],
  ['an Android layout, whose root is called fragment too', '<fragment xmlns:android="http://schemas.android.com/apk/res/android">', false],
  ['a longer name', '<policies-old>', false],
  ['text', 'policies', false],
  ['a comment that never ends', '<!-- <policies>', false],
  ['nothing', '', false],
])('%s', (_, text, expected) => {
  expect(hasPolicyRoot(Buffer.from(text))).toBe(expected);
});

test('a document in UTF-16 is one too, so that its encoding is reported', () => {
  expect(hasPolicyRoot(Buffer.from('\uFEFF<policies>', 'utf16le'))).toBe(true);
});

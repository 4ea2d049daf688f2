/** The example of docs/testing.md, run as the tests that it is. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fences, readMarkdown, ROOT } from './markdown-files.js';

const folder = `${ROOT}node_modules/.cache/docs/`;
const examples = fences(readMarkdown('docs/testing.md')).filter(({ language }) => language === 'ts');

mkdirSync(folder, { recursive: true });
for (const { info, content } of examples) {
  writeFileSync(folder + info, content);
  await import(/* @vite-ignore */ folder + info);
}

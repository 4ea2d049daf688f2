import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { lintProject } from '../../src/lint/lint-project.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { loadProject } from '../../src/project/load-project.js';
import type { LoadedProject } from '../../src/project/loaded-project.js';
import { renderPretty } from '../../src/report/render-pretty.js';

/**
 * Any file in `fixtures/lint/<rule>/` is a project of its own and is linted with that rule alone; what is shown stands beside it in
 * `<file>.out`.
 */
const FOLDER = fileURLToPath(new URL('../../fixtures/lint/', import.meta.url));

const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(xml|ts)$/.test(name)).map((name) => name.replaceAll('\\', '/')).sort();

let project: LoadedProject;

beforeAll(async () => {
  project = await loadProject(FILES, { cwd: FOLDER });
  // Two files may each hold the policy of API chat: they are no project together.
  expect(project.diagnostics.filter(({ code }) => code !== 'duplicate-document')).toEqual([]);
});

function diagnosticsOf(file: string): Diagnostic[] {
  const documents = project.documents.filter(({ origin }) => origin.file === file);
  const resources = project.resources.filter(({ origin }) => origin.file === file);
  return lintProject({ documents, resources }, { rules: {} });
}

describe('fixtures/lint', () => {
  it.each(FILES)('%s', async (file) => {
    const [rule = ''] = file.split('/');
    const found = diagnosticsOf(file).filter(({ code }) => code === rule);
    await expect(renderPretty(found, { colors: false, width: 200, sourceOf: () => undefined })).toMatchFileSnapshot(`${FOLDER}${file}.out`);
    expect(found.length === 0).toBe(file.includes('silent'));
  });
});

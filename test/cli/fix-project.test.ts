import { readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fixProject } from '../../src/cli/fix-project.js';
import { projectDiagnostics } from '../../src/cli/project-diagnostics.js';
import { withoutSuppressed } from '../../src/cli/suppressed-findings.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { loadProject } from '../../src/project/load-project.js';
import type { LoadedProject } from '../../src/project/loaded-project.js';
import { temporaryFolder } from '../project/temporary-folder.js';

/** Mends the folder's policies; gives how many findings are gone by file. */
async function fixed(folder: string, paths: readonly string[], unsafe = false): Promise<Record<string, number>> {
  const project = await loadProject(paths, { cwd: folder });
  const reported = async (tried: LoadedProject): Promise<readonly Diagnostic[]> => (await withoutSuppressed(tried, projectDiagnostics(tried), folder)).diagnostics;
  const result = await fixProject(project, await reported(project), { unsafe, reported });
  return Object.fromEntries([...result.fixed].map(([{ path }, count]) => [path, count]));
}

it('changes the bytes of the mistake and no others', async () => {
  const text = '\ufeff<policies>\r\n\t<inbound><base/><set-body>a & b</set-body>  </inbound>\r\n</policies>';
  const folder = temporaryFolder({ 'a.xml': text, 'b.xml': '<policies><inbound><base /></inbound></policies>' });
  const before = statSync(join(folder, 'b.xml')).mtimeMs;
  expect(await fixed(folder, ['a.xml', 'b.xml'])).toEqual({ 'a.xml': 1 });
  expect(readFileSync(join(folder, 'a.xml'), 'utf8')).toBe(text.replace('&', '&amp;'));
  expect(statSync(join(folder, 'b.xml')).mtimeMs).toBe(before);
});

it('writes the file that a link leads to', async () => {
  const folder = temporaryFolder({ 'real.xml': '<policies><inbound><base /><set-body>a & b</set-body></inbound></policies>' });
  symlinkSync('real.xml', join(folder, 'link.xml'));
  expect(await fixed(folder, ['link.xml'])).toEqual({ 'link.xml': 1 });
  expect(readFileSync(join(folder, 'real.xml'), 'utf8')).toContain('a &amp; b');
});

it('leaves a document alone that would have new findings in company of the others', async () => {
  const include = (attribute: string, id: string): string => `<policies><inbound><base /><include-fragment ${attribute}="${id}" /></inbound></policies>`;
  const files = {
    'policies/parts.ts': "import { fragment, setMethod } from 'aoai-policy';\nexport const part = fragment('part', [setMethod('GET')]);\n",
    'known.xml': include('fragment-i', 'part'),
    'unknown.xml': include('fragment-i', 'party'),
  };
  const folder = temporaryFolder(files);
  expect(await fixed(folder, ['policies/parts.ts', 'known.xml', 'unknown.xml'])).toEqual({ 'known.xml': 1 });
  expect(readFileSync(join(folder, 'unknown.xml'), 'utf8')).toBe(files['unknown.xml']);
});

/** The package as it would be published, and a folder in which it is installed. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../cli/built-cli.js';

const run = promisify(execFile);

export interface PackedPackage {
  readonly tarball: string;
  readonly bytes: Buffer;
  /** Paths in the package, with `/`. */
  readonly files: readonly string[];
  readonly unpackedSize: number;
}

/** What `npm pack` makes, with types; builds them when they are older than a source. @param folder where the archive is put */
export async function packPackage(folder: string): Promise<PackedPackage> {
  if (!hasCurrentTypes()) await run(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { cwd: ROOT });
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], { cwd: ROOT });
  const [packed]: { filename: string; unpackedSize: number; files: { path: string }[] }[] = JSON.parse(stdout);
  if (packed === undefined) throw new Error('npm pack made nothing');
  const tarball = join(folder, packed.filename);
  return { tarball, bytes: readFileSync(tarball), files: packed.files.map(({ path }) => path), unpackedSize: packed.unpackedSize };
}

function hasCurrentTypes(): boolean {
  const built = statSync(`${ROOT}dist/types/index.d.ts`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return readdirSync(`${ROOT}src`, { recursive: true, encoding: 'utf8' }).every((path) => statSync(`${ROOT}src/${path}`).mtimeMs < built);
}

/** An empty folder for a user's project. */
export function emptyProject(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'aoai-policy-package-')));
}

/** Does what `npm install <tarball>` does, without a network: esbuild, the one dependency, is linked. */
export async function installPackage(tarball: string, project: string): Promise<void> {
  const target = join(project, 'node_modules/aoai-policy');
  mkdirSync(target, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
  symlinkSync(`${ROOT}node_modules/esbuild`, join(project, 'node_modules/esbuild'));
  const { bin }: { bin: Record<string, string> } = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'));
  mkdirSync(join(project, 'node_modules/.bin'));
  for (const [name, path] of Object.entries(bin)) symlinkSync(join('../aoai-policy', path), join(project, 'node_modules/.bin', name));
}

export function writeProject(project: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
}

/** What policy files get when they import `aoai-policy`: the code of the running tool, so that there is one copy of it. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentHash, writableCacheFolder } from './cache-folder.js';
import { cacheFolder } from './cache-place.js';
import { importEsbuild } from './import-esbuild.js';
import { toolLocation, type ToolLocation } from './tool-location.js';

export interface Sdk {
  /** Specifier → file. Nothing else that starts with `aoai-policy` can be imported. */
  readonly entries: ReadonlyMap<string, string>;
  /** The script of the worker that runs policy files. */
  readonly worker: string;
}

/** Names of the entries in `dist/` and where their sources are; scripts/build.ts builds them, sharing their chunks. */
export const SDK_ENTRIES = [
  { specifier: 'aoai-policy', name: 'index', source: 'src/index.ts' },
  { specifier: 'aoai-policy/testing', name: 'testing/index', source: 'src/testing/index.ts' },
  { specifier: 'aoai-policy/testing/vitest', name: 'testing/vitest', source: 'src/testing/vitest.ts' },
] as const;
export const WORKER_ENTRY = { name: 'policy-worker', source: 'src/project/policy-worker.ts' } as const;

let sdk: Promise<Sdk> | undefined;

/** The running tool's own files; run from its sources, it builds them first. */
export function loadSdk(): Promise<Sdk> {
  return (sdk ??= provide(toolLocation()));
}

async function provide(tool: ToolLocation): Promise<Sdk> {
  const folder = tool.form === 'dist' ? join(tool.root, 'dist') : await buildFromSources(tool);
  const entries = SDK_ENTRIES.map(({ specifier, name }) => [specifier, join(folder, `${name}.js`)] as const);
  return { entries: new Map(entries), worker: join(folder, `${WORKER_ENTRY.name}.js`) };
}

/** Builds `src/` into a folder of the cache that is named after its content, so that concurrent runs agree. */
async function buildFromSources(tool: ToolLocation): Promise<string> {
  const { build } = await importEsbuild();
  const cache = writableCacheFolder(cacheFolder(tool.root));
  const draft = mkdtempSync(join(cache, '.sdk-'));
  const entries = [...SDK_ENTRIES, WORKER_ENTRY];
  const { outputFiles } = await build({
    absWorkingDir: tool.root,
    entryPoints: entries.map(({ name, source }) => ({ in: join(tool.root, source), out: name })),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['vitest'],
    outdir: draft,
    write: false,
    logLevel: 'silent',
  });
  const target = join(cache, `sdk-${contentHash(outputFiles.map(({ hash }) => hash).join())}`);
  if (!existsSync(target)) {
    for (const { path, contents } of outputFiles) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, contents);
    }
    renameUnlessThere(draft, target);
  }
  rmSync(draft, { recursive: true, force: true });
  return target;
}

/** Two runs may build at once; the first to finish wins, as both built the same. */
function renameUnlessThere(draft: string, target: string): void {
  try {
    renameSync(draft, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  }
}

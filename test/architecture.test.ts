/** The house rules of ../shared/design.md, "Folders", held over every source file. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SRC = join(ROOT, 'src');

/** A folder imports only from folders of a lower rank. */
const RANKS: Readonly<Record<string, number>> = {
  syntax: 0, model: 1, catalog: 2, analysis: 3, dsl: 3, check: 4, emit: 4, lint: 5, gateway: 5, project: 6, publish: 7, 'local-apim': 7, testing: 7, report: 8, cli: 9,
};
const HIGHEST_PORTABLE_RANK = 5;
const MOST_LINES = 400;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort();
const texts = new Map(files.map((path) => [path, readFileSync(join(SRC, path), 'utf8')]));
const isGenerated = (path: string): boolean => path.endsWith('.generated.ts');
const folderOf = (path: string): string => path.split('/')[0] ?? '';

/** Everything imported, exported again or loaded later, types included. */
function importsOf(path: string): string[] {
  const text = texts.get(path) ?? '';
  return [...text.matchAll(/^(?:import|export)\s[^;'"]*?from\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gmu)].map(
    ([, from, alone, dynamic]) => from ?? alone ?? dynamic ?? '',
  );
}

/** The file below src/ that a relative specifier names. */
function resolved(path: string, specifier: string): string {
  return relative(SRC, join(SRC, dirname(path), specifier)).replaceAll('\\', '/').replace(/\.js$/u, '.ts');
}

function localImports(path: string): string[] {
  return importsOf(path).filter((specifier) => specifier.startsWith('.')).map((specifier) => resolved(path, specifier));
}

describe('folders', () => {
  test('every folder has a rank', () => {
    const folders = new Set(files.filter((path) => path.includes('/')).map(folderOf));
    expect([...folders].filter((folder) => RANKS[folder] === undefined)).toEqual([]);
  });

  test('a folder imports only lower ranks', () => {
    const against = files
      .filter((path) => path.includes('/'))
      .flatMap((path) => localImports(path).map((target) => ({ path, target })))
      .filter(({ path, target }) => folderOf(path) !== folderOf(target))
      .filter(({ path, target }) => (RANKS[folderOf(path)] ?? -1) <= (RANKS[folderOf(target)] ?? Infinity));
    expect(against).toEqual([]);
  });

  test('only src/index.ts stands outside of the folders, and nothing imports it', () => {
    expect(files.filter((path) => !path.includes('/'))).toEqual(['index.ts']);
    expect(files.filter((path) => localImports(path).includes('index.ts'))).toEqual([]);
  });

  test('no file imports itself through others, the recursive descent of the C# parser and binder aside', () => {
    const isDescent = (path: string): boolean => /^(?:syntax\/csharp\/parse-|check\/expressions\/bind\/)/u.test(path);
    expect(files.filter((path) => !isDescent(path)).flatMap((path) => cycleThrough(path) ?? [])).toEqual([]);
  });
});

/** The shortest chain of run-time imports from a file back to it; types may refer to each other. */
function cycleThrough(start: string): string | undefined {
  const seen = new Set<string>();
  const pending = runtimeImports(start).map((path) => [start, path]);
  for (let chain = pending.shift(); chain !== undefined; chain = pending.shift()) {
    const last = chain.at(-1) ?? '';
    if (last === start) return chain.join(' → ');
    if (seen.has(last)) continue;
    seen.add(last);
    pending.push(...runtimeImports(last).map((path) => [...(chain ?? []), path]));
  }
  return undefined;
}

function runtimeImports(path: string): string[] {
  const text = texts.get(path) ?? '';
  const statements = [...text.matchAll(/^(?:import|export)\s(?!type\s)([^;'"]*?)from\s*['"](\.[^'"]+)['"]/gmu)];
  return statements.filter(([, names = '']) => !isTypesAlone(names)).map(([, , specifier = '']) => resolved(path, specifier));
}

function isTypesAlone(names: string): boolean {
  const items = names.replace(/[{}]/gu, '').split(',').map((name) => name.trim()).filter((name) => name !== '');
  return items.length > 0 && items.every((name) => name.startsWith('type '));
}

describe('files', () => {
  test('ranks 0 to 5 use nothing of Node, the gateway\'s server aside', () => {
    const portable = files.filter((path) => path === 'index.ts' || ((RANKS[folderOf(path)] ?? Infinity) <= HIGHEST_PORTABLE_RANK && path !== 'gateway/server.ts'));
    const uses = portable.filter((path) => importsOf(path).some((specifier) => specifier.startsWith('node:') || specifier.startsWith('@azure/')));
    expect(uses).toEqual([]);
  });

  test('only cli/ uses console, and process where it ends or steers the process', () => {
    const users = files.filter((path) => folderOf(path) !== 'cli' && /\bconsole\.|\bprocess\.(?:exit|stdout|stderr|stdin|argv)\b/u.test(code(path)));
    expect(users.filter((path) => path !== 'project/policy-worker.ts')).toEqual([]);
  });

  test(`hand-written files have at most ${MOST_LINES} lines`, () => {
    const long = files.filter((path) => !isGenerated(path) && (texts.get(path) ?? '').split('\n').length > MOST_LINES);
    expect(long).toEqual([]);
  });

  test('each starts with what it holds', () => {
    expect(files.filter((path) => !isGenerated(path) && !(texts.get(path) ?? '').startsWith('/**'))).toEqual([]);
  });

  test('none is named after nothing', () => {
    expect(files.filter((path) => /(?:^|\/)(?:utils?|helpers?|misc|common|shared|types)\.ts$/u.test(path))).toEqual([]);
  });

  test('names are kebab-case', () => {
    expect(files.filter((path) => !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*(?:\.generated)?\.ts$/u.test(path))).toEqual([]);
  });
});

/** The file without comments and strings, roughly. */
function code(path: string): string {
  return (texts.get(path) ?? '').replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/gu, '');
}

test('tests mirror src', () => {
  const allowed = new Set([...Object.keys(RANKS), 'types', 'policies', 'package', 'docs', 'fuzz', 'oracle', 'scripts']);
  const folders = readdirSync(join(ROOT, 'test'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(folders.filter((name) => !allowed.has(name))).toEqual([]);
});

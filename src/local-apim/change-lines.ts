/** The text in which changes are kept: a line that says what it is, then one line of JSON for each write to the disk. */
import { isJsonObject, type Json } from '../model/json.js';
import { UsageError } from '../model/usage-error.js';
import { identityOf, nameOfPath } from './resource-name.js';
import type { StoreChange, StoredItem } from './resource-store.js';

export interface KeptContent {
  readonly items: readonly StoredItem[];
  readonly counter: bigint;
}

const FORMAT = 'aoai-policy local APIM';
const VERSION = 1;

/** @returns with its line end */
export function changeLine(changes: readonly StoreChange[]): string {
  return `${JSON.stringify(changes.map((change) => (change.kind === 'put' ? { put: change.item.path, etag: String(change.item.etag), content: change.item.content } : { removed: change.path, etag: String(change.counter) })))}\n`;
}

/** All of a file. */
export function snapshotLines({ items, counter }: KeptContent): string {
  const head = { format: FORMAT, version: VERSION, etag: String(counter) };
  return `${JSON.stringify(head)}\n${items.length === 0 ? '' : changeLine(items.map((item) => ({ kind: 'put', item })))}`;
}

/**
 * A last line without its end was being written when the process died; nobody was told that it is kept, and it is left out.
 * @param file as shown
 * @throws UsageError for anything else that is not as `snapshotLines` and `changeLine` write it
 */
export function parseChanges(text: string, file: string): KeptContent {
  const items = new Map<string, StoredItem>();
  const [head = '', ...lines] = text.split('\n').slice(0, -1);
  let counter = parseHead(head);
  if (counter === undefined) throw broken(file, 1, 'this is no file of the local APIM, or one of another version');
  for (const [index, line] of lines.entries()) {
    const changes = parseLine(line);
    if (changes === undefined) throw broken(file, index + 2, 'this line is broken');
    for (const change of changes) {
      if (change.kind === 'put') items.set(identityOf(change.item.path), change.item);
      else items.delete(identityOf(change.path));
      const latest = change.kind === 'put' ? change.item.etag : change.counter;
      if (latest > counter) counter = latest;
    }
  }
  return { items: [...items.values()], counter };
}

function broken(file: string, line: number, problem: string): UsageError {
  return new UsageError(`${file}:${line}: ${problem}; nothing was changed: move the file away to begin with an empty service`);
}

/** @returns the counter of ETags */
function parseHead(line: string): bigint | undefined {
  const head = parseJson(line);
  return isJsonObject(head) && head['format'] === FORMAT && head['version'] === VERSION ? parseCounter(head['etag']) : undefined;
}

function parseLine(line: string): readonly StoreChange[] | undefined {
  const changes = parseJson(line);
  if (!Array.isArray(changes)) return undefined;
  const parsed = changes.map(parseChange);
  return parsed.every((change) => change !== undefined) ? parsed : undefined;
}

function parseChange(change: unknown): StoreChange | undefined {
  if (!isJsonObject(change)) return undefined;
  const { put, removed, content } = change;
  const etag = parseCounter(change['etag']);
  if (etag === undefined) return undefined;
  if (typeof removed === 'string') return { kind: 'removed', path: removed, counter: etag };
  return typeof put === 'string' && nameOfPath(put) !== undefined && isJsonObject(content) ? { kind: 'put', item: { path: put, etag, content } } : undefined;
}

function parseCounter(value: Json | undefined): bigint | undefined {
  return typeof value === 'string' && /^\d{1,19}$/u.test(value) ? BigInt(value) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The folder in which the local APIM keeps its content: one file of changes, which is written anew when it is opened. */
import { constants } from 'node:fs';
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { errorCode, reason } from '../model/system-error.js';
import { UsageError } from '../model/usage-error.js';
import { ChangeLog } from './change-log.js';
import { parseChanges, snapshotLines, type KeptContent } from './change-lines.js';
import { lockFolder } from './folder-lock.js';
import type { StoreChange } from './resource-store.js';

export interface DataFolder {
  /** undefined for a folder that is new, or in which nothing was kept before the process died. */
  readonly content: KeptContent | undefined;
  readonly record: (change: StoreChange) => void;
  /**
   * Resolves when all that was recorded is on the disk.
   * @throws when it could not be written, from then on always
   */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const FILE = 'local-apim.jsonl';
/** Values of secret named values are in it, in plain text. */
const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;
/** ETags that were given out for what was not written before the end are not given out again. */
const ETAG_LEAP = 1n << 20n;

/** @throws UsageError when another server has it, or when the file in it is broken */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const folder = resolve(path);
  await makeFolder(folder);
  const unlock = await lockFolder(folder);
  try {
    const file = join(folder, FILE);
    const kept = await readKept(file);
    const content = kept === undefined || kept.counter === 0n ? undefined : { ...kept, counter: kept.counter + ETAG_LEAP };
    await replaceFile(folder, file, snapshotLines(content ?? { items: [], counter: 0n }));
    const log = new ChangeLog(await open(file, 'a'));
    return {
      content,
      record: (change) => log.record(change),
      settled: () => log.settled(),
      async close() {
        try {
          await log.close();
        } finally {
          await unlock();
        }
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** A folder of our own is kept out of git. */
async function makeFolder(folder: string): Promise<void> {
  try {
    if ((await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER })) !== undefined) await writeFile(join(folder, '.gitignore'), '*\n');
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST' || code === 'ENOTDIR') throw new UsageError(`'${folder}' is a file, or below one; the content is kept in a folder`, { cause: error });
    throw new UsageError(`cannot make the folder '${folder}': ${reason(error)}`, { cause: error });
  }
}

async function readKept(file: string): Promise<KeptContent | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new UsageError(`cannot read '${file}': ${reason(error)}`, { cause: error });
  }
  return parseChanges(text, file);
}

/** Either all of the new text is there afterwards, or all of the old. */
async function replaceFile(folder: string, file: string, text: string): Promise<void> {
  const next = `${file}.next`;
  const handle = await open(next, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, PRIVATE_FILE);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(next, file);
  if (process.platform !== 'win32') await syncFolder(folder);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

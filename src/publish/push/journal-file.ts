/** Appends to a journal so that what was appended is on the disk when the promise resolves. */
import { closeSync, constants, fstatSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { reason } from '../../model/system-error.js';
import { UsageError } from '../../model/usage-error.js';
import { type JournalRecord, renderRecord } from './journal-record.js';

interface Waiting {
  readonly text: string;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Only its owner may read it: a previous content is nobody else's business. */
const OWNER_ONLY = 0o600;

export class JournalFile {
  readonly path: string;
  readonly #file: FileHandle;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | undefined;
  #broken: UsageError | undefined;

  private constructor(path: string, file: FileHandle) {
    this.path = path;
    this.#file = file;
  }

  /** @throws UsageError when the file cannot be made, or is there already */
  static create(path: string): Promise<JournalFile> {
    return JournalFile.#opened(path, async () => {
      mkdirSync(dirname(path), { recursive: true });
      const file = await open(path, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_EXCL, OWNER_ONLY);
      syncFolder(dirname(path));
      return file;
    });
  }

  /**
   * For a journal that was interrupted: half a line at its end, which nobody relied on, is cut off first.
   * @throws UsageError when the file cannot be written
   */
  static continue(path: string): Promise<JournalFile> {
    return JournalFile.#opened(path, () => {
      cutTornLine(path);
      return open(path, constants.O_WRONLY | constants.O_APPEND);
    });
  }

  static async #opened(path: string, opening: () => Promise<FileHandle>): Promise<JournalFile> {
    try {
      return new JournalFile(path, await opening());
    } catch (error) {
      throw new UsageError(`the journal '${path}' cannot be written, and without one nothing is changed: ${reason(error)}`, { cause: error });
    }
  }

  /**
   * Records that are appended while others are on their way to the disk go there together.
   * @throws UsageError when this record, or an earlier one, could not be written: half a line may stand there now, and nothing may follow it
   */
  append(record: JournalRecord): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ text: renderRecord(record), resolve, reject });
      this.#flushing ??= this.#flush();
    });
  }

  async close(): Promise<void> {
    await this.#flushing;
    await this.#file.close();
  }

  async #flush(): Promise<void> {
    // Records of the same turn join the first one's way to the disk.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        if (this.#broken !== undefined) throw this.#broken;
        await this.#file.appendFile(batch.map(({ text }) => text).join(''));
        await this.#file.datasync();
        for (const { resolve } of batch) resolve();
      } catch (error) {
        this.#broken ??= new UsageError(`the journal '${this.path}' cannot be written: ${reason(error)}`, { cause: error });
        for (const { reject } of batch) reject(this.#broken);
      }
    }
    // At once, and not when the promise resolves: who appends in between would wait for ever.
    this.#flushing = undefined;
  }
}

function cutTornLine(path: string): void {
  const file = openSync(path, 'r+');
  try {
    const end = readFileSync(file).lastIndexOf('\n') + 1;
    if (end === fstatSync(file).size) return;
    ftruncateSync(file, end);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A new file is only there for good when its folder is on the disk; Windows has no such thing. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

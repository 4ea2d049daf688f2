/** Writes changes to the disk, in their order. */
import type { FileHandle } from 'node:fs/promises';
import { reason } from '../model/system-error.js';
import { UsageError } from '../model/usage-error.js';
import { changeLine } from './change-lines.js';
import type { StoreChange } from './resource-store.js';

/** Opened to be appended to. */
export type LogFile = Pick<FileHandle, 'appendFile' | 'datasync' | 'close'>;

/** What happens while a write is under way goes into the next one, in one line: it is kept whole or not at all. */
export class ChangeLog {
  readonly #file: LogFile;
  #pending: StoreChange[] = [];
  /** The write that is under way, or was the last one. */
  #writing: Promise<void> = Promise.resolve();
  /** The one that will take what is pending. */
  #next: Promise<void> | undefined;
  #failure: UsageError | undefined;

  constructor(file: LogFile) {
    this.#file = file;
  }

  record(change: StoreChange): void {
    this.#pending.push(change);
  }

  /**
   * Resolves when all that was recorded before is on the disk.
   * @throws UsageError when something could not be written, from then on always: what is answered is what is kept
   */
  async settled(): Promise<void> {
    if (this.#pending.length > 0) this.#next ??= this.#writeNext();
    await (this.#next ?? this.#writing);
    if (this.#failure !== undefined) throw this.#failure;
  }

  async close(): Promise<void> {
    try {
      await this.settled();
    } finally {
      await this.#file.close();
    }
  }

  async #writeNext(): Promise<void> {
    await this.#writing;
    this.#writing = this.#next ?? this.#writing;
    this.#next = undefined;
    const line = changeLine(this.#pending);
    this.#pending = [];
    if (this.#failure === undefined) await this.#write(line);
  }

  async #write(line: string): Promise<void> {
    try {
      await this.#file.appendFile(line);
      await this.#file.datasync();
    } catch (error) {
      this.#failure = new UsageError(`the data folder cannot be written; what was changed since is not kept: ${reason(error)}`, { cause: error });
    }
  }
}

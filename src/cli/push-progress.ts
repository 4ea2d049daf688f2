/** How far a push has come: a line that is written over on a terminal, a line for each resource elsewhere. */
import type { PlannedAction } from '../publish/plan/plan.js';
import type { PushEvent } from '../publish/push/push-result.js';
import { stateWords } from '../report/push-words.js';
import { visibleText } from '../report/visible-text.js';
import { cutText } from '../report/cut-text.js';
import { START_OF_LINE } from './overwritten-line.js';
import type { Terminal } from './terminal.js';

/** What is being done to a resource. */
const DOING: Readonly<Record<PlannedAction, string>> = { create: 'creating', update: 'updating', replace: 'replacing', delete: 'deleting' };

export class PushProgress {
  readonly #terminal: Pick<Terminal, 'writeError' | 'width'>;
  readonly #isWatched: boolean;
  /** Unknown while what was written is put back. */
  #total: number | undefined;
  readonly #actions = new Map<string, PlannedAction>();
  #done = 0;
  #hasLine = false;

  /** @param total resources that there are to write */
  constructor(total: number, terminal: Pick<Terminal, 'writeError' | 'width' | 'isWatched'>) {
    this.#terminal = terminal;
    this.#isWatched = terminal.isWatched('stderr');
    this.#total = total;
  }

  show(event: PushEvent): void {
    switch (event.kind) {
      case 'started':
        this.#actions.set(event.address, event.action);
        this.#transient(`${DOING[event.action]} ${event.address}`);
        break;
      case 'retried':
        this.say(`${event.address}: trying again (${event.attempt}): ${event.reason}`);
        break;
      case 'finished':
        this.#finished(event);
        break;
      case 'rolling-back':
        this.#total = undefined;
        this.say('putting back what was written');
        break;
    }
  }

  /** A line that stays. */
  say(text: string): void {
    this.end();
    this.#terminal.writeError(`${visibleText(text)}\n`);
  }

  /** Takes away the line that would be written over next. */
  end(): void {
    if (this.#hasLine) this.#terminal.writeError(START_OF_LINE);
    this.#hasLine = false;
  }

  #finished({ address, state }: Extract<PushEvent, { readonly kind: 'finished' }>): void {
    this.#done++;
    const { label } = stateWords(state, this.#actions.get(address) ?? 'update');
    const text = `${label}: ${address}${this.#total === undefined ? '' : ` (${this.#done} of ${this.#total})`}`;
    if (this.#isWatched) this.#transient(text);
    else this.say(text);
  }

  #transient(text: string): void {
    if (!this.#isWatched) return;
    this.#hasLine = true;
    this.#terminal.writeError(`${START_OF_LINE}${cutText(text, this.#terminal.width - 1)}`);
  }
}

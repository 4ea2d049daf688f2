/** Which faults a run meets, drawn from its seed: a mood of the service for all requests, and strokes at single ones. */
import type { LocalFault, LocalRequest } from '../../src/local-apim/local-apim.js';
import type { SeededRandom } from './seeded-random.js';

/** How the service is disposed, from one request to another (inclusive): each request meets a passing fault with this chance. */
interface Mood {
  readonly from: number;
  readonly to: number;
  readonly rate: number;
}

const MOODS: readonly { readonly name: string; readonly weight: number; readonly of: (random: SeededRandom) => Mood }[] = [
  { name: 'calm', weight: 3, of: () => ({ from: 0, to: 0, rate: 0 }) },
  { name: 'now and then', weight: 4, of: () => ({ from: 0, to: Infinity, rate: 0.08 }) },
  { name: 'often', weight: 3, of: () => ({ from: 0, to: Infinity, rate: 0.25 }) },
  { name: 'a storm', weight: 3, of: (random) => window(random, random.integer(5, 60), 0.8) },
  { name: 'a short outage', weight: 2, of: (random) => window(random, random.integer(3, 12), 1) },
  { name: 'a long outage', weight: 2, of: (random) => window(random, random.integer(60, 200), 1) },
  { name: 'an end', weight: 2, of: (random) => ({ from: random.integer(10, 120), to: Infinity, rate: 1 }) },
];

function window(random: SeededRandom, length: number, rate: number): Mood {
  const from = random.integer(10, 100);
  return { from, to: from + length, rate };
}

type Draw = (random: SeededRandom) => LocalFault;

/** Whoever tries again gets through, sooner or later. */
const PASSING: readonly Draw[] = [
  () => ({ kind: 'reset', when: 'before' }),
  () => ({ kind: 'reset', when: 'after' }),
  (random) => ({ kind: 'cut', afterBytes: random.integer(0, 400) }),
  (random) => ({ kind: 'slow', milliseconds: random.integer(1, 15) }),
  () => ({ kind: 'status', status: 429, when: 'before', code: 'TooManyRequests', message: 'Too many requests.', retryAfter: '1' }),
  () => ({ kind: 'status', status: 429, when: 'before', code: 'TooManyRequests', message: 'Too many requests.' }),
  () => ({ kind: 'status', status: 500, when: 'before', code: 'InternalServerError', message: 'An internal error has occurred.' }),
  () => ({ kind: 'status', status: 500, when: 'after', code: 'InternalServerError', message: 'An internal error has occurred.' }),
  () => ({ kind: 'status', status: 502, when: 'after', body: '<html><head><title>502 Bad Gateway</title></head></html>' }),
  () => ({ kind: 'status', status: 503, when: 'before', code: 'ServiceUnavailable', message: 'Service is unavailable.', retryAfter: '1' }),
  () => ({ kind: 'status', status: 503, when: 'after', code: 'ServiceUnavailable', message: 'Service is unavailable.' }),
];

/** What only writes meet, with those of others on the same API. */
const AT_WRITES: readonly Draw[] = [
  ...PASSING,
  () => ({ kind: 'status', status: 409, when: 'before', code: 'PessimisticConcurrencyConflict', message: 'Operation on the API is in progress' }),
  () => ({ kind: 'status', status: 412, when: 'before', code: 'PreconditionFailed', message: 'Resource was modified since last retrieval.' }),
];

/** At a single write; most of them end a push. */
const STROKES: readonly Draw[] = [
  () => ({ kind: 'operation-fails' }),
  () => ({ kind: 'operation-lies' }),
  () => ({ kind: 'status', status: 400, when: 'before', code: 'ValidationError', message: 'One or more fields contain incorrect values:' }),
  () => ({ kind: 'status', status: 403, when: 'before', code: 'AuthorizationFailed', message: 'The client does not have authorization to perform the action.' }),
  () => ({ kind: 'reset', when: 'after' }),
  () => ({ kind: 'slow', milliseconds: 250 }),
  () => ({ kind: 'hang' }),
];

export class FaultScript {
  readonly name: string;
  readonly #random: SeededRandom;
  readonly #mood: Mood;
  /** Numbers of writes, from 1. */
  readonly #strokes: ReadonlySet<number>;
  /** Numbers of requests, from 1 at the first write: what the plan has not seen yet, a push may write over. */
  readonly #edits: ReadonlySet<number>;
  readonly #onEdit: (path: string) => void;
  #kill: { readonly number: number; readonly listener: () => LocalFault | undefined } | undefined;
  #requests = 0;
  #faults = 0;
  #writes = 0;
  #sinceFirstWrite = 0;

  /**
   * @param onEdit begins an edit of somebody else's, while a request for a path is held back
   */
  constructor(random: SeededRandom, onEdit: (path: string) => void) {
    this.#random = random;
    this.#onEdit = onEdit;
    const mood = weighted(random);
    this.name = mood.name;
    this.#mood = mood.of(random);
    this.#strokes = new Set(random.chance(0.5) ? Array.from({ length: random.integer(1, 2) }, () => random.integer(1, 20)) : []);
    this.#edits = new Set(random.chance(0.7) ? Array.from({ length: random.integer(1, 5) }, () => random.integer(1, 50)) : []);
  }

  /** Whether the answer to a write may be lost. */
  get losesAnswers(): boolean {
    return this.#mood.rate > 0 || this.#strokes.size > 0;
  }

  get requests(): number {
    return this.#requests;
  }

  /** How many have been given. */
  get faults(): number {
    return this.#faults;
  }

  /** @param listener is asked at one request, by its number, for the fault that it meets instead of another */
  killAt(number: number, listener: () => LocalFault | undefined): void {
    this.#kill = { number, listener };
  }

  /** For each request but those of the other writer. */
  next(request: LocalRequest): LocalFault | undefined {
    const drawn = this.#drawn(request);
    const fault = this.#kill?.number === this.#requests ? (this.#kill.listener() ?? drawn) : drawn;
    if (fault !== undefined) this.#faults++;
    return fault;
  }

  #drawn({ method, path }: LocalRequest): LocalFault | undefined {
    this.#requests++;
    const isWrite = method === 'PUT' || method === 'DELETE' || method === 'PATCH';
    if (isWrite) this.#writes++;
    if (this.#writes > 0) this.#sinceFirstWrite++;
    // Two numbers for each request, so that one fault more does not move those that follow.
    const [isFaulty, which] = [this.#random.chance(this.#mood.rate), this.#random.fork()];
    if (this.#edits.has(this.#sinceFirstWrite)) {
      this.#onEdit(path);
      // Held back, so that the edit comes first.
      return { kind: 'slow', milliseconds: which.integer(0, 12) };
    }
    if (isWrite && this.#strokes.has(this.#writes)) return which.pick(STROKES)(which);
    return isFaulty && this.#requests >= this.#mood.from && this.#requests <= this.#mood.to ? which.pick(isWrite ? AT_WRITES : PASSING)(which) : undefined;
  }
}

function weighted(random: SeededRandom): (typeof MOODS)[number] {
  return random.pick(MOODS.flatMap((mood) => Array.from({ length: mood.weight }, () => mood)));
}

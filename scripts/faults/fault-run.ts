/** One run: a world is pushed to a service that has faults, and what is left is looked at; then it is pushed again or rolled back, and looked at again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalApim, LocalApimOptions } from '../../src/local-apim/local-apim.js';
import { startLocalApim } from '../../src/local-apim/start-local-apim.js';
import { lastJournal } from '../../src/publish/push/journal.js';
import type { PushResult } from '../../src/publish/push/push-result.js';
import { addressOf } from '../../src/publish/resource-key.js';
import { fastClock } from './fast-clock.js';
import { FaultScript } from './fault-script.js';
import { type PushProgram, startPush } from './killed-push.js';
import { filesIn, leaksIn, saidBy } from './leaks.js';
import { type Edit, isOfOtherWriter, OtherWriter } from './other-writer.js';
import { type Pushed, pushOnce, type Pushing, rollBackOnce } from './push-once.js';
import { SeededRandom } from './seeded-random.js';
import { contentOf, pathOfAddress, type ServiceContent } from './service-content.js';
import { lostEdits, type Sides, strangeContents, untruths } from './verdict.js';
import { SERVICE, type World, worldOf } from './world.js';

export type RunKind = 'in-process' | 'killed';

export interface RunReport {
  readonly seed: number;
  readonly kind: RunKind;
  /** The faults' mood, and what the first push came to. */
  readonly story: string;
  /** Pushes and rollbacks that met faults. */
  readonly pushes: number;
  readonly edits: number;
  /** Resources of which a push could not say what they hold. */
  readonly unknown: number;
  readonly problems: readonly Problem[];
}

export interface Problem {
  /** `lost`: neither old nor new. `overwritten`: an edit. `leaked`: a secret. `untrue`: a result. `stuck`: no way back or forward. */
  readonly kind: 'lost' | 'overwritten' | 'leaked' | 'untrue' | 'stuck';
  readonly what: string;
}

export interface RunOptions {
  /** For runs whose push is killed; without it the push runs in this process. */
  readonly program?: PushProgram | undefined;
  /** Hears of each request, fault and edit. */
  readonly trace?: ((line: string) => void) | undefined;
}

export async function runWithFaults(seed: number, { program, trace }: RunOptions = {}): Promise<RunReport> {
  const run = new FaultRun(seed, trace);
  try {
    await run.begin();
    await (program === undefined ? run.pushHere() : run.pushAndKill(program));
    await run.goOn();
    return run.report(program === undefined ? 'in-process' : 'killed');
  } finally {
    await run.end();
  }
}

class FaultRun {
  readonly #seed: number;
  readonly #trace: (line: string) => void;
  readonly #random: SeededRandom;
  readonly #world: World;
  readonly #token: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'aoai-policy-faults-'));
  readonly #problems: Problem[] = [];
  readonly #story: string[] = [];
  #apim: LocalApim | undefined;
  #faults: LocalApimOptions['faults'];
  #edits: readonly Edit[] = [];
  /** What the service holds when the second version is pushed without faults. */
  #wanted: ServiceContent = new Map();
  /** What it held before the pushes of the last journal: what a rollback restores. */
  #beforeJournal: ServiceContent = new Map();
  #firstJournal: string | undefined;
  #pushes = 0;
  #unknown = 0;

  constructor(seed: number, trace: RunOptions['trace'] = () => undefined) {
    this.#seed = seed;
    this.#trace = trace;
    this.#random = new SeededRandom(seed + 0x5eed);
    this.#world = worldOf(seed);
    this.#token = `token-${this.#random.key()}`;
  }

  report(kind: RunKind): RunReport {
    return { seed: this.#seed, kind, story: this.#story.join(', '), pushes: this.#pushes, edits: this.#edits.length, unknown: this.#unknown, problems: this.#problems };
  }

  async end(): Promise<void> {
    await this.#apim?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The service, with the project's first version; and what it will hold when the second one is pushed without faults. */
  async begin(): Promise<void> {
    const random = this.#random;
    const options: LocalApimOptions = {
      ...SERVICE,
      operationDialect: random.pick(['accepted', 'location', 'async-operation']),
      operationPolls: random.integer(0, 2),
      pageSize: random.pick([2, 5, 100]),
      answersBareXml: random.chance(0.1),
      faults: (request) => {
        const fault = isOfOtherWriter(request) ? undefined : this.#faults?.(request);
        if (fault !== undefined) this.#trace(`  ${String(request.number)} gets ${JSON.stringify(fault)}`);
        return fault;
      },
      onRequest: (request, status) => this.#trace(`${isOfOtherWriter(request) ? 'OTHER ' : ''}${String(request.number)} ${request.method} ${request.path} if-match ${request.headers['if-match'] ?? '-'} → ${String(status ?? 'dropped')}`),
    };
    this.#wanted = await this.#rehearsal(options);
    this.#apim = await startedService(options, this.#world);
    const first = await pushOnce(this.#world.first, this.#pushing(this.#apim, this.#folder));
    if (first.result?.outcome !== 'pushed') throw new Error(`the first version cannot be pushed: ${causeOf(first)}`);
    this.#firstJournal = first.result.journal;
  }

  async #rehearsal(options: LocalApimOptions): Promise<ServiceContent> {
    const folder = mkdtempSync(join(tmpdir(), 'aoai-policy-faults-rehearsal-'));
    const apim = await startedService({ ...options, faults: () => undefined, onRequest: () => undefined }, this.#world);
    try {
      for (const version of [this.#world.first, this.#world.second]) {
        const pushed = await pushOnce(version, this.#pushing(apim, folder));
        if (pushed.result?.outcome !== 'pushed') throw new Error(`the rehearsal fails: ${causeOf(pushed)}`);
      }
      return contentOf(apim);
    } finally {
      await apim.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }

  #pushing({ endpoint }: LocalApim, folder: string): Pushing {
    const random = this.#random.fork();
    return { endpoint, folder, clock: fastClock(), token: this.#token, rollsBack: random.chance(0.85), random: () => random.next() };
  }

  get #service(): LocalApim {
    if (this.#apim === undefined) throw new Error('the service has not been started');
    return this.#apim;
  }

  /** A push in this process, with faults and edits. */
  async pushHere(): Promise<void> {
    this.#pushes++;
    await this.#push('a push with faults', async (script) => {
      const pushed = await pushOnce(this.#world.second, this.#pushing(this.#service, this.#folder));
      this.#story.push(`${script.name}: ${pushed.result?.outcome ?? `no push (${causeOf(pushed)})`}`);
      return { said: saidBy(pushed), result: pushed.result };
    });
  }

  /** A push in a process of its own, which is killed at some request or after some time. */
  async pushAndKill(program: PushProgram): Promise<void> {
    const random = this.#random;
    const killAt = random.integer(1, 140);
    const isHeard = random.chance(0.5);
    const delay = random.chance(0.3) ? random.integer(250, 1500) : undefined;
    this.#pushes++;
    await this.#push('a push that was killed', async (script) => {
      const push = startPush(program, { seed: this.#seed, endpoint: this.#service.endpoint, folder: this.#folder, token: this.#token });
      const timer = delay === undefined ? undefined : setTimeout(push.kill, delay);
      this.#faults = (request) => {
        const fault = script.next(request);
        if (delay !== undefined || script.requests !== killAt) return fault;
        push.kill();
        return isHeard ? fault : { kind: 'reset', when: 'before' };
      };
      const { killed, output } = await push.ended;
      clearTimeout(timer);
      this.#story.push(`${script.name}: ${killed ? `killed after ${String(script.requests)} requests` : 'ended by itself'}`);
      return { said: new Map([['the output of the process', output]]), result: undefined };
    });
  }

  /** What people do after a push: a rollback or another push, which may meet faults as well. */
  async goOn(): Promise<void> {
    const random = this.#random;
    if (random.chance(0.4) && this.#canRollBack()) {
      if (random.chance(0.4)) await this.#rollBack('a rollback with faults', true);
      if (this.#canRollBack()) await this.#rollBack('a rollback', false);
      if (random.chance(0.5)) await this.#converge();
      return;
    }
    if (random.chance(0.3)) await this.pushHere();
    await this.#converge();
    if (random.chance(0.5) && this.#canRollBack()) await this.#rollBack('a rollback', false);
  }

  #canRollBack(): boolean {
    const journal = lastJournal(this.#folder);
    return journal !== undefined && journal.path !== this.#firstJournal && journal.entries.length > 0 && !journal.rolledBack;
  }

  async #push(when: string, work: (script: FaultScript) => Promise<Deed>): Promise<void> {
    const before = contentOf(this.#service);
    const earlier = lastJournal(this.#folder);
    const { edits, deed } = await this.#underFaults(work);
    const journal = lastJournal(this.#folder);
    // An interrupted push is gone on with in its journal.
    if (journal?.path !== earlier?.path) this.#beforeJournal = before;
    this.#judge(when, deed, { old: before, new: this.#wanted, edits }, edits);
  }

  /** What was pushed is as it was before. */
  async #rollBack(when: string, hasFaults: boolean): Promise<void> {
    const before = contentOf(this.#service);
    const rollBack = async (script?: FaultScript): Promise<Deed> => {
      const rolled = await rollBackOnce(this.#pushing(this.#service, this.#folder));
      this.#story.push(`${script === undefined ? 'a rollback' : `a rollback in ${script.name}`}: ${rolled.result?.outcome ?? causeOf(rolled)}`);
      return { said: saidBy(rolled), result: rolled.result };
    };
    if (hasFaults) this.#pushes++;
    const { edits, deed } = hasFaults ? await this.#underFaults(rollBack) : { edits: [], deed: await rollBack() };
    this.#judge(when, deed, { old: this.#beforeJournal, new: before, edits: this.#edits }, edits);
    if (!hasFaults) this.#expectRestored(deed.result);
  }

  /** Without faults: the second version is what the service holds, and there is nothing left to do. */
  async #converge(): Promise<void> {
    const before = contentOf(this.#service);
    const earlier = lastJournal(this.#folder);
    const pushed = await pushOnce(this.#world.second, this.#pushing(this.#service, this.#folder));
    if (lastJournal(this.#folder)?.path !== earlier?.path) this.#beforeJournal = before;
    this.#judge('a push without faults', { said: saidBy(pushed), result: pushed.result }, { old: before, new: this.#wanted, edits: [] }, []);
    if (pushed.result?.outcome !== 'pushed') {
      this.#problem('stuck', `a push without faults fails: ${causeOf(pushed)}`);
      return;
    }
    const content = contentOf(this.#service);
    const pushedPaths = this.#world.second.resources.map(({ key }) => pathOfAddress(addressOf(key)));
    for (const path of pushedPaths) if (content.get(path) !== this.#wanted.get(path)) this.#problem('stuck', `after a push without faults ${path} does not hold the new content`);
    const again = await pushOnce(this.#world.second, this.#pushing(this.#service, this.#folder));
    const left = again.plan?.changes.map(({ action, address }) => `${action} ${address}`) ?? ['no plan'];
    if (left.length > 0) this.#problem('stuck', `the plan after a push is not empty: ${left.join(', ')}`);
    this.#leaks('a second push', saidBy(again));
    this.#story.push('converged');
  }

  /** Without faults only what somebody has edited stays, and what the journal may not keep because it is secret, with what needs that. */
  #expectRestored(result: PushResult | undefined): void {
    const content = contentOf(this.#service);
    if (result === undefined) this.#problem('stuck', 'a rollback without faults fails');
    for (const { address, state, error } of result?.resources ?? []) {
      const path = pathOfAddress(address);
      const isEdited = this.#edits.some((edit) => edit.path === path);
      if (isEdited || !this.#world.isOpen || content.get(path) === this.#beforeJournal.get(path)) continue;
      this.#problem('stuck', `after a rollback without faults ${address} is ${state} and does not hold its old content: ${error?.message ?? ''}`);
    }
  }

  async #underFaults(work: (script: FaultScript) => Promise<Deed>): Promise<{ readonly edits: readonly Edit[]; readonly deed: Deed }> {
    const writer = new OtherWriter(this.#service, this.#random.fork(), this.#world.addresses);
    const script = new FaultScript(this.#random.fork(), () => { writer.begin(); });
    this.#faults = (request) => script.next(request);
    this.#trace(`── ${script.name}`);
    const deed = await work(script);
    for (const { address, action, state, error } of deed.result?.resources ?? []) this.#trace(`${action} ${address}: ${state} ${error?.message ?? ''}`);
    this.#faults = undefined;
    await writer.settled();
    this.#edits = [...this.#edits, ...writer.edits];
    return { edits: writer.edits, deed };
  }

  /** @param edits that nobody may have written over */
  #judge(when: string, { said, result }: Deed, sides: Sides, edits: readonly Edit[]): void {
    const content = contentOf(this.#service);
    this.#unknown += result?.resources.filter(({ state }) => state === 'unknown').length ?? 0;
    for (const what of strangeContents(content, sides)) this.#problem('lost', `after ${when}: ${what}`);
    for (const what of lostEdits(content, edits)) this.#problem('overwritten', `after ${when}: ${what}`);
    if (result !== undefined) for (const what of untruths(result, content, sides)) this.#problem('untrue', `after ${when}: ${what}`);
    this.#leaks(when, said);
  }

  #leaks(when: string, said: ReadonlyMap<string, string>): void {
    const places = new Map([...said, ...filesIn(this.#folder)]);
    for (const what of leaksIn(places, [...this.#world.secrets, this.#token])) this.#problem('leaked', `after ${when}: ${what}`);
  }

  #problem(kind: Problem['kind'], what: string): void {
    this.#problems.push({ kind, what });
  }
}

/** What was done, in words and as a result; a process that was killed has none. */
interface Deed {
  readonly said: ReadonlyMap<string, string>;
  readonly result: PushResult | undefined;
}

async function startedService(options: LocalApimOptions, world: World): Promise<LocalApim> {
  const apim = await startLocalApim(options);
  for (const [path, properties] of world.foreign) apim.seed(path, properties);
  return apim;
}

function causeOf({ result, failure }: Pushed): string {
  return result?.cause?.message ?? failure?.message ?? 'it is not known why';
}

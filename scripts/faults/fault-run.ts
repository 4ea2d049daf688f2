/** One run: a world is pushed to a service that has faults, and what is left is looked at; then it is pushed again or rolled back, and looked at again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastJournal } from '../../src/publish/push/journal.js';
import type { PushResult } from '../../src/publish/push/push-result.js';
import { addressOf } from '../../src/publish/resource-key.js';
import { fastClock } from './fast-clock.js';
import type { FaultScript } from './fault-script.js';
import { drawnManner, FaultyService } from './faulty-service.js';
import { type PushProgram, startPush } from './killed-push.js';
import { filesIn, leaksIn, saidBy } from './leaks.js';
import type { Edit } from './other-writer.js';
import { type Pushed, pushOnce, type Pushing, rollBackOnce, SHORT_TIMEOUT } from './push-once.js';
import type { Problem, RunReport } from './run-report.js';
import { SeededRandom } from './seeded-random.js';
import { pathOfAddress, type ServiceContent } from './service-content.js';
import { lostEdits, type Sides, strangeContents, untruths } from './verdict.js';
import { type World, worldOf } from './world.js';

export interface RunOptions {
  /** For runs whose pushes are killed; without it they run in this process. */
  readonly program?: PushProgram | undefined;
  /** Hears of each request, fault and outcome. */
  readonly trace?: ((line: string) => void) | undefined;
}

export async function runWithFaults(seed: number, { program, trace = () => undefined }: RunOptions = {}): Promise<RunReport> {
  const world = worldOf(seed);
  const random = new SeededRandom(seed + 0x5eed);
  const manner = drawnManner(random);
  const folder = mkdtempSync(join(tmpdir(), 'aoai-policy-faults-'));
  const services = [await FaultyService.start(world, manner, () => undefined), await FaultyService.start(world, manner, trace)] as const;
  try {
    const run = new FaultRun({ seed, world, random, folder, program, trace, service: services[1] });
    await run.begin(services[0]);
    await (program === undefined ? run.push() : run.killedPush(program));
    await run.goOn();
    return run.report();
  } finally {
    for (const service of services) await service.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface RunParts {
  readonly seed: number;
  readonly world: World;
  readonly random: SeededRandom;
  /** Where pushes keep what they have to remember; the rehearsal's is beside it. */
  readonly folder: string;
  readonly program: PushProgram | undefined;
  readonly trace: (line: string) => void;
  readonly service: FaultyService;
}

/** What was done, in words and as a result; a process that was killed has none. */
interface Deed {
  readonly said: ReadonlyMap<string, string>;
  readonly result: PushResult | undefined;
}

/** Without faults nothing is given up, however busy the machine is. */
const LONG_TIMEOUT = 30_000;

class FaultRun {
  readonly #parts: RunParts;
  readonly #token: string;
  readonly #problems: Problem[] = [];
  readonly #story: string[] = [];
  readonly #outcomes: string[] = [];
  #edits: readonly Edit[] = [];
  /** What the service holds when the second version is pushed without faults. */
  #wanted: ServiceContent = new Map();
  /** What it has held between pushes: an operation of one that was given up may end during the next, and bring such a content back. */
  readonly #earlier: ServiceContent[] = [];
  /** What it held, or may have held, before the pushes of the last journal: what a rollback restores. */
  #beforeJournal: readonly ServiceContent[] = [];
  #firstJournal: string | undefined;
  #isSettled = true;
  /** Whether an operation of a push that was given up may go on. */
  #mayBePending = false;
  #faults = 0;
  #requests = 0;
  #unknown = 0;

  constructor(parts: RunParts) {
    this.#parts = parts;
    this.#token = `token-${parts.random.key()}`;
  }

  report(): RunReport {
    const { seed, program } = this.#parts;
    return {
      seed, isKilled: program !== undefined, story: this.#story.join(', '), outcomes: this.#outcomes, faults: this.#faults, requests: this.#requests, edits: this.#edits.length,
      unknown: this.#unknown, problems: this.#problems,
    };
  }

  /** The project's first version is there; and it is known what there will be when the second one is pushed without faults. */
  async begin(rehearsal: FaultyService): Promise<void> {
    const { world, folder, service } = this.#parts;
    const rehearsed = join(folder, 'rehearsal');
    for (const version of [world.first, world.second]) expectPushed(await pushOnce(version, this.#pushing(rehearsal, rehearsed)));
    rmSync(rehearsed, { recursive: true, force: true });
    this.#wanted = rehearsal.content();
    this.#firstJournal = expectPushed(await pushOnce(world.first, this.#pushing(service))).journal;
  }

  #pushing({ endpoint, hasFaults }: FaultyService, folder = this.#parts.folder): Pushing {
    const random = this.#parts.random.fork();
    return {
      endpoint, folder, clock: fastClock(), token: this.#token, rollsBack: random.chance(0.85), requestTimeout: hasFaults ? SHORT_TIMEOUT : LONG_TIMEOUT, random: () => random.next(),
    };
  }

  /** What people do after a push: a rollback or another push, which may meet faults as well. */
  async goOn(): Promise<void> {
    const { random, program } = this.#parts;
    if (random.chance(0.4) && this.#canRollBack()) {
      if (random.chance(0.4)) await (program === undefined ? this.#rollBackUnderFaults() : this.#killedRollBack(program));
      if (this.#canRollBack()) await this.#rollBack();
      if (random.chance(0.5)) await this.#converge();
      return;
    }
    if (random.chance(0.3)) await (program === undefined ? this.push() : this.killedPush(program));
    await this.#converge();
    if (random.chance(0.5) && this.#canRollBack()) await this.#rollBack();
  }

  #canRollBack(): boolean {
    const journal = lastJournal(this.#parts.folder);
    return journal !== undefined && journal.path !== this.#firstJournal && journal.entries.length > 0 && !journal.rolledBack;
  }

  /** With faults and edits. */
  async push(): Promise<void> {
    const { world, service } = this.#parts;
    await this.#judgedPush('a push with faults', async () => {
      const { deed, edits } = await this.#underFaults(false, async () => deedOf(await pushOnce(world.second, this.#pushing(service))));
      this.#tell('push', deed.result?.outcome ?? 'not begun');
      return { deed, edits };
    });
  }

  /** In a process of its own, which is killed at some request or after some time. */
  async killedPush(program: PushProgram): Promise<void> {
    await this.#judgedPush('a push that was killed', () => this.#killed(program, 'push'));
  }

  /** Without faults: the second version is what the service holds, and there is nothing left to do. */
  async #converge(): Promise<void> {
    const { world, service } = this.#parts;
    const deed = await this.#judgedPush('a push without faults', async () => ({ deed: deedOf(await pushOnce(world.second, this.#pushing(service))), edits: [] }));
    if (deed.result?.outcome !== 'pushed') {
      this.#problem('stuck', `a push without faults fails: ${deed.said.get('the errors') ?? ''}`);
      return;
    }
    const content = service.content();
    const paths = world.second.resources.map(({ key }) => pathOfAddress(addressOf(key)));
    for (const path of paths) if (content.get(path) !== this.#wanted.get(path)) this.#problem('stuck', `after a push without faults ${path} does not hold the new content`);
    const again = await pushOnce(world.second, this.#pushing(service));
    const left = again.plan?.changes.map(({ action, address }) => `${action} ${address}`) ?? ['no plan'];
    if (left.length > 0) this.#problem('stuck', `the plan after a push is not empty: ${left.join(', ')}`);
    this.#lookForLeaks('a second push', saidBy(again));
    this.#story.push('converged');
  }

  async #judgedPush(when: string, work: () => Promise<{ readonly deed: Deed; readonly edits: readonly Edit[] }>): Promise<Deed> {
    const { folder } = this.#parts;
    const before = await this.#contentBefore();
    const earlier = lastJournal(folder);
    const { deed, edits } = await work();
    // An interrupted push is gone on with: a rollback then restores what stood there before both.
    if (lastJournal(folder)?.path !== earlier?.path && earlier?.interrupted !== true) this.#beforeJournal = this.#oldContents(before);
    this.#judge(when, deed, { old: this.#oldContents(before), new: [this.#wanted], edits }, edits);
    return deed;
  }

  /** What was pushed is as it was before, but for what others have edited. */
  async #rollBack(): Promise<void> {
    const before = await this.#contentBefore();
    const deed = deedOf(await rollBackOnce(this.#pushing(this.#parts.service)));
    this.#tell('rollback', deed.result?.outcome ?? 'not begun');
    this.#judgeRollBack('a rollback', before, { deed, edits: [] });
    this.#expectRestored(deed.result);
  }

  async #rollBackUnderFaults(): Promise<void> {
    const before = await this.#contentBefore();
    const { deed, edits } = await this.#underFaults(false, async () => deedOf(await rollBackOnce(this.#pushing(this.#parts.service))));
    this.#tell('rollback', deed.result?.outcome ?? 'not begun');
    this.#judgeRollBack('a rollback with faults', before, { deed, edits });
  }

  async #killedRollBack(program: PushProgram): Promise<void> {
    const before = await this.#contentBefore();
    this.#judgeRollBack('a rollback that was killed', before, await this.#killed(program, 'rollback'));
  }

  #judgeRollBack(when: string, before: ServiceContent, { deed, edits }: { readonly deed: Deed; readonly edits: readonly Edit[] }): void {
    this.#judge(when, deed, { old: this.#beforeJournal, new: this.#oldContents(before), edits: this.#edits }, edits);
  }

  /** Without faults only what somebody has edited stays, and what the journal may not keep because it is secret, with what needs that. */
  #expectRestored(result: PushResult | undefined): void {
    const { service, world } = this.#parts;
    const content = service.content();
    if (result === undefined) this.#problem('stuck', 'a rollback without faults fails');
    if (!world.isOpen) return;
    for (const address of world.addresses) {
      const path = pathOfAddress(address);
      const isEdited = this.#edits.some((edit) => edit.path === path);
      if (isEdited || this.#beforeJournal.some((before) => content.get(path) === before.get(path))) continue;
      const said = result?.resources.find((resource) => resource.address === address);
      this.#problem('stuck', `after a rollback without faults ${address} does not hold its old content; it is ${said?.state ?? 'not spoken of'} ${said?.error?.message ?? ''}`);
    }
  }

  async #killed(program: PushProgram, deed: 'push' | 'rollback'): Promise<{ readonly deed: Deed; readonly edits: readonly Edit[] }> {
    const { random, seed, folder, service } = this.#parts;
    const killAt = random.integer(1, 100);
    const isHeard = random.chance(0.5);
    const delay = random.chance(0.3) ? random.integer(200, 1000) : undefined;
    return await this.#underFaults(true, async (script) => {
      const push = startPush(program, { deed, seed, endpoint: service.endpoint, folder, token: this.#token });
      const timer = delay === undefined ? undefined : setTimeout(push.kill, delay);
      if (delay === undefined) {
        script.killAt(killAt, () => {
          push.kill();
          return isHeard ? undefined : { kind: 'reset', when: 'before' };
        });
      }
      const { killed, output } = await push.ended;
      clearTimeout(timer);
      this.#tell(deed, killed ? 'killed' : 'ended before it was killed', script);
      return { said: new Map([['the output of the process', output]]), result: undefined };
    });
  }

  async #underFaults(isKilled: boolean, work: (script: FaultScript) => Promise<Deed>): Promise<{ readonly deed: Deed; readonly edits: readonly Edit[] }> {
    const { service, random, trace } = this.#parts;
    const { outcome: deed, edits } = await service.underFaults(random, isKilled, async (script) => {
      const done = await work(script);
      this.#faults += script.faults;
      this.#requests += script.requests;
      this.#story.push(script.name);
      return done;
    });
    for (const { address, action, state, error } of deed.result?.resources ?? []) trace(`${action} ${address}: ${state} ${error?.message ?? ''}`);
    this.#edits = [...this.#edits, ...edits];
    return { deed, edits };
  }

  /** What the service holds; half of the time when all operations have ended, so that nothing can change by itself any more. */
  async #contentBefore(): Promise<ServiceContent> {
    const { service, random } = this.#parts;
    this.#isSettled = random.chance(0.5);
    if (this.#isSettled && this.#mayBePending) await service.settle();
    const content = service.content();
    this.#earlier.push(content);
    return content;
  }

  #oldContents(before: ServiceContent): readonly ServiceContent[] {
    return this.#isSettled ? [before] : [before, ...this.#earlier, this.#wanted];
  }

  /** @param edits that nobody may have written over */
  #judge(when: string, { said, result }: Deed, sides: Sides, edits: readonly Edit[]): void {
    const content = this.#parts.service.content();
    this.#mayBePending = result === undefined || result.resources.some(({ state }) => state === 'unknown' || state === 'not-restored');
    this.#unknown += result?.resources.filter(({ state }) => state === 'unknown').length ?? 0;
    for (const what of strangeContents(content, sides)) this.#problem('lost', `after ${when}: ${what}`);
    for (const what of lostEdits(content, edits)) this.#problem('overwritten', `after ${when}: ${what}`);
    if (result !== undefined) for (const what of untruths(result, content, sides)) this.#problem('untrue', `after ${when}: ${what}`);
    this.#lookForLeaks(when, said);
  }

  #lookForLeaks(when: string, said: ReadonlyMap<string, string>): void {
    const places = new Map([...said, ...filesIn(this.#parts.folder)]);
    for (const what of leaksIn(places, [...this.#parts.world.secrets, this.#token])) this.#problem('leaked', `after ${when}: ${what}`);
  }

  #tell(deed: 'push' | 'rollback', outcome: string, script?: FaultScript): void {
    this.#outcomes.push(`${deed} ${outcome}`);
    this.#story.push(`${deed} ${outcome}${script === undefined ? '' : ` after ${String(script.requests)} requests`}`);
  }

  #problem(kind: Problem['kind'], what: string): void {
    this.#problems.push({ kind, what });
  }
}

function deedOf(pushed: Pushed): Deed {
  return { said: saidBy(pushed), result: pushed.result };
}

/** @throws Error when a push that meets no faults fails: then the world is none that can be pushed */
function expectPushed({ result, failure }: Pushed): PushResult {
  if (result?.outcome !== 'pushed') throw new Error(`a version cannot be pushed: ${result?.cause?.message ?? failure?.message ?? ''}`);
  return result;
}

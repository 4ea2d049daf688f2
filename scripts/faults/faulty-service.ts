/** The local APIM of one run, with faults and somebody else who writes to it while they are on. */
import { setTimeout as wait } from 'node:timers/promises';
import type { LocalApim, LocalApimOptions, LocalFault, LocalRequest } from '../../src/local-apim/local-apim.js';
import { startLocalApim } from '../../src/local-apim/start-local-apim.js';
import { FaultScript } from './fault-script.js';
import { type Edit, isOfOtherWriter, OtherWriter } from './other-writer.js';
import type { SeededRandom } from './seeded-random.js';
import { contentOf, type ServiceContent } from './service-content.js';
import { SERVICE, type World } from './world.js';

/** How a service is, which a publisher does not know. */
export type ServiceManner = Pick<LocalApimOptions, 'operationDialect' | 'operationPolls' | 'pageSize' | 'answersBareXml' | 'ifMatchWhereAbsent'>;

export function drawnManner(random: SeededRandom): ServiceManner {
  return {
    operationDialect: random.pick(['accepted', 'location', 'async-operation']),
    operationPolls: random.integer(0, 2),
    pageSize: random.pick([2, 5, 100]),
    answersBareXml: random.chance(0.1),
    ifMatchWhereAbsent: random.chance(0.6) ? 'creates' : 'refuses',
  };
}

export interface UnderFaults<T> {
  readonly outcome: T;
  /** Of somebody else, that the service took. */
  readonly edits: readonly Edit[];
}

/** Milliseconds, real ones: how long the local APIM's operations take at most, and a little more. */
const LONGEST_OPERATION = 1_050;

export class FaultyService {
  readonly #apim: LocalApim;
  readonly #world: World;
  readonly #manner: ServiceManner;
  readonly #trace: (line: string) => void;
  #faults: ((request: LocalRequest) => LocalFault | undefined) | undefined;

  private constructor(apim: LocalApim, world: World, manner: ServiceManner, trace: (line: string) => void) {
    this.#apim = apim;
    this.#world = world;
    this.#manner = manner;
    this.#trace = trace;
  }

  /** @param trace hears of each request and fault */
  static async start(world: World, manner: ServiceManner, trace: (line: string) => void): Promise<FaultyService> {
    const apim = await startLocalApim({
      ...SERVICE,
      ...manner,
      faults: (request) => service.#fault(request),
      onRequest: (request, status) => trace(`${isOfOtherWriter(request) ? 'somebody else: ' : ''}${String(request.number)} ${request.method} ${request.path} ${request.headers['if-match'] ?? ''} ${String(status ?? 'dropped')}`),
    });
    for (const [path, properties] of world.foreign) apim.seed(path, properties);
    const service: FaultyService = new FaultyService(apim, world, manner, trace);
    return service;
  }

  get endpoint(): string {
    return this.#apim.endpoint;
  }

  get hasFaults(): boolean {
    return this.#faults !== undefined;
  }

  content(): ServiceContent {
    return contentOf(this.#apim);
  }

  /** Waits until no operation is under way any more. */
  async settle(): Promise<void> {
    await wait(LONGEST_OPERATION);
    // The service looks at its operations when it is asked for something.
    const { subscription, resourceGroup, service } = this.#apim;
    const url = `${this.endpoint}/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.ApiManagement/service/${service}?api-version=2024-05-01`;
    await (await fetch(url, { headers: { authorization: 'Bearer other' } })).arrayBuffer();
  }

  close(): Promise<void> {
    return this.#apim.close();
  }

  /**
   * Does the work with faults and edits.
   *
   * Two gaps are left out, which no client can close. A service that takes an ETag where there is nothing makes again what somebody else has just
   * deleted; the publisher sees that by the answer and deletes it again, but an answer can be lost. A service that refuses one leaves no condition for
   * making something, so that what somebody else makes between the last look and the write is written over.
   * @param isKilled whether the process that works may end before it hears an answer
   */
  async underFaults<T>(random: SeededRandom, isKilled: boolean, work: (script: FaultScript) => Promise<T>): Promise<UnderFaults<T>> {
    const createsByEtag = this.#manner.ifMatchWhereAbsent === 'creates';
    const script = new FaultScript(random.fork(), (path) => { writer.begin(path); });
    const mayDelete = !createsByEtag || !(script.losesAnswers || isKilled);
    const writer: OtherWriter = new OtherWriter(this.#apim, random.fork(), { addresses: this.#world.addresses, mayMake: createsByEtag, mayDelete });
    this.#trace(`── ${script.name}`);
    this.#faults = (request) => script.next(request);
    try {
      const outcome = await work(script);
      this.#faults = undefined;
      await writer.settled();
      return { outcome, edits: writer.edits };
    } finally {
      this.#faults = undefined;
    }
  }

  #fault(request: LocalRequest): LocalFault | undefined {
    const fault = isOfOtherWriter(request) ? undefined : this.#faults?.(request);
    if (fault !== undefined) this.#trace(`  ${String(request.number)} meets ${JSON.stringify(fault)}`);
    return fault;
  }
}

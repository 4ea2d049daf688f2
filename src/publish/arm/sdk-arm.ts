/** Azure Resource Manager through the SDK: every answer is read as it was on the wire, because the SDK's mapping loses parts of it. Source: reference/management-api.md §1.4. */
import { isJsonObject, type Json, type JsonObject, parseJsonObject } from '../../model/json.js';
import { RemoteError } from '../../model/remote-error.js';
import { Secret } from '../../model/secret.js';
import { UsageError } from '../../model/usage-error.js';
import type { Clock } from '../clock.js';
import type { ResourceBody } from '../resource-body.js';
import { addressOf, type ListedKind, type ResourceKey } from '../resource-key.js';
import type { Target } from '../target.js';
import type { Arm, ListedResource, LiveResource, ParentKind, ServiceFacts, WriteAnswer, WriteCondition } from './arm.js';
import { bodySecrets } from './body-secrets.js';
import { type Call, during } from './call.js';
import { checkKey, checkName } from './check-key.js';
import { liveResource } from './live-resource.js';
import { type HeardAnswer, operationEnd } from './operation-end.js';
import { currentRevision, listedItems, listedResource, parentListing, parentName, RESOURCE_LISTINGS } from './sdk-lists.js';
import { deleteResource, getResource, type Heard, hearing, type OnResponse, putResource, type ServiceClient } from './sdk-operations.js';

export interface SdkArmOptions extends ServiceClient {
  readonly clock: Clock;
  /** Milliseconds that the waits for one long-running operation may take. */
  readonly operationTimeout: number;
}

/** What ARM says where all of the service is missing; the service itself says other things of what is missing in it. Source: §2.1. */
const SERVICE_MISSING = /^the resource '?microsoft\.apimanagement\/service\/[^/']+'? under resource group\b/iu;
const SERVICE_MISSING_CODES: ReadonlySet<string> = new Set(['ResourceGroupNotFound', 'SubscriptionNotFound', 'InvalidSubscriptionId', 'ParentResourceNotFound']);
/** What tiers without workspaces answer; general knowledge of the service, not observed by us. */
const NOT_IN_TIER = /^MethodNotAllowedInPricingTier$/iu;

export class SdkArm implements Arm {
  readonly target: Target;
  readonly #options: SdkArmOptions;
  /** All that has been read or written: what the service says of a policy may quote the named values in it. */
  readonly #secrets = new Set<string>();

  constructor(target: Target, options: SdkArmOptions) {
    this.target = target;
    this.#options = options;
  }

  async service(): Promise<ServiceFacts> {
    const { client, resourceGroup, service } = this.#options;
    const { subscription } = this.target;
    const what = `reading the service ${service}`;
    try {
      const { body } = await this.#heard(this.#callOf(what, undefined), async (heard) => await client.apiManagementService.get(resourceGroup, service, heard));
      const { location, sku } = body;
      if (typeof location !== 'string' || !isJsonObject(sku) || typeof sku['name'] !== 'string') throw misunderstood(what, 'says neither where it is nor of which tier');
      return { location, sku: sku['name'] };
    } catch (error) {
      if (!isMissing(error)) throw error;
      throw new RemoteError(`there is no API Management service ${service} in the resource group ${resourceGroup} of the subscription ${subscription}, or you may not see it; check the environment ${this.target.environment}`, error);
    }
  }

  async read(key: ResourceKey, signal?: AbortSignal): Promise<LiveResource | undefined> {
    checked(checkKey(key));
    const what = `reading ${addressOf(key)}`;
    const answer = await this.#unlessMissing(async () => await this.#heard(this.#callOf(what, signal), async (heard) => { await getResource(this.#options, key, heard); }));
    if (answer === undefined) return undefined;
    const etag = answer.headers.get('etag');
    if (etag === undefined || etag === '') throw misunderstood(what, 'came without an ETag, which a safe write needs');
    const resource = liveResource(key, answer.body, etag);
    if (resource === undefined) throw misunderstood(what, `does not hold what a ${key.kind} has`);
    this.#keepSecrets(resource.body);
    return resource;
  }

  async list(kind: ListedKind, signal?: AbortSignal): Promise<readonly ListedResource[]> {
    const items = await during(this.#callOf(`listing the ${kind}s`, signal), async () => await listedItems(RESOURCE_LISTINGS[kind], this.#options));
    const resources = items.map((item) => listedResource(kind, item));
    for (const { body } of resources) if (body !== undefined) this.#keepSecrets(body);
    return resources;
  }

  async listParents(of: ParentKind, signal?: AbortSignal): Promise<readonly string[]> {
    if (typeof of !== 'string') checked(checkName('api', of.operationsOf));
    const what = typeof of === 'string' ? `listing the ${of}s` : `listing the operations of ${of.operationsOf}`;
    const items = await this.#unlessMissing(async () => await during(this.#callOf(what, signal), async () => await listedItems(parentListing(of), this.#options)));
    return [...new Set((items ?? []).map(parentName))];
  }

  async currentRevisions(signal?: AbortSignal): Promise<readonly string[]> {
    const items = await during(this.#callOf('listing the apis', signal), async () => await listedItems(parentListing('api'), this.#options));
    return items.flatMap(currentRevision);
  }

  async readSecret(id: string, signal?: AbortSignal): Promise<Secret | undefined> {
    checked(checkName('named value', id));
    const { client, resourceGroup, service } = this.#options;
    const what = `reading the value of ${addressOf({ kind: 'named-value', id })}`;
    try {
      const answer = await this.#unlessMissing(async () => await this.#heard(this.#callOf(what, signal), async (heard) => await client.namedValue.listValue(resourceGroup, service, id, heard)));
      const value = answer?.body['value'];
      if (typeof value !== 'string') return undefined;
      this.#secrets.add(value);
      return new Secret(value);
    } catch (error) {
      if (error instanceof RemoteError && error.status === 403) return undefined;
      throw error;
    }
  }

  async usersOfFragment(id: string, signal?: AbortSignal): Promise<readonly string[]> {
    checked(checkName('fragment', id));
    const { client, resourceGroup, service } = this.#options;
    const call = this.#callOf(`asking what includes ${addressOf({ kind: 'fragment', id })}`, signal);
    const users = new Set<string>();
    // The SDK does not follow the pages of this list.
    for (let skip = 0; ; ) {
      const answer = await this.#unlessMissing(
        async () => await this.#heard(call, async (heard) => await client.policyFragment.listReferences(resourceGroup, service, id, { ...heard, ...(skip === 0 ? {} : { skip }) })),
      );
      const value = answer?.body['value'];
      const known = users.size;
      for (const item of Array.isArray(value) ? value : []) users.add(userAddress(item));
      users.delete('');
      const count = answer?.body['count'];
      if (users.size === known || typeof count !== 'number' || users.size >= count) return [...users];
      skip = users.size;
    }
  }

  async write(key: ResourceKey, body: ResourceBody, condition: WriteCondition, signal?: AbortSignal): Promise<WriteAnswer> {
    checked(checkKey(key));
    const { clock, operationTimeout } = this.#options;
    this.#keepSecrets(body);
    const secrets = [...this.#secrets];
    const what = `writing ${addressOf(key)}`;
    const answers: HeardAnswer[] = [];
    const heard = hearing((raw) => answers.push(answerOf(raw)));
    const call: Call = { ...this.#callOf(what, signal), ...(body.kind === 'backend' ? { body: JSON.stringify({ properties: body.properties }) } : {}) };
    await during(call, async () => {
      const begin = async (): ReturnType<typeof putResource> => await putResource(this.#options, key, body, condition, heard);
      const read = async (): Promise<boolean | undefined> => await this.#unlessMissing(async () => {
        await getResource(this.#options, key, heard);
        return true;
      });
      await operationEnd(begin, { clock, what, secrets, signal, longest: operationTimeout, answers, read });
    });
    const status = answers[0]?.status;
    // A poll answers with the resource as it then is, which may be somebody else's already: only the answer to the write itself speaks of ours.
    const etag = answers[0]?.headers.get('etag');
    return { ...(status === 200 || status === 201 ? { status } : {}), ...(etag === undefined ? {} : { etag }) };
  }

  async remove(key: ResourceKey, etag: string, signal?: AbortSignal): Promise<'removed' | 'absent'> {
    checked(checkKey(key));
    let status: number | undefined;
    const heard = hearing((raw) => { status = raw.status; });
    const done = await this.#unlessMissing(async () => {
      await during(this.#callOf(`deleting ${addressOf(key)}`, signal), async () => { await deleteResource(this.#options, key, etag, heard); });
      return true;
    });
    return done === undefined || status === 204 ? 'absent' : 'removed';
  }

  #keepSecrets(body: ResourceBody): void {
    for (const secret of bodySecrets(body)) this.#secrets.add(secret);
  }

  #callOf(what: string, signal: AbortSignal | undefined): Call {
    return { what, secrets: [...this.#secrets], ...(signal === undefined ? {} : { signal }) };
  }

  /** The last answer of a call, which is a JSON object. */
  async #heard(call: Call, work: (heard: Heard) => Promise<unknown>): Promise<{ readonly body: JsonObject; readonly headers: HeardAnswer['headers'] }> {
    let answer: HeardAnswer | undefined;
    await during(call, async () => await work(hearing((raw) => { answer = answerOf(raw); })));
    const body = parseJsonObject(answer?.body ?? '');
    if (answer === undefined || body === undefined) throw misunderstood(call.what, 'is none');
    return { body, headers: answer.headers };
  }

  async #unlessMissing<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (isMissing(error) && !saysServiceMissing(error)) return undefined;
      throw error;
    }
  }
}

function checked(problem: string | undefined): void {
  if (problem !== undefined) throw new UsageError(problem);
}

function answerOf({ status, headers, bodyAsText }: Parameters<OnResponse>[0]): HeardAnswer {
  return { status, headers, body: bodyAsText ?? '' };
}

function misunderstood(what: string, how: string): RemoteError {
  return new RemoteError(`${what}: the service's answer ${how}`, { kind: 'misunderstood' });
}

function isMissing(error: unknown): error is RemoteError {
  return error instanceof RemoteError && (error.status === 404 || NOT_IN_TIER.test(error.code ?? ''));
}

function saysServiceMissing({ code, details }: RemoteError): boolean {
  return SERVICE_MISSING_CODES.has(code ?? '') || details.some(({ message }) => SERVICE_MISSING.test(message));
}

/** `/subscriptions/…/service/x/apis/chat/policies/policy`, or what comes behind the service alone, as an address; empty for what is none. */
function userAddress(item: Json): string {
  const id = isJsonObject(item) ? item['id'] : item;
  if (typeof id !== 'string') return '';
  return id.replace(/^.*?\/providers\/Microsoft\.ApiManagement\/service\/[^/]+/iu, '').replace(/^\//u, '').replace(/(^|\/)policies\/policy$/iu, '$1policy');
}

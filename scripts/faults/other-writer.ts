/** Somebody else who writes to the service while a push runs, without looking and without conditions, as the portal does. */
import { setTimeout as wait } from 'node:timers/promises';
import type { LocalApim, LocalRequest } from '../../src/local-apim/local-apim.js';
import type { Address } from '../../src/publish/resource-key.js';
import type { SeededRandom } from './seeded-random.js';
import { pathOfAddress, type ServiceContent } from './service-content.js';

/** An edit that the service took. */
export interface Edit {
  readonly path: string;
  /** Stands in the content and in no other; undefined when the resource was deleted. */
  readonly mark: string | undefined;
}

const HEADER = 'x-other-writer';
const ARM = 'https://management.azure.com';
const API_VERSION = '2024-05-01';
const MOST_POLLS = 50;

export function isOfOtherWriter({ headers }: LocalRequest): boolean {
  return headers[HEADER] !== undefined;
}

/** Whether a content, or that there is none, is what an edit made. */
export function isEdit(content: string | undefined, { mark }: Edit): boolean {
  return mark === undefined ? content === undefined : content?.includes(mark) === true;
}

export interface OtherWriterOptions {
  readonly addresses: readonly Address[];
  /** Whether it makes what is not there. */
  readonly mayMake: boolean;
  /** Whether it deletes policies. */
  readonly mayDelete: boolean;
}

export class OtherWriter {
  readonly edits: Edit[] = [];
  readonly #apim: LocalApim;
  readonly #random: SeededRandom;
  readonly #options: OtherWriterOptions;
  readonly #running = new Set<Promise<void>>();
  #count = 0;

  /** @param options.addresses to choose from; each is written once at most */
  constructor(apim: LocalApim, random: SeededRandom, options: OtherWriterOptions) {
    this.#apim = apim;
    this.#random = random;
    this.#options = options;
  }

  /**
   * Begins an edit of a resource that has not been edited yet, if there is one.
   * @param busy what the publisher is just asking about or writing; mostly chosen
   */
  begin(busy: string): void {
    const known = new Set(this.edits.map(({ path }) => path));
    const { addresses, mayMake } = this.#options;
    const free = addresses.map(pathOfAddress).filter((path) => !known.has(path) && !this.#begun.has(path) && (mayMake || this.#apim.stored().has(path)));
    if (free.length === 0) return;
    const path = free.includes(busy) && this.#random.chance(0.7) ? busy : this.#random.pick(free);
    this.#begun.add(path);
    const run = this.#edit(path).finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  readonly #begun = new Set<string>();

  /** When all that was begun has ended. */
  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }

  async #edit(path: string): Promise<void> {
    const mark = `edit-${++this.#count}-${this.#random.integer(0, 9999)}`;
    if (path.endsWith('policies/policy') && this.#random.chance(0.35) && this.#options.mayDelete) {
      const { status } = await this.#send('DELETE', path, undefined);
      if (status === 200) this.edits.push({ path, mark: undefined });
      return;
    }
    const answer = await this.#send('PUT', path, { properties: editedProperties(path, mark, this.#apim.stored().get(path)?.properties) });
    if (answer.status >= 200 && answer.status < 300 && (await this.#isDone(answer))) this.edits.push({ path, mark });
  }

  /** Follows a long-running operation. */
  async #isDone(answer: Response): Promise<boolean> {
    const operation = answer.headers.get('azure-asyncoperation') ?? answer.headers.get('location');
    for (let poll = 0; operation !== null && poll < MOST_POLLS; poll++) {
      const polled = await this.#request('GET', operation.replace(ARM, this.#apim.endpoint), undefined);
      const text = await polled.text();
      if (polled.status === 202 || /"(?:status|provisioningState)":"(?:InProgress|Started)"/u.test(text)) {
        await wait(1);
        continue;
      }
      return polled.status < 300 && !/"status":"Failed"/u.test(text);
    }
    return operation === null;
  }

  #send(method: string, path: string, body: unknown): Promise<Response> {
    const { endpoint, subscription, resourceGroup, service } = this.#apim;
    return this.#request(method, `${endpoint}/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.ApiManagement/service/${service}/${path}?api-version=${API_VERSION}`, body);
  }

  #request(method: string, url: string, body: unknown): Promise<Response> {
    return fetch(url, {
      method,
      headers: { authorization: 'Bearer other', accept: 'application/json', 'content-type': 'application/json', 'if-match': '*', [HEADER]: '1' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

/** What the resource holds with another text in it, or a new one: all that the edit is not about stays, as in the portal. */
function editedProperties(path: string, mark: string, before: Readonly<Record<string, unknown>> | undefined): Readonly<Record<string, unknown>> {
  const [collection, id] = path.split('/');
  switch (collection) {
    case 'namedValues':
      return { displayName: id, secret: false, tags: [], ...before, value: mark };
    case 'backends':
      return { url: 'https://edit.example.com', protocol: 'http', ...before, description: mark };
    case 'policyFragments':
      return { ...before, value: `<fragment><set-variable name="edit" value="${mark}" /></fragment>`, format: 'xml' };
    default:
      return { value: `<policies><inbound><set-variable name="edit" value="${mark}" /></inbound></policies>`, format: 'xml' };
  }
}

/** Those edits whose content stands no longer: something was written over somebody's edit. */
export function overwritten(edits: readonly Edit[], content: ServiceContent): Edit[] {
  return edits.filter((edit) => !isEdit(content.get(edit.path), edit));
}

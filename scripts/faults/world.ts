/** What one run works on, drawn from its seed: what the service holds that is not the project's, and two versions of the project. */
import { SourceText, textOrigin } from '../../src/model/origin.js';
import { Secret } from '../../src/model/secret.js';
import type { DesiredResource, DesiredState } from '../../src/publish/desired/desired-resource.js';
import type { ResourceBody } from '../../src/publish/resource-body.js';
import { type Address, parseAddress } from '../../src/publish/resource-key.js';
import { SeededRandom } from './seeded-random.js';

export interface World {
  /** By path below the service, in an order in which they can be made. */
  readonly foreign: readonly (readonly [path: string, properties: Readonly<Record<string, unknown>>])[];
  readonly first: DesiredState;
  readonly second: DesiredState;
  /** All addresses of both versions. */
  readonly addresses: readonly Address[];
  /** Whether nothing that is changed holds a secret, so that every rollback can restore all. */
  readonly isOpen: boolean;
  /** Texts that nobody may find anywhere but on the service. */
  readonly secrets: readonly string[];
}

export const SERVICE = { subscription: '00000000-0000-0000-0000-000000000000', resourceGroup: 'local', service: 'local' } as const;

const NAMED_VALUES = ['n0', 'n1', 'n2', 'n3'];
const SECRET_NAMED_VALUES: ReadonlySet<string> = new Set(['n1', 'n3']);
const BACKENDS = ['b0', 'b1', 'b2', 'b3'];
const POOLS = ['p0', 'p1'];
const FRAGMENTS = ['f0', 'f1', 'f2'];
const POLICIES = [
  'policy', 'products/gold/policy', 'workspaces/team/policy', 'apis/chat/policy', 'apis/chat/operations/ask/policy', 'apis/chat/operations/embed/policy',
  'apis/chat/operations/list/policy', 'apis/audio/policy', 'apis/audio/operations/say/policy',
];
const PARENTS = ['products/gold', 'products/silver', 'workspaces/team', 'apis/chat', 'apis/chat/operations/ask', 'apis/chat/operations/embed', 'apis/chat/operations/list', 'apis/audio', 'apis/audio/operations/say'];

/** What policies, fragments and backends may name. */
interface Names {
  readonly namedValues: readonly string[];
  readonly backends: readonly string[];
  readonly pools: readonly string[];
  readonly fragments: readonly string[];
}

interface Made {
  readonly body: ResourceBody;
  readonly needs: readonly Address[];
}

type Version = ReadonlyMap<Address, Made>;

export function worldOf(seed: number): World {
  const maker = new WorldMaker(new SeededRandom(seed));
  const foreign = maker.foreign();
  const first = maker.version(undefined);
  const second = maker.version(first);
  return { foreign, first: stateOf(first), second: stateOf(second), addresses: [...new Set([...first.keys(), ...second.keys()])], isOpen: maker.isOpen, secrets: maker.secrets };
}

function stateOf(version: Version): DesiredState {
  const resources = [...version].map(([address, { body, needs }]): DesiredResource => {
    const key = parseAddress(address);
    if (key === undefined) throw new RangeError(`${address} is no address`);
    return { key, body, needs, origin: textOrigin(new SourceText('policies/faults.ts', ''), { start: 0, end: 0 }) };
  });
  return { resources, skipped: [], diagnostics: [] };
}

class WorldMaker {
  readonly secrets: string[] = [];
  readonly #random: SeededRandom;
  /** Whether the project holds secrets: what held one before it was changed, no journal keeps, so that a later rollback cannot restore it. */
  readonly #holdsSecrets: boolean;
  /** Policies that were there before the project: it never deletes them, so that what they name has to stay. */
  readonly #adopted: readonly Address[];
  #texts = 0;

  constructor(random: SeededRandom) {
    this.#random = random;
    this.#holdsSecrets = random.chance(0.5);
    this.#adopted = random.some(POLICIES.slice(1), 0.3);
  }

  get isOpen(): boolean {
    return !this.#holdsSecrets;
  }

  foreign(): World['foreign'] {
    const parents = PARENTS.map((path) => [path, {}] as const);
    const adopted = this.#adopted.map((address) => [`${address.slice(0, -'policy'.length)}policies/policy`, { value: this.#adoptedPolicy(), format: 'xml' }] as const);
    return [
      ...parents,
      ['backends/foreign', { url: 'https://foreign.example.com', protocol: 'http', credentials: { header: { 'api-key': [this.#secret()] } } }],
      ['namedValues/foreign', { displayName: 'foreign', secret: true, value: this.#secret() }],
      ['policyFragments/foreign', { value: '<fragment><set-backend-service backend-id="foreign" /></fragment>', format: 'xml' }],
      ['products/silver/policies/policy', { value: '<policies><inbound><base /><include-fragment fragment-id="foreign" /></inbound></policies>', format: 'xml' }],
      ...adopted,
    ];
  }

  /** @param before what this one comes after: some of it stays as it is */
  version(before: Version | undefined): Version {
    const random = this.#random;
    const share = before === undefined ? 0.6 : 0.8;
    const backends = random.some(BACKENDS, share);
    const names: Names = {
      namedValues: random.some(NAMED_VALUES, share), backends, pools: backends.length === 0 ? [] : random.some(POOLS, share), fragments: random.some(FRAGMENTS, share),
    };
    const policies = POLICIES.filter((address) => random.chance(share) || address === 'policy' || this.#adopted.includes(address));
    const made = new Map<Address, Made>();
    const add = (address: Address, make: () => Made): void => {
      const earlier = before?.get(address);
      const stays = earlier !== undefined && random.chance(0.4) && earlier.needs.every((need) => made.has(need));
      made.set(address, stays ? earlier : make());
    };
    for (const id of names.namedValues) add(`namedValues/${id}`, () => this.#namedValue(id));
    for (const id of backends) add(`backends/${id}`, () => this.#backend());
    for (const id of names.pools) add(`backends/${id}`, () => this.#pool(names));
    for (const id of names.fragments) add(`policyFragments/${id}`, () => this.#fragment(names));
    for (const address of policies) add(address, () => this.#policy(names, address === 'policy'));
    // A pool where a single backend was, and the other way round.
    for (const id of names.pools) if (random.chance(0.2)) made.set(`backends/${id}`, this.#backend());
    return made;
  }

  #text(): string {
    return `text-${++this.#texts}-${this.#random.integer(0, 999)}`;
  }

  #secret(): string {
    const secret = this.#random.key();
    this.secrets.push(secret);
    return secret;
  }

  #namedValue(id: string): Made {
    const isSecret = this.#holdsSecrets && SECRET_NAMED_VALUES.has(id);
    return { body: { kind: 'named-value', displayName: id, secret: isSecret, tags: this.#random.some(['red', 'blue'], 0.3), ...(isSecret ? { secretValue: new Secret(this.#secret()) } : { value: this.#text() }) }, needs: [] };
  }

  /** Credentials that a later version does not state stay, and so does what they name: a named value that is always there. */
  #backend(): Made {
    const random = this.#random;
    const key = this.#holdsSecrets && random.chance(0.2) ? [this.#secret()] : random.chance(0.2) ? ['{{foreign}}'] : [];
    const circuitBreaker = { rules: [{ name: 'r', failureCondition: { count: random.integer(1, 9), interval: 'PT1M', statusCodeRanges: [{ min: 500, max: 599 }] }, tripDuration: 'PT30S' }] };
    const properties = {
      type: 'Single', protocol: 'http', url: `https://${this.#text()}.example.com`,
      ...(key.length === 0 ? {} : { credentials: { header: { 'api-key': key } } }), ...(random.chance(0.3) ? { circuitBreaker } : {}),
    };
    return { body: { kind: 'backend', properties }, needs: [] };
  }

  #pool({ backends }: Names): Made {
    const random = this.#random;
    const members = [random.pick(backends), ...random.some(backends, 0.3)].filter((id, index, all) => all.indexOf(id) === index);
    const id = (member: string): string => `/subscriptions/${SERVICE.subscription}/resourceGroups/${SERVICE.resourceGroup}/providers/Microsoft.ApiManagement/service/${SERVICE.service}/backends/${member}`;
    const services = members.map((member) => ({ id: id(member), priority: random.integer(1, 3), weight: random.integer(1, 99) }));
    return { body: { kind: 'backend', properties: { type: 'Pool', pool: { services } } }, needs: members.map((member) => `backends/${member}`) };
  }

  #fragment(names: Names): Made {
    const { xml, needs } = this.#policies({ ...names, fragments: [] });
    return { body: { kind: 'fragment', format: 'xml', value: `<fragment>${xml}</fragment>`, ...(this.#random.chance(0.3) ? { description: this.#text() } : {}) }, needs };
  }

  #policy(names: Names, isGlobal: boolean): Made {
    const { xml, needs } = this.#policies(names);
    const base = isGlobal ? '' : '<base />';
    const backend = isGlobal ? '<forward-request />' : base;
    return { body: { kind: 'policy', format: 'xml', value: `<policies>\n    <inbound>${base}${xml}</inbound>\n    <backend>${backend}</backend>\n    <outbound>${base}</outbound>\n    <on-error>${base}</on-error>\n</policies>\n` }, needs };
  }

  #policies({ namedValues, backends, pools, fragments }: Names): { readonly xml: string; readonly needs: readonly Address[] } {
    const random = this.#random;
    const named = random.some(namedValues, 0.3);
    const routed = random.chance(0.5) ? [...backends, ...pools].filter(() => random.chance(0.3)).slice(0, 1) : [];
    const included = random.some(fragments, 0.3);
    const xml = [
      `<set-variable name="text" value="@{ if (1 &lt; 2 &amp;&amp; true) { return &quot;${this.#text()}&quot;; } return null; }" />`,
      ...named.map((id) => `<set-header name="x-${id}" exists-action="override"><value>{{${id}}}</value></set-header>`),
      ...routed.map((id) => `<set-backend-service backend-id="${id}" />`),
      ...included.map((id) => `<include-fragment fragment-id="${id}" />`),
      ...(this.#holdsSecrets && random.chance(0.15) ? [keyHeader(this.#secret())] : []),
    ].join('');
    return { xml, needs: [...named.map((id) => `namedValues/${id}`), ...routed.map((id) => `backends/${id}`), ...included.map((id) => `policyFragments/${id}`)] };
  }

  #adoptedPolicy(): string {
    return `<policies><inbound><base />${this.#holdsSecrets ? keyHeader(this.#secret()) : '<set-status code="200" />'}</inbound></policies>`;
  }
}

function keyHeader(key: string): string {
  return `<set-header name="api-key" exists-action="override"><value>${key}</value></set-header>`;
}

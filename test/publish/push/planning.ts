/** Contents, and plans that bring them about. */
import type { Arm } from '../../../src/publish/arm/arm.js';
import { contentDigest, sameContent } from '../../../src/publish/canonical/content-digest.js';
import { diffContent } from '../../../src/publish/canonical/diff-content.js';
import type { Plan, PlannedChange } from '../../../src/publish/plan/plan.js';
import type { ResourceBody } from '../../../src/publish/resource-body.js';
import { type Address, parseAddress, type ResourceKey } from '../../../src/publish/resource-key.js';

export function policy(inbound: string): ResourceBody {
  return { kind: 'policy', format: 'xml', value: `<policies><inbound><base />${inbound}</inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>` };
}

/** A policy that sets a header. */
export function header(value: string): ResourceBody {
  return policy(`<set-header name="x" exists-action="override"><value>${value}</value></set-header>`);
}

export function fragment(value: string): ResourceBody {
  return { kind: 'fragment', format: 'xml', value: `<fragment><set-header name="x" exists-action="override"><value>${value}</value></set-header></fragment>` };
}

export function backend(host: string): ResourceBody {
  return { kind: 'backend', properties: { url: `https://${host}`, protocol: 'http' } };
}

export function namedValue(displayName: string, value: string): ResourceBody {
  return { kind: 'named-value', displayName, secret: false, tags: [], value };
}

/** Creates, updates and deletes (undefined) what differs. */
export async function planFor(arm: Arm, wanted: Readonly<Record<Address, ResourceBody | undefined>>, needs: Readonly<Record<Address, readonly Address[]>> = {}): Promise<Plan> {
  const changes: PlannedChange[] = [];
  const unchanged: Address[] = [];
  for (const [address, after] of Object.entries(wanted)) {
    const key = keyOf(address);
    const live = await arm.read(key);
    const before = live && (await withSecret(arm, live.body, key));
    if (before === after || (before !== undefined && after !== undefined && sameContent(before, after))) {
      unchanged.push(address);
      continue;
    }
    changes.push({
      key,
      address,
      action: before === undefined ? 'create' : after === undefined ? 'delete' : 'update',
      ...(live === undefined || before === undefined ? {} : { etag: live.etag, before, beforeDigest: contentDigest(live.body) }),
      ...(after === undefined ? {} : { after, afterDigest: contentDigest(after) }),
      changes: diffContent(before, after),
      drifted: false,
      needs: needs[address] ?? [],
    });
  }
  return { target: arm.target, changes, unchanged, drift: [], skipped: [], notes: [] };
}

async function withSecret(arm: Arm, body: ResourceBody, key: ResourceKey): Promise<ResourceBody> {
  const secretValue = body.kind === 'named-value' && key.kind === 'named-value' && body.secret ? await arm.readSecret(key.id) : undefined;
  return body.kind === 'named-value' && secretValue !== undefined ? { ...body, secretValue } : body;
}

export function keyOf(address: Address): ResourceKey {
  const key = parseAddress(address);
  if (key === undefined) throw new Error(`no address: ${address}`);
  return key;
}

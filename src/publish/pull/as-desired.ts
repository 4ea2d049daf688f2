/** What one service holds as what another one is to hold: `plan --from dev --to prod`. */
import { backendReferences, fragmentReferences, namedValueUses } from '../../lint/references.js';
import type { PolicyDocument } from '../../model/document.js';
import type { JsonObject } from '../../model/json.js';
import { namedValueReferences } from '../../model/named-value-reference.js';
import { SourceText, textOrigin } from '../../model/origin.js';
import { readPolicyDocument } from '../../model/read-document.js';
import { walkElements } from '../../model/walk.js';
import { parseXml } from '../../syntax/xml/parse-xml.js';
import { poolMembers } from '../canonical/canonical-backend.js';
import type { DesiredResource, DesiredState } from '../desired/desired-resource.js';
import { addressIdentity, addressOf, type Address, type ListedKind } from '../resource-key.js';
import type { HeldResource, LiveService } from './live-service.js';

/**
 * Every resource as it was read; places are `<environment>/<address>`. Members of pools keep the ARM ids of their own service: what is compared is
 * their last segment.
 */
export function asDesired(live: LiveService): DesiredState {
  const names = new HeldNames(live.resources);
  return {
    resources: live.resources.map((resource) => desiredResource(resource, live.target.environment, names)),
    skipped: live.notRead,
    diagnostics: [],
  };
}

function desiredResource({ key, body }: HeldResource, environment: string, names: HeldNames): DesiredResource {
  const address = addressOf(key);
  const path = `${environment}/${address}`;
  if (body.kind === 'policy' || body.kind === 'fragment') {
    const source = new SourceText(path, body.value);
    const scope = key.kind === 'policy' ? { scope: key.scope } : {};
    const document = readPolicyDocument(parseXml(body.value), source, { name: address, ...scope });
    return { key, body, origin: document.origin, document, needs: names.ofDocument(document) };
  }
  const needs = body.kind === 'backend' ? names.ofBackend(body.properties) : [];
  return { key, body, origin: textOrigin(new SourceText(path, ''), { start: 0, end: 0 }), needs };
}

/** The addresses that names in policies and backends lead to, where the service has them. */
class HeldNames {
  readonly #addresses = new Map<string, Address>();

  constructor(resources: readonly HeldResource[]) {
    for (const { key, body } of resources) {
      // What {{…}} names is the display name, upper and lower case told apart.
      if (body.kind === 'named-value') this.#addresses.set(`{{${body.displayName}}}`, addressOf(key));
      else this.#addresses.set(addressIdentity(addressOf(key)), addressOf(key));
    }
  }

  ofDocument(document: PolicyDocument): readonly Address[] {
    const places = [...walkElements(document)];
    return this.#found([
      ...backendReferences(places).map(({ name }) => identity('backend', name)),
      ...fragmentReferences(places).map(({ name }) => identity('fragment', name)),
      ...namedValueUses(places).map(({ name }) => `{{${name}}}`),
    ]);
  }

  ofBackend(properties: JsonObject): readonly Address[] {
    const named = namedValueReferences(JSON.stringify(properties)).map(({ name }) => `{{${name}}}`);
    return this.#found([...poolMembers(properties).map((member) => identity('backend', member)), ...named]);
  }

  #found(names: readonly string[]): readonly Address[] {
    return [...new Set(names.flatMap((name) => this.#addresses.get(name) ?? []))];
  }
}

function identity(kind: ListedKind, id: string): string {
  return addressIdentity(addressOf({ kind, id }));
}

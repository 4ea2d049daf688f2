/** Whether named values can be written. Source: reference/management-api.md §2.6, "two named values with one displayName"; §4, 12 and 14. */
import type { Diagnostic } from '../../model/diagnostic.js';
import type { DesiredResource } from '../desired/desired-resource.js';
import { addressOf } from '../resource-key.js';
import { isSecretText, type NamedValueBody } from '../resource-body.js';
import type { ChangedResource } from './compared-resource.js';
import type { ListedService } from './listed-service.js';
import { preflightFinding, startOf } from './preflight-finding.js';

/** @param all of the project */
export function checkNamedValues(changed: readonly ChangedResource[], all: readonly DesiredResource[], listed: ListedService, service: string): Diagnostic[] {
  const holders = displayNameHolders(all, listed);
  return [...checkSwaps(all, listed), ...changed.flatMap(({ desired, after }) => {
    const { key, body } = desired;
    if (key.kind !== 'named-value' || body.kind !== 'named-value' || after.kind !== 'named-value') return [];
    const taken = holders.find(({ id, displayName }) => displayName === body.displayName && id.toLowerCase() !== key.id.toLowerCase());
    return [
      ...(taken === undefined ? [] : [displayNameTaken(desired, body, taken, service)]),
      ...(isSecretText(after) && after.secretValue === undefined && !keepsSecret(desired, listed) ? [withoutValue(desired, service)] : []),
    ];
  })];
}

/** Named values that each want the display name that the next one has: whichever is written first is refused. One finding for each round. */
function checkSwaps(all: readonly DesiredResource[], listed: ListedService): Diagnostic[] {
  const holderOf = new Map(listed.namedValues().map(({ id, body }) => [body.displayName, id.toLowerCase()]));
  const declared = new Map(all.flatMap((resource): [string, { readonly resource: DesiredResource; readonly wanted: string }][] =>
    resource.key.kind === 'named-value' && resource.body.kind === 'named-value' ? [[resource.key.id.toLowerCase(), { resource, wanted: resource.body.displayName }]] : []));
  const done = new Set<string>();
  return [...declared].flatMap(([first, { resource, wanted }]) => {
    const round = [first];
    for (let next = holderOf.get(wanted); next !== undefined && !done.has(next); next = holderOf.get(declared.get(next)?.wanted ?? '')) {
      done.add(next);
      if (next === first) return round.length > 1 ? [swapped(resource, round)] : [];
      round.push(next);
    }
    return [];
  });
}

function swapped({ origin }: DesiredResource, round: readonly string[]): Diagnostic {
  return preflightFinding({
    code: 'display-name-taken',
    message: `the named values ${round.join(', ')} are to take over one another's display names, which API Management does not let happen one by one`,
    at: startOf(origin),
    hint: 'give one of them a new display name, push, and push again',
  });
}

interface Holder {
  readonly id: string;
  readonly displayName: string;
  readonly isDeclared: boolean;
}

/** Of what the project declares, what it says; of the rest, what the service has. */
function displayNameHolders(all: readonly DesiredResource[], listed: ListedService): Holder[] {
  const declared = all.flatMap(({ key, body }): Holder[] => (key.kind === 'named-value' && body.kind === 'named-value' ? [{ id: key.id, displayName: body.displayName, isDeclared: true }] : []));
  const ids = new Set(declared.map(({ id }) => id.toLowerCase()));
  const others = listed.namedValues().filter(({ id }) => !ids.has(id.toLowerCase())).map(({ id, body }): Holder => ({ id, displayName: body.displayName, isDeclared: false }));
  return [...declared, ...others];
}

/** Whether the service has a secret of its own under this id, though it may not be read. */
function keepsSecret({ key }: DesiredResource, listed: ListedService): boolean {
  const live = listed.get(key)?.body;
  return live !== undefined && isSecretText(live);
}

function displayNameTaken({ key, origin }: DesiredResource, { displayName }: NamedValueBody, { id, isDeclared }: Holder, service: string): Diagnostic {
  const place = isDeclared ? 'this project' : service;
  return preflightFinding({
    code: 'display-name-taken',
    message: `${addressOf(key)} has the display name ${displayName}, which the named value ${id} of ${place} has already; API Management takes each only once`,
    at: startOf(origin),
    hint: isDeclared ? 'give one of them another display name' : `declare it with the id ${id}, so that this one is updated, or take another display name`,
  });
}

function withoutValue({ key, origin, unsetVariable }: DesiredResource, service: string): Diagnostic {
  return preflightFinding({
    code: 'secret-without-value',
    message: `the secret ${addressOf(key)} has no value${unsetVariable === undefined ? '' : `, because the environment variable ${unsetVariable} is not set`}, and ${service} has none that could stay`,
    at: startOf(origin),
    hint: unsetVariable === undefined ? 'name an environment variable that holds it, or a secret in Key Vault' : `set ${unsetVariable} where plan and push run`,
  });
}

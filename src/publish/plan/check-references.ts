/** Whether all that is written names things that are there. Source: reference/management-api.md §2.6. */
import { didYouMean } from '../../lint/did-you-mean.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { DesiredResource } from '../desired/desired-resource.js';
import type { ListedKind, ResourceKey } from '../resource-key.js';
import type { ListedService } from './listed-service.js';
import { type NamedThing, namedThings } from './named-things.js';
import { preflightFinding } from './preflight-finding.js';

interface KindOfThing {
  readonly code: 'unknown-backend' | 'unknown-fragment' | 'unknown-named-value';
  readonly noun: string;
  /** Whether upper and lower case are one. Of named values they are not: inferred, reference/management-api.md §2.1. */
  readonly ignoresCase: boolean;
}

const KINDS: Readonly<Record<ListedKind, KindOfThing>> = {
  backend: { code: 'unknown-backend', noun: 'backend', ignoresCase: true },
  fragment: { code: 'unknown-fragment', noun: 'fragment', ignoresCase: true },
  'named-value': { code: 'unknown-named-value', noun: 'named value', ignoresCase: false },
};

/**
 * One finding for each name, where it stands, that neither the project nor the service has. The policy of a workspace names backends, fragments and
 * named values of the workspace, which are not known here: the service has the last word. Source: reference/management-api.md §1.1.
 * @param written those that a push would write; what the service holds already, it has accepted
 * @param all of the project
 */
export function checkReferences(written: readonly DesiredResource[], all: readonly DesiredResource[], listed: ListedService, service: string): Diagnostic[] {
  const known = knownNames(all, listed);
  const ofService = written.filter(({ key }) => key.kind !== 'policy' || key.scope.kind !== 'workspace');
  return ofService.flatMap((resource) => namedThings(resource).flatMap((thing) => {
    const names = known[thing.kind];
    const { ignoresCase } = KINDS[thing.kind];
    if (names.some((name) => name === thing.name || (ignoresCase && name.toLowerCase() === thing.name.toLowerCase()))) return [];
    return [unknown(thing, names, service)];
  }));
}

function knownNames(all: readonly DesiredResource[], listed: ListedService): Readonly<Record<ListedKind, readonly string[]>> {
  const declared = (kind: 'backend' | 'fragment'): string[] => all.flatMap(({ key }) => idOf(key, kind));
  return {
    backend: [...declared('backend'), ...listed.ids('backend')],
    fragment: [...declared('fragment'), ...listed.ids('fragment')],
    'named-value': [...all.flatMap(({ body }) => (body.kind === 'named-value' ? [body.displayName] : [])), ...listed.namedValues().map(({ body }) => body.displayName)],
  };
}

function idOf(key: ResourceKey, kind: 'backend' | 'fragment'): string[] {
  return key.kind === kind ? [key.id] : [];
}

/** A named value that differs in upper and lower case alone may be found after all, so that is only warned of. */
function unknown({ kind, name, at, path, by }: NamedThing, names: readonly string[], service: string): Diagnostic {
  const { code, noun } = KINDS[kind];
  const otherCase = names.find((known) => known.toLowerCase() === name.toLowerCase());
  return preflightFinding({
    code,
    severity: otherCase === undefined ? 'error' : 'warning',
    message: otherCase === undefined
      ? `${by} names the ${noun} ${name}, which neither this project nor ${service} has; API Management refuses what names it`
      : `${by} names the ${noun} ${name}, and there is ${otherCase}; API Management tells upper from lower case and refuses what names it`,
    at,
    path,
    hint: otherCase === undefined ? didYouMean(name, names, `declare the ${noun} in the project, or create it on the service`) : `write ${otherCase}`,
  });
}

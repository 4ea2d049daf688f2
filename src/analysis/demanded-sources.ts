/** What a caller must send to get past a policy: the headers and query parameters that it refuses calls without. */
import type { PolicyElement } from '../model/document.js';
import type { Source } from './value-sources.js';

interface Demand {
  readonly attributes: Readonly<Record<string, Source['kind'] | 'other'>>;
  /** The header that is demanded when none of the attributes is written. */
  readonly otherwise?: string;
}

const TOKEN_PLACES: Demand['attributes'] = { 'header-name': 'header', 'query-parameter-name': 'query', 'token-value': 'other' };

/** Source: reference/runtime.md, policies; the default is that of the catalog. */
const DEMANDS: ReadonlyMap<string, Demand> = new Map<string, Demand>([
  ['check-header', { attributes: { name: 'header' } }],
  ['validate-jwt', { attributes: TOKEN_PLACES }],
  ['validate-azure-ad-token', { attributes: TOKEN_PLACES, otherwise: 'Authorization' }],
]);

/** Those whose names are written out; a name that an expression gives is not known. */
export function demandedSources({ name, attributes }: PolicyElement): readonly Source[] {
  const demand = DEMANDS.get(name);
  if (demand === undefined) return [];
  const written = attributes.filter((attribute) => demand.attributes[attribute.name] !== undefined);
  if (written.length === 0) return demand.otherwise === undefined ? [] : [{ kind: 'header', name: demand.otherwise }];
  return written.flatMap(({ name: attribute, value }) => {
    const kind = demand.attributes[attribute];
    return kind === undefined || kind === 'other' || value.kind !== 'literal' ? [] : [{ kind, name: value.text.trim() }];
  });
}

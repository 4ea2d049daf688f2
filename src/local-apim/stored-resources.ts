/** What is stored, as tests look at it. */
import { CONTENT_KINDS } from './content-kinds.js';
import { etagOf } from './etag.js';
import type { StoredResource } from './local-apim.js';
import { nameOfPath } from './resource-name.js';
import type { ServiceState } from './service-state.js';

/** By path below the service; secrets included. */
export function storedResources({ store }: ServiceState): ReadonlyMap<string, StoredResource> {
  return new Map([...store.items()].map(({ path, etag, content }) => {
    const kind = nameOfPath(path)?.type.kind;
    const shown = kind === undefined ? content : CONTENT_KINDS[kind].render(content, 'xml');
    return [path, { etag: etagOf(etag), properties: kind === 'named-value' ? { ...shown, ...content } : shown }];
  }));
}

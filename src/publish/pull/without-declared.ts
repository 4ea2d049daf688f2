/** What a project declares already is not pulled beside it: a policy that stood in a .ts and in an .xml file would be there twice. */
import type { SkippedSource } from '../desired/desired-resource.js';
import { addressIdentity, addressOf, type Address, type ResourceKey } from '../resource-key.js';
import type { PulledFiles } from './pulled-files.js';

export interface Declaration {
  readonly key: ResourceKey;
  readonly origin: { readonly file: string };
}

/**
 * The files without those of resources that another file declares; these are skipped, and the file is named.
 * @param declarations of the project, as `desiredState` gives them
 * @param shownPath of a pulled file, in the manner of the declarations' `origin.file`
 */
export function withoutDeclared(pulled: PulledFiles, declarations: readonly Declaration[], shownPath: (path: string) => string): PulledFiles {
  const declaredIn = new Map(declarations.map(({ key, origin }) => [addressIdentity(addressOf(key)), origin.file]));
  const own = new Map<Address, Set<string>>();
  for (const { address, path } of pulled.files) own.set(address, (own.get(address) ?? new Set()).add(shownPath(path)));
  const elsewhere = (address: Address): string | undefined => {
    const file = declaredIn.get(addressIdentity(address));
    return file === undefined || own.get(address)?.has(file) === true ? undefined : file;
  };
  const skipped = [...own.keys()].flatMap((address): SkippedSource[] => {
    const file = elsewhere(address);
    return file === undefined ? [] : [{ source: address, reason: `${file} declares it; 'aoai-policy plan' shows how the service differs` }];
  });
  return { ...pulled, files: pulled.files.filter(({ address }) => elsewhere(address) === undefined), skipped: [...pulled.skipped, ...skipped] };
}

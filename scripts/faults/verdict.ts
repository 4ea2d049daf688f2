/** Is what the service holds what it may hold, and is what was said of it true? */
import type { PushedResource, PushResult, ResourceState } from '../../src/publish/push/push-result.js';
import { type Edit, isEdit, overwritten } from './other-writer.js';
import { pathOfAddress, type ServiceContent } from './service-content.js';

/** What a resource may hold: undefined in a content is that there is none. */
export interface Sides {
  /** Usually one; more where it cannot be known which. */
  readonly old: readonly ServiceContent[];
  readonly new: readonly ServiceContent[];
  readonly edits: readonly Edit[];
}

/** One sentence for each resource that holds what it never should. */
export function strangeContents(content: ServiceContent, sides: Sides): string[] {
  const paths = new Set([content, ...sides.old, ...sides.new].flatMap((known) => [...known.keys()]));
  return [...paths].flatMap((path) => {
    const found = content.get(path);
    const isKnown = isIn(sides.old, path, found) || isIn(sides.new, path, found) || sides.edits.some((edit) => edit.path === path && isEdit(found, edit));
    return isKnown ? [] : [`${path} holds ${found === undefined ? 'nothing' : 'something'} that is neither its old nor its new content, and nobody's edit`];
  });
}

function isIn(contents: readonly ServiceContent[], path: string, found: string | undefined): boolean {
  return contents.some((content) => content.get(path) === found);
}

export function lostEdits(content: ServiceContent, edits: readonly Edit[]): string[] {
  return overwritten(edits, content).map(({ path }) => `somebody's edit of ${path} was written over`);
}

type Side = 'old' | 'new' | 'edit';

/** Which contents make what is said of a resource true. An edit may always have come after what was seen. */
const TRUE_OF: Readonly<Record<ResourceState, readonly Side[]>> = {
  written: ['new', 'edit'],
  'not-written': ['old', 'edit'],
  restored: ['old', 'edit'],
  edited: ['edit'],
  'not-restored': ['new', 'edit'],
  unknown: ['old', 'new', 'edit'],
};

/** One sentence for each thing a result says that is not so. */
export function untruths({ outcome, resources }: PushResult, content: ServiceContent, sides: Sides): string[] {
  const said = resources.flatMap((resource) => untruth(resource, content, sides));
  const allAsBefore = resources.every(({ state }) => state === 'restored' || state === 'not-written');
  if (outcome === 'pushed' && resources.some(({ state }) => state !== 'written')) said.push('it says pushed, and of a resource that it was not written');
  if (outcome === 'rolled-back' && !allAsBefore) said.push('it says rolled-back, and of a resource that it is not as before');
  return said;
}

function untruth({ address, state }: PushedResource, content: ServiceContent, sides: Sides): string[] {
  const path = pathOfAddress(address);
  const found = content.get(path);
  const isSide: Readonly<Record<Side, boolean>> = {
    old: isIn(sides.old, path, found),
    new: isIn(sides.new, path, found),
    edit: sides.edits.some((edit) => edit.path === path && isEdit(found, edit)),
  };
  if (TRUE_OF[state].some((side) => isSide[side])) return [];
  const held = (['old', 'new', 'edit'] as const).filter((side) => isSide[side]).join(' and ') || 'strange';
  return [`it says of ${address} that it is ${state}, but its content is ${held}`];
}

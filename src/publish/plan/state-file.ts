/** The record of what was pushed, in a file: `.aoai-policy/<environment>/state.json`. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isJsonObject, type Json } from '../../model/json.js';
import { errorCode, reason } from '../../model/system-error.js';
import { UsageError } from '../../model/usage-error.js';
import { writeAtomically } from '../../project/write-atomically.js';
import { parseAddress } from '../resource-key.js';
import type { Target } from '../target.js';
import type { PublishedResource, PublishedState } from './published-state.js';

/** Goes up with the form of the file, and with that of digests (canonical/canonical-form.ts). */
const VERSION = 1;

/** Absolute. @param directory the configuration's, absolute */
export function statePath(directory: string, environment: string): string {
  return join(directory, '.aoai-policy', environment, 'state.json');
}

/**
 * @param target what the record has to be of
 * @returns undefined when there is none yet
 * @throws UsageError when it cannot be read, is damaged, of another version or of another service
 */
export function readState(file: string, target: Pick<Target, 'subscription' | 'resourceGroup' | 'service'>): PublishedState | undefined {
  const text = readIfThere(file);
  if (text === undefined) return undefined;
  const state = stateOf(parsed(text, file), file);
  const other = TARGET_KEYS.find((key) => state[key].toLowerCase() !== target[key].toLowerCase());
  if (other !== undefined) {
    throw new UsageError(`'${file}' is the record of the ${TARGET_WORDS[other]} ${state[other]}, and the environment names ${target[other]}; name the environment otherwise, or move the file away: then it is as if nothing had been pushed yet`);
  }
  return state;
}

const TARGET_WORDS = { subscription: 'subscription', resourceGroup: 'resource group', service: 'service' } as const;
const TARGET_KEYS = ['subscription', 'resourceGroup', 'service'] as const;

/** Addresses in order, so that the file can be kept under version control. Makes its folder. */
export function writeState(file: string, { subscription, resourceGroup, service, resources }: PublishedState): void {
  const sorted = Object.entries(resources).sort(([a], [b]) => (a < b ? -1 : 1)).map(([address, { digest, orDigest, created }]) => [address, { digest, orDigest, created }]);
  mkdirSync(dirname(file), { recursive: true });
  writeAtomically(file, `${JSON.stringify({ version: VERSION, subscription, resourceGroup, service, resources: Object.fromEntries(sorted) }, undefined, 2)}\n`);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new UsageError(`the record of pushes '${file}' cannot be read: ${reason(error)}`, { cause: error });
  }
}

function parsed(text: string, file: string): Json {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch (error) {
    throw damaged(file, error instanceof Error ? error.message : 'it is not JSON', error);
  }
}

function stateOf(value: Json, file: string): PublishedState {
  if (!isJsonObject(value)) throw damaged(file, 'it is no object');
  const { version, subscription, resourceGroup, service, resources } = value;
  if (version !== VERSION) throw damaged(file, `its version is ${JSON.stringify(version)}, and this aoai-policy reads ${VERSION}`);
  if (typeof subscription !== 'string' || typeof resourceGroup !== 'string' || typeof service !== 'string') throw damaged(file, 'it does not say of which service it is');
  if (!isJsonObject(resources)) throw damaged(file, 'it holds no resources');
  return { subscription, resourceGroup, service, resources: Object.fromEntries(Object.entries(resources).map(([address, resource]) => [address, resourceOf(address, resource, file)])) };
}

function resourceOf(address: string, resource: Json, file: string): PublishedResource {
  if (parseAddress(address) === undefined) throw damaged(file, `'${address}' is no address of a resource`);
  const digest = isJsonObject(resource) ? resource['digest'] : undefined;
  const orDigest = isJsonObject(resource) ? resource['orDigest'] : undefined;
  const created = isJsonObject(resource) ? resource['created'] : undefined;
  if (typeof digest !== 'string' || typeof created !== 'boolean') throw damaged(file, `what it says of ${address} lacks a digest or whether it was created`);
  if (orDigest !== undefined && typeof orDigest !== 'string') throw damaged(file, `what else ${address} may hold, by what it says, is no digest`);
  return { digest, ...(orDigest === undefined ? {} : { orDigest }), created };
}

function damaged(file: string, why: string, cause?: unknown): UsageError {
  return new UsageError(`the record of pushes '${file}' is damaged: ${why}; restore it, or delete it: then it is as if nothing had been pushed yet, and --prune deletes nothing`, { cause });
}

/** A service's resources as files, in the layout of apiops. */
import type { JsonObject } from '../../model/json.js';
import { InternalError } from '../../model/internal-error.js';
import type { XmlEncoding } from '../../syntax/xml/node.js';
import type { SkippedSource } from '../desired/desired-resource.js';
import type { BackendBody, FragmentBody, NamedValueBody, PolicyBody, ResourceBody } from '../resource-body.js';
import { addressOf, type Address, type ResourceKey } from '../resource-key.js';
import { backendSecretPlaces, looksLikeSecret, secretPlaces, withoutCredentials } from './secret-places.js';
import { fragmentProperties, informationText, namedValueProperties } from './information-text.js';
import type { HeldResource, LiveService } from './live-service.js';
import { policyFileText } from './policy-file-text.js';
import { idThatIsNoFileName, pathsOf, type PullLayout } from './pull-layout.js';

export interface PullOptions {
  /** How expressions are written: the configuration's `content`. */
  readonly content: XmlEncoding;
  readonly layout: PullLayout;
}

export interface PulledFile {
  /** Below the folder that is pulled into, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly address: Address;
  /** What the file was made of. Never printed: secrets that the file leaves out may be in it. */
  readonly held: ResourceBody;
}

export interface PulledFiles {
  /** In the order of their paths. */
  readonly files: readonly PulledFile[];
  /** Resources that are not in any file, each with its reason. */
  readonly skipped: readonly SkippedSource[];
  /** Secrets that a resource's file does not hold, each with what to do about it. */
  readonly withheld: readonly SkippedSource[];
}

/** No secret is in them: not that of a secret named value, nor one that stands as text in a policy or a backend. */
export function pulledFiles(live: LiveService, options: PullOptions): PulledFiles {
  const maker = new FileMaker(options);
  for (const resource of live.resources) maker.add(resource);
  return { files: maker.files.sort((a, b) => (a.path < b.path ? -1 : 1)), skipped: [...live.notRead, ...maker.skipped], withheld: maker.withheld };
}

class FileMaker {
  readonly files: PulledFile[] = [];
  readonly skipped: SkippedSource[] = [];
  readonly withheld: SkippedSource[] = [];
  readonly #options: PullOptions;

  constructor(options: PullOptions) {
    this.#options = options;
  }

  add({ key, body }: HeldResource): void {
    const id = idThatIsNoFileName(key);
    if (id !== undefined) {
      this.#skip(key, `'${id}' can be no folder's name on every system; declare it in TypeScript`);
      return;
    }
    switch (body.kind) {
      case 'policy':
        this.#policy(key, body);
        break;
      case 'fragment':
        if (this.#policy(key, body)) this.#fragmentInformation(key, body);
        break;
      case 'backend':
        this.#backend(key, body);
        break;
      case 'named-value':
        this.#namedValue(key, body);
        break;
    }
  }

  /** Whether there is a file. */
  #policy(key: ResourceKey, body: PolicyBody | FragmentBody): boolean {
    const made = readablePolicy(body.value, this.#options.content);
    if (made.kind === 'unreadable') {
      this.#skip(key, made.reason);
      return false;
    }
    const secrets = secretPlaces(made.document);
    if (secrets.length > 0) {
      this.#skip(key, `a secret stands in it at ${secrets.join(', ')}: move it to a secret named value on the service, then pull again`);
      return false;
    }
    this.#write(key, pathsOf(key, this.#options.layout).policy, made.text, body);
    return true;
  }

  #fragmentInformation(key: ResourceKey, body: FragmentBody): void {
    const properties = fragmentProperties(body);
    if (properties !== undefined) this.#inform(key, properties, body);
  }

  #backend(key: ResourceKey, body: BackendBody): void {
    const { properties } = body;
    const shown = withoutCredentials(properties);
    const remaining = backendSecretPlaces(shown);
    if (remaining.length > 0) {
      this.#skip(key, `a secret stands in it at ${remaining.join(', ')}: move it to a secret named value on the service, then pull again`);
      return;
    }
    const left = backendSecretPlaces(properties);
    if (left.length > 0) {
      const names = Object.keys(properties).filter((name) => !(name in shown));
      this.#withhold(key, `a secret stands in it at ${left.join(', ')}: its ${names.join(' and ')} are left out of the file, and a push leaves them as they are; move it to a secret named value`);
    }
    this.#inform(key, shown, body);
  }

  #namedValue(key: ResourceKey, body: NamedValueBody): void {
    if (!body.secret && body.keyVault === undefined && looksLikeSecret(body)) {
      this.#skip(key, 'its value looks like a secret, and everybody who may read the service sees it: make it a secret there, then pull again');
      return;
    }
    this.#inform(key, namedValueProperties(body), body);
  }

  #inform(key: ResourceKey, properties: JsonObject, held: ResourceBody): void {
    this.#write(key, pathsOf(key, this.#options.layout).information, informationText(properties), held);
  }

  #write(key: ResourceKey, path: string | undefined, text: string, held: ResourceBody): void {
    if (path === undefined) throw new InternalError(`there is no path for ${addressOf(key)}`);
    this.files.push({ path, text, address: addressOf(key), held });
  }

  #skip(key: ResourceKey, reason: string): void {
    this.skipped.push({ source: addressOf(key), reason });
  }

  #withhold(key: ResourceKey, reason: string): void {
    this.withheld.push({ source: addressOf(key), reason });
  }
}

/** One policy that the printer does not reproduce must not cost the others. */
function readablePolicy(value: string, content: XmlEncoding): ReturnType<typeof policyFileText> {
  try {
    return policyFileText(value, content);
  } catch (error) {
    if (error instanceof InternalError) return { kind: 'unreadable', reason: error.message };
    throw error;
  }
}

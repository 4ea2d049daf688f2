/** The configuration a user writes, and `defineConfig`, which gives its editor support. */
import type { AzureCloud } from '../model/azure-cloud.js';
import type { Preset } from '../lint/preset.js';
import type { GatewayKind } from '../model/scope.js';
import type { Severity } from '../model/severity.js';
import type { EnvironmentConfig } from './environment-config.js';

/** The content of `aoai-policy.config.ts`; every key is optional. Paths are relative to the file. */
export interface Config {
  /** Where policies are looked for when no path is given: globs. */
  readonly policies?: readonly string[];
  /** The folder that `build` writes to. Files in it are not looked at when policies are looked for. */
  readonly out?: string;
  /** How expressions are written: `rawxml` (unescaped, the default) or `xml`. */
  readonly content?: 'rawxml' | 'xml';
  /** Whether `build` writes comments; by default it does not, because the service may drop those inside of policies. */
  readonly comments?: boolean;
  /** The set of rules to start from: `recommended` (the default), `strict` or `all`. */
  readonly extends?: Preset;
  /** Level of each rule, by its id; it goes over the set. */
  readonly rules?: Readonly<Record<string, RuleLevel>>;
  /** Levels for some files, which go over `rules`; a later one goes over an earlier one. */
  readonly overrides?: readonly ConfigOverride[];
  /** The gateways the policies run on. A policy that one of them lacks is an error; without this key no gateway is assumed. */
  readonly gateway?: GatewayKind | readonly GatewayKind[];
  /** The Azure cloud that the policies run in; without it rules look at what each document says of its own. */
  readonly cloud?: AzureCloud;
  /** The least severity that makes the exit code 1; `error` by default. */
  readonly failOn?: Severity;
  /**
   * The folder that apiops extracts to: the `policy.xml` that stands right in it is the global one. Without this key a folder counts when the folders of
   * apiops stand beside its `policy.xml`.
   */
  readonly artifacts?: string;
  /** The services that `plan`, `push` and `pull` work on, by name: lower-case letters, digits and `-`. */
  readonly environments?: Readonly<Record<string, EnvironmentConfig>>;
}

export interface ConfigOverride {
  /** Globs; a folder stands for all files below. */
  readonly files: string | readonly string[];
  readonly rules: Readonly<Record<string, RuleLevel>>;
}

export type RuleLevel = 'off' | Severity;

/** Returns what it is given: it is there for the type. */
export function defineConfig(config: Config): Config {
  return config;
}

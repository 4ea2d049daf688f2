/** What loading gives: the project, the configuration that held, and which file each document came from. */
import type { AzureCloud } from '../model/azure-cloud.js';
import type { Preset } from '../lint/preset.js';
import type { PolicyDocument } from '../model/document.js';
import type { Project } from '../model/project.js';
import type { GatewayKind } from '../model/scope.js';
import type { Severity } from '../model/severity.js';
import type { ConfigOverride, RuleLevel } from './define-config.js';
import type { ResolvedEnvironment } from './resolved-environment.js';
import type { RuleOverride } from './rule-overrides.js';

export interface LoadedProject extends Project {
  readonly config: ResolvedConfig;
  /** The configuration's `overrides`, with the files they are for. */
  readonly overrides: readonly RuleOverride[];
  /** Every file that was read, in the order of `path`; those without a document included. */
  readonly files: readonly LoadedFile[];
  /** Absolute paths of all that was looked at, whether or not it holds a policy. */
  readonly lookedAt: readonly string[];
  /** Files that a directory or glob brought up and that hold no policy. */
  readonly skipped: number;
  /** The file a document came from. */
  readonly fileOf: ReadonlyMap<PolicyDocument, LoadedFile>;
}

export interface LoadedFile {
  /** As shown: relative to the working directory, with `/`. */
  readonly path: string;
  /** Of standard input, where a file of its name would stand. */
  readonly absolutePath: string;
  /** `information`: a backend or a named value of an apiops folder. */
  readonly kind: 'xml' | 'typescript' | 'stdin' | 'information';
  readonly documents: readonly PolicyDocument[];
}

/** The configuration with its defaults filled in. */
export interface ResolvedConfig {
  /** The file it was read from, as shown; absent when there is none. */
  readonly file?: string;
  /** Absolute folder that `policies` and `out` are relative to: the file's, or the working directory. */
  readonly directory: string;
  readonly policies: readonly string[];
  readonly out: string;
  readonly content: 'rawxml' | 'xml';
  readonly comments: boolean;
  readonly extends: Preset;
  readonly rules: Readonly<Record<string, RuleLevel>>;
  readonly overrides: readonly ConfigOverride[];
  /** Empty: no gateway is assumed. */
  readonly gateway: readonly GatewayKind[];
  /** Left out: no cloud is assumed. */
  readonly cloud?: AzureCloud;
  readonly failOn: Severity;
  /** Relative to the directory; absent: folders of apiops are known by what stands in them. */
  readonly artifacts?: string;
  /** In the order of the configuration. */
  readonly environments: readonly ResolvedEnvironment[];
}

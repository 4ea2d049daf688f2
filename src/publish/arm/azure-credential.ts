/** Tokens from Azure: who is asked for them, and what to do when nobody has one. Source: reference/management-api.md §1.7 (an explicit order instead of DefaultAzureCredential). */
import type * as AzureIdentity from '@azure/identity';
import type { TokenCredential } from '@azure/identity';
import { RemoteError } from '../../model/remote-error.js';
import { UsageError } from '../../model/usage-error.js';
import type { Target } from '../target.js';
import { withoutStop } from '../without-stop.js';
import { AZURE_ENDPOINTS } from './azure-endpoints.js';
import type { EnvironmentVariables } from './credential.js';
import { networkCode, networkFailure } from './remote-failure.js';
import { scrubbedText } from './scrubbed-text.js';

type Identity = typeof AzureIdentity;

interface SourceContext {
  readonly tenant?: string;
  readonly authority: string;
  readonly variables: EnvironmentVariables;
}

interface TokenSource {
  /** As `AZURE_TOKEN_CREDENTIALS` names it. */
  readonly name: string;
  readonly title: string;
  /** Of a machine that runs a service (`prod`) or of a person's (`dev`). */
  readonly use: 'prod' | 'dev';
  /** Whether the environment variables say that it is there; those that say nothing are tried. */
  readonly announced: (variables: EnvironmentVariables) => boolean;
  readonly make: (identity: Identity, context: SourceContext) => TokenCredential;
}

const has = (...names: readonly string[]) => (variables: EnvironmentVariables): boolean => names.every((name) => (variables[name] ?? '') !== '');

/** Milliseconds that a command of another tool may take. */
const COMMAND_TIMEOUT = 30_000;

/**
 * In the order in which they are asked. After azure/login on GitHub, and in an AzureCLI task of Azure Pipelines, Azure CLI is signed in by workload
 * identity federation. Managed identity is asked only where it is announced: elsewhere the question takes long to fail.
 */
const TOKEN_SOURCES: readonly TokenSource[] = [
  {
    name: 'WorkloadIdentityCredential',
    title: 'workload identity',
    use: 'prod',
    announced: has('AZURE_FEDERATED_TOKEN_FILE', 'AZURE_CLIENT_ID'),
    make: ({ WorkloadIdentityCredential }, { tenant, authority, variables }) =>
      new WorkloadIdentityCredential({
        authorityHost: authority,
        ...stated('tenantId', tenant ?? variables['AZURE_TENANT_ID']),
        ...stated('clientId', variables['AZURE_CLIENT_ID']),
        ...stated('tokenFilePath', variables['AZURE_FEDERATED_TOKEN_FILE']),
      }),
  },
  {
    name: 'EnvironmentCredential',
    title: 'the service principal of AZURE_CLIENT_ID',
    use: 'prod',
    announced: (variables) => has('AZURE_CLIENT_ID', 'AZURE_TENANT_ID')(variables) && (has('AZURE_CLIENT_SECRET')(variables) || has('AZURE_CLIENT_CERTIFICATE_PATH')(variables)),
    make: servicePrincipal,
  },
  {
    name: 'ManagedIdentityCredential',
    title: 'managed identity',
    use: 'prod',
    announced: (variables) => has('IDENTITY_ENDPOINT')(variables) || has('MSI_ENDPOINT')(variables),
    make: ({ ManagedIdentityCredential }, { variables }) => new ManagedIdentityCredential(stated('clientId', variables['AZURE_CLIENT_ID'])),
  },
  {
    name: 'AzureCliCredential',
    title: 'Azure CLI',
    use: 'dev',
    announced: () => true,
    make: ({ AzureCliCredential }, { tenant }) => new AzureCliCredential({ ...stated('tenantId', tenant), processTimeoutInMs: COMMAND_TIMEOUT }),
  },
  {
    name: 'AzureDeveloperCliCredential',
    title: 'Azure Developer CLI',
    use: 'dev',
    announced: () => true,
    make: ({ AzureDeveloperCliCredential }, { tenant }) => new AzureDeveloperCliCredential({ ...stated('tenantId', tenant), processTimeoutInMs: COMMAND_TIMEOUT }),
  },
  {
    name: 'AzurePowerShellCredential',
    title: 'Azure PowerShell',
    use: 'dev',
    announced: () => false,
    make: ({ AzurePowerShellCredential }, { tenant }) => new AzurePowerShellCredential({ ...stated('tenantId', tenant), processTimeoutInMs: COMMAND_TIMEOUT }),
  },
];

function servicePrincipal({ ClientSecretCredential, ClientCertificateCredential }: Identity, { tenant, authority, variables }: SourceContext): TokenCredential {
  const tenantId = tenant ?? variables['AZURE_TENANT_ID'] ?? '';
  const clientId = variables['AZURE_CLIENT_ID'] ?? '';
  const secret = variables['AZURE_CLIENT_SECRET'] ?? '';
  if (secret !== '') return new ClientSecretCredential(tenantId, clientId, secret, { authorityHost: authority });
  const certificate = { certificatePath: variables['AZURE_CLIENT_CERTIFICATE_PATH'] ?? '', ...stated('certificatePassword', variables['AZURE_CLIENT_CERTIFICATE_PASSWORD']) };
  return new ClientCertificateCredential(tenantId, clientId, certificate, { authorityHost: authority });
}

/**
 * Loads Azure's package. The sources are asked when the first token is wanted, and the one that had it is asked from then on.
 * @throws UsageError when AZURE_TOKEN_CREDENTIALS names nothing that is known
 */
export async function azureCredential(target: Target, variables: EnvironmentVariables): Promise<TokenCredential> {
  const sources = sourcesFor(variables);
  return new FirstThatHasOne(await import('@azure/identity'), sources, target, variables);
}

/** Exported for its table test: names of the sources that are asked, in order. */
export function tokenSourceNames(variables: EnvironmentVariables): readonly string[] {
  return sourcesFor(variables).map(({ name }) => name);
}

function sourcesFor(variables: EnvironmentVariables): readonly TokenSource[] {
  const wanted = variables['AZURE_TOKEN_CREDENTIALS']?.trim().toLowerCase() ?? '';
  if (wanted === '') return TOKEN_SOURCES.filter(({ announced }) => announced(variables));
  // Who asks for `prod` on a virtual machine means its managed identity, which nothing announces there.
  if (wanted === 'prod') return TOKEN_SOURCES.filter(({ use, name, announced }) => use === 'prod' && (announced(variables) || name === 'ManagedIdentityCredential'));
  if (wanted === 'dev') return TOKEN_SOURCES.filter(({ use }) => use === 'dev');
  const source = TOKEN_SOURCES.find(({ name }) => name.toLowerCase() === wanted);
  if (source === undefined) {
    throw new UsageError(`AZURE_TOKEN_CREDENTIALS names ${JSON.stringify(variables['AZURE_TOKEN_CREDENTIALS'])}; set it to prod, dev or one of ${TOKEN_SOURCES.map(({ name }) => name).join(', ')}`);
  }
  return [source];
}

class FirstThatHasOne implements TokenCredential {
  readonly #identity: Identity;
  readonly #sources: readonly TokenSource[];
  readonly #target: Target;
  readonly #context: SourceContext;
  #chosen: TokenCredential | undefined;

  constructor(identity: Identity, sources: readonly TokenSource[], target: Target, variables: EnvironmentVariables) {
    this.#identity = identity;
    this.#sources = sources;
    this.#target = target;
    this.#context = { authority: AZURE_ENDPOINTS[target.cloud].authority, variables, ...stated('tenant', target.tenant) };
  }

  getToken: TokenCredential['getToken'] = async (scopes, options) => {
    if (this.#chosen !== undefined) return await this.#chosen.getToken(scopes, options);
    const reasons: string[] = [];
    for (const source of this.#sources) {
      try {
        const credential = source.make(this.#identity, this.#context);
        const token = await credential.getToken(scopes, options);
        if (token !== null) {
          this.#chosen = credential;
          return token;
        }
        reasons.push(`${source.title} has none`);
      } catch (error) {
        const { authority, variables } = this.#context;
        const code = networkCode(error);
        if (code !== undefined) throw networkFailure(code, authority, { what: 'getting a token' });
        reasons.push(`${source.title}: ${firstSentence(error, [variables['AZURE_CLIENT_SECRET'] ?? '', variables['AZURE_CLIENT_CERTIFICATE_PASSWORD'] ?? ''])}`);
      }
    }
    throw new RemoteError(`no Azure token could be had (${reasons.join('; ')}); ${this.#advice()}`, { kind: 'not-allowed' });
  };

  #advice(): string {
    const { cloud, tenant } = this.#target;
    const login = `az login${tenant === undefined ? '' : ` --tenant ${tenant}`}`;
    const command = cloud === 'public' ? login : `az cloud set --name ${AZURE_ENDPOINTS[cloud].cliName} && ${login}`;
    return `sign in with "${command}", or set AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET, or AOAI_POLICY_TOKEN`;
  }
}

/** What Azure says goes on for pages at times. */
function firstSentence(error: unknown, secrets: readonly string[]): string {
  const text = scrubbedText(error instanceof Error ? error.message : String(error), secrets);
  const [sentence = ''] = text.split(/(?<=[.!])\s+(?=[A-Z])|\s+Trace ID:/u);
  return withoutStop(sentence).slice(0, 300);
}

/** A property, where there is a value for it. */
function stated<Name extends string>(name: Name, value: string | undefined): { readonly [key in Name]?: string } {
  const properties: { [key in Name]?: string } = {};
  if (value !== undefined && value !== '') properties[name] = value;
  return properties;
}

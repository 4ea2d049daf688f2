/** `aoai-policy local`: a management endpoint of API Management on this machine, to try publishing on. */
import { resolve } from 'node:path';
import { AZURE_CLOUDS } from '../../model/azure-cloud.js';
import { UsageError } from '../../model/usage-error.js';
import type { LocalApim, LocalApimOptions } from '../../local-apim/local-apim.js';
import { SKUS } from '../../local-apim/skus.js';
import { visibleText } from '../../report/visible-text.js';
import { defineCommand } from '../command.js';
import { EXIT_CODES } from '../exit-codes.js';

const PORT = '8043';
const LONGEST_LATENCY_MS = 600_000;
const HIGHEST_PORT = 65_535;
/** Its path says no more than it does. */
const SERVICE_ITSELF = /^.*\/service\/[^/]+$/iu;

export const local = defineCommand({
  name: 'local',
  describe: 'run a management endpoint on this machine, to try plan and push on',
  usage: '',
  examples: [
    ['aoai-policy local --create-missing', 'an empty service that knows every API that policies are pushed to'],
    ['aoai-policy local --data .local-apim', 'one that holds tomorrow what it holds today'],
    ['aoai-policy local --latency 50 --fault-rate 0.1 --seed 7', 'as slow and as unreliable as a service can be'],
  ],
  options: {
    port: { type: 'string', placeholder: 'number', describe: `where it listens; 0 for any port that is free. Default: ${PORT}` },
    data: { type: 'string', placeholder: 'dir', describe: 'keep the content in this folder, secrets in plain text; without it all is gone at the end' },
    'create-missing': { type: 'boolean', describe: 'make APIs, operations, products and workspaces when a policy is pushed to them, instead of refusing it' },
    sku: { type: 'string', choices: SKUS, placeholder: 'name', describe: 'the tier, which decides what policies may hold. Default: Developer' },
    cloud: { type: 'string', choices: AZURE_CLOUDS, placeholder: 'name', describe: 'the cloud that it says it is in. Default: public' },
    latency: { type: 'string', placeholder: 'ms', describe: 'milliseconds before each answer' },
    'fault-rate': { type: 'string', placeholder: 'share', describe: 'share of the requests that fail for a while, from 0 to 1: lost connections, 429, 5xx, 409' },
    seed: { type: 'string', placeholder: 'number', describe: 'draws the same faults again' },
    host: { type: 'string', placeholder: 'address', describe: 'the interface to listen on. Default: 127.0.0.1' },
    'allow-other-interfaces': { type: 'boolean', describe: 'let others reach it over the network, and do all with it' },
  },
  notes: [
    'Takes the requests of the management API for policies at every scope, fragments, named values and backends, checks policies as the service does,',
    'and prints an entry for the `environments` of the configuration. Any token is good; no Azure account is needed. Each request is a line on standard error.',
    'What it does not know of the service is in docs/publish.md. Exit codes: 0 ended with Ctrl-C, 2 failure.',
  ].join('\n'),
  async run(paths, options, terminal) {
    if (paths.length > 0) throw new UsageError(`local takes no paths: '${paths.join(' ')}'`);
    const rate = shareOf(options['fault-rate']);
    if (rate === undefined && options.seed !== undefined) throw new UsageError('--seed draws faults; it needs --fault-rate');
    const cloud = options.cloud ?? 'public';
    const seed = numberOf('seed', options.seed, Number.MAX_SAFE_INTEGER) ?? Math.floor(Math.random() * 1e9);
    const settings: LocalApimOptions = {
      port: numberOf('port', options.port ?? PORT, HIGHEST_PORT) ?? 0,
      ...(options.host === undefined ? {} : { host: options.host }),
      allowsOtherInterfaces: options['allow-other-interfaces'],
      ...(options.data === undefined ? {} : { data: resolve(terminal.cwd, options.data) }),
      ...(options.sku === undefined ? {} : { sku: options.sku }),
      createsParents: options['create-missing'],
      latency: numberOf('latency', options.latency, LONGEST_LATENCY_MS) ?? 0,
      armEndpoint: (await import('../../publish/arm/azure-endpoints.js')).AZURE_ENDPOINTS[cloud].management,
      ...(rate === undefined ? {} : { faults: (await import('../../local-apim/random-faults.js')).randomFaults(rate, seed) }),
      onRequest: ({ method, path }, status) => terminal.writeError(`${status ?? '---'} ${method} ${visibleText(path.replace(SERVICE_ITSELF, 'service'))}\n`),
    };
    const interrupted = interruption();
    const { startLocalApim } = await import('../../local-apim/start-local-apim.js');
    const apim = await startLocalApim(settings);
    terminal.write(greeting(apim, cloud));
    if (rate !== undefined) terminal.writeError(`faults: --fault-rate ${rate} --seed ${seed}\n`);
    await interrupted;
    await apim.close();
    return EXIT_CODES.clean;
  },
});

function interruption(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
}

function greeting({ endpoint }: LocalApim, cloud: string): string {
  const entry = `local: { ${cloud === 'public' ? '' : `cloud: '${cloud}', `}endpoint: '${endpoint}' },`;
  return `a management endpoint listens on ${endpoint}; Ctrl-C ends it\n\nFor aoai-policy.config.ts:\n\n  environments: {\n    ${entry}\n  },\n\nThen: aoai-policy push --env local\n`;
}

/** @throws UsageError for what is no whole number from 0 to the highest */
function numberOf(option: string, text: string | undefined, highest: number): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d{1,16}$/u.test(text) ? Number(text) : Infinity;
  if (number > highest) throw new UsageError(`--${option} is '${text}'; it takes a whole number from 0 to ${highest}`);
  return number;
}

/** @throws UsageError for what is no number from 0 to 1 */
function shareOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^(?:0|0?\.\d+|1(?:\.0+)?)$/u.test(text)) throw new UsageError(`--fault-rate is '${text}'; it takes a number from 0 to 1`);
  return Number(text);
}

/** `aoai-policy local` as people use it: the program listens, is asked, and is ended. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { GLOBAL_OPTIONS } from '../../src/cli/command.js';
import { COMMANDS } from '../../src/cli/commands.js';
import { ask, type Reply } from '../local-apim/ask.js';
import { temporaryFolder } from '../project/temporary-folder.js';
import { buildCli } from './built-cli.js';
import { runProgram } from './run-program.js';
import { WatchedProgram } from './watched-program.js';

beforeAll(buildCli);

const GREETING_END = 'Then: aoai-policy push --env local\n';
/** What the tests below give the program. */
const used = new Set<string>();

interface RunningLocal {
  readonly program: WatchedProgram;
  readonly greeting: string;
  readonly endpoint: string;
  readonly asked: (line: string, body?: unknown) => Promise<Reply>;
}

async function listening(args: readonly string[], folder = temporaryFolder({})): Promise<RunningLocal> {
  for (const argument of args) if (argument.startsWith('--')) used.add(argument.slice(2));
  const program = new WatchedProgram(['local', ...args], folder);
  const greeting = await program.printed(GREETING_END);
  const endpoint = /http:\/\/\S+:\d+/u.exec(greeting)?.[0] ?? '';
  const service = { endpoint, subscription: '00000000-0000-0000-0000-000000000000', resourceGroup: 'local', service: 'local' };
  return { program, greeting, endpoint, asked: (line, body) => ask(service, { ask: line, body }) };
}

const POLICY = { value: '<policies><inbound><base /></inbound></policies>' };

test('says where it is, what to write into the configuration, and each request; Ctrl-C ends it with 0', async () => {
  const { program, greeting, endpoint, asked } = await listening(['--port', '0']);
  expect(greeting.replaceAll(endpoint, '<endpoint>')).toBe(`a management endpoint listens on <endpoint>; Ctrl-C ends it

For aoai-policy.config.ts:

  environments: {
    local: { endpoint: '<endpoint>' },
  },

Then: aoai-policy push --env local
`);
  expect((await asked('GET ')).status).toBe(200);
  expect((await asked('GET policies/policy')).status).toBe(200);
  expect((await asked('PUT apis/chat/policies/policy', POLICY)).status).toBe(400);
  expect(await program.printed('400 PUT apis/chat/policies/policy\n')).toBe('200 GET service\n200 GET policies/policy\n400 PUT apis/chat/policies/policy\n');
  expect(await program.end('SIGINT')).toBe(0);
});

test('keeps what it holds in a folder, makes what is missing, and is as slow as it is told to be', async () => {
  const folder = temporaryFolder({});
  const args = ['--port', '0', '--data', 'kept', '--create-missing', '--latency', '30'];
  const first = await listening(args, folder);
  const start = performance.now();
  expect((await first.asked('PUT apis/chat/policies/policy', POLICY)).status).toBe(201);
  expect(performance.now() - start).toBeGreaterThanOrEqual(29);
  expect(existsSync(join(folder, 'kept'))).toBe(true);
  const refused = await runProgram(['local', ...args], { cwd: folder });
  expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/^error: another local APIM, process \d+, keeps its content in /u) });
  expect(await first.program.end('SIGTERM')).toBe(0);
  const second = await listening(args, folder);
  expect((await second.asked('GET apis/chat/policies/policy')).status).toBe(200);
  expect(await second.program.end('SIGINT')).toBe(0);
});

test('a port that is taken', async () => {
  const { program, endpoint } = await listening(['--port', '0']);
  const { port } = new URL(endpoint);
  const { exitCode, stderr } = await runProgram(['local', '--port', port], { cwd: temporaryFolder({}) });
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: `error: port ${port} of 127.0.0.1 is in use; give another with --port, or 0 for any that is free\n` });
  expect(await program.end('SIGINT')).toBe(0);
});

test('another tier, another cloud, all interfaces', async () => {
  const { program, greeting, asked } = await listening(['--port', '0', '--sku', 'Consumption', '--cloud', 'china', '--host', '0.0.0.0', '--allow-other-interfaces']);
  expect(greeting).toContain("    local: { cloud: 'china', endpoint: 'http://127.0.0.1:");
  expect(await asked('GET ')).toMatchObject({ json: { sku: { name: 'Consumption' } } });
  expect((await asked('PUT namedValues/x', { displayName: 'x', value: '1' })).headers['location']).toMatch(/^https:\/\/management\.chinacloudapi\.cn\//u);
  expect(await program.end('SIGINT')).toBe(0);
});

test('faults, the same again for their seed', async () => {
  const statuses = async (): Promise<string> => {
    const { program, asked } = await listening(['--port', '0', '--fault-rate', '0.9', '--seed', '6']);
    await program.printed('faults: --fault-rate 0.9 --seed 6\n');
    for (let count = 0; count < 8; count++) await asked('GET policies/policy').catch(() => undefined);
    expect(await program.end('SIGINT')).toBe(0);
    return program.rest();
  };
  const first = await statuses();
  expect(first.trimEnd().split('\n')).toHaveLength(8);
  expect(first).toMatch(/^(?:429|500|502|503|409|---) GET policies\/policy$/mu);
  expect(await statuses()).toBe(first);
});

test('every option of its own was among them', async () => {
  const local = await COMMANDS['local']?.();
  expect([...used].toSorted()).toEqual(Object.keys(local?.options ?? {}).filter((name) => !Object.hasOwn(GLOBAL_OPTIONS, name)).toSorted());
});

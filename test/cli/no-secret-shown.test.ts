/** Secrets are planted everywhere they may be, and looked for in all that the commands print and write. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Command } from '../../src/cli/command.js';
import { plan } from '../../src/cli/commands/plan.js';
import { pull } from '../../src/cli/commands/pull.js';
import { push } from '../../src/cli/commands/push.js';
import { parseWithYargs } from '../../src/cli/parse-with-yargs.js';
import type { LocalApim, LocalFault } from '../../src/local-apim/local-apim.js';
import { startLocalApim } from '../../src/local-apim/start-local-apim.js';
import { fakeTerminal } from './fake-terminal.js';

/** As keys look, so that what recognises keys does. */
const CANARIES = {
  'the new value of a named value': 'Zk4Qm81vXw0Tq7RbY2nLc5HdPs9Je3Uf',
  'its old value on the service': 'Wd6Np30cKt8Vy1GmB5xRj9QzLh4Fa7Se',
  'a key in a backend of the project': 'Mh2Cx95tGq7Jw4VnK8sPb1ZyDr6Lf3Te',
  'a key in a backend on the service': 'Uj7Bv42mRz9Xd5QkN1cWg8HtSy3Pf6La',
  'a key in a policy on the service': 'Tn8Gs63wPk1Yc4ZjV7bDx2MqRh9Lf5Ea',
  'the token': 'canary-token-Qx91',
} as const;
const VARIABLES = { CANARY_KEY: CANARIES['the new value of a named value'], AOAI_POLICY_TOKEN: CANARIES['the token'] };
const SECTIONS = '<backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error>';

let cwd: string;
let apim: LocalApim;
let fault: LocalFault | undefined;
const inputs = new Set<string>();
let printed = '';

beforeAll(async () => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'aoai-policy-canaries-')));
  for (const [name, value] of Object.entries(VARIABLES)) vi.stubEnv(name, value);
  apim = await startLocalApim({ createsParents: true, faults: ({ method, path }) => (method === 'PUT' && path.startsWith('apis/') ? fault : undefined) });
  writeFile('aoai-policy.config.json', { environments: { dev: { endpoint: apim.endpoint, namedValues: { 'partner-key': { environmentVariable: 'CANARY_KEY' } } } } });
  writeFile('named values/partner-key/namedValueInformation.json', { properties: { displayName: 'partner-key', secret: true } });
  writeFile('backends/ptu/backendInformation.json', { properties: { url: 'https://ptu.openai.azure.com', protocol: 'http', credentials: { header: { 'api-key': [CANARIES['a key in a backend of the project']] } } } });
  writeFile('apis/chat/policy.xml', `<policies><inbound><base /><set-header name="api-key" exists-action="override"><value>{{partner-key}}</value></set-header></inbound>${SECTIONS}</policies>`);
  apim.seed('namedValues/partner-key', { displayName: 'partner-key', secret: true, value: CANARIES['its old value on the service'] });
  apim.seed('backends/ptu', { url: 'https://old.openai.azure.com', protocol: 'http', credentials: { header: { 'api-key': [CANARIES['a key in a backend on the service']] } } });
  apim.seed('apis/chat/policies/policy', { value: `<policies><inbound><base /><set-header name="api-key" exists-action="override"><value>${CANARIES['a key in a policy on the service']}</value></set-header></inbound>${SECTIONS}</policies>` });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await apim.close();
  rmSync(cwd, { recursive: true, force: true });
});

function writeFile(path: string, content: string | object): void {
  inputs.add(path);
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), typeof content === 'string' ? content : JSON.stringify(content));
}

async function run(command: Command, args: readonly string[]): Promise<number> {
  const { terminal, stdout, stderr } = fakeTerminal(cwd, { answer: 'yes', isWatched: true });
  try {
    return await command.run(parseWithYargs(command, args), terminal);
  } finally {
    printed += stdout() + stderr();
  }
}

/** What stands in files that the commands have made. */
function written(): string {
  const files = readdirSync(cwd, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !inputs.has(path.slice(cwd.length + 1))).map((path) => readFileSync(path, 'utf8')).join('\n');
}

test('none of them is printed or written, while all of them do their work', async () => {
  for (const format of ['pretty', 'json', 'github', 'markdown']) expect(await run(plan, ['--force', '--verbose', '--format', format, '--out', `${format}.json`])).toBe(0);
  // The service refuses, and says again what was sent; then all goes well, is undone, and pulled.
  fault = { kind: 'status', status: 400, when: 'before', code: 'ValidationError', message: `no: ${CANARIES['the new value of a named value']} ${CANARIES['a key in a backend of the project']} ${CANARIES['its old value on the service']}` };
  expect(await run(push, ['--force', '--verbose'])).toBe(2);
  fault = undefined;
  expect(apim.stored().get('namedValues/partner-key')?.properties['value']).toBe(CANARIES['its old value on the service']);
  expect(await run(push, ['--force', '--yes', '--format', 'json'])).toBe(0);
  expect(apim.stored().get('namedValues/partner-key')?.properties['value']).toBe(CANARIES['the new value of a named value']);
  expect(await run(pull, ['--out', 'pulled'])).toBe(0);
  // What a journal may not hold cannot be put back from one.
  expect(await run(push, ['--rollback'])).toBe(2);

  expect(printed).toContain('namedValues/partner-key');
  expect(written()).toContain('partner-key');
  const found = Object.entries(CANARIES).flatMap(([what, canary]) => [...(printed.includes(canary) ? [`${what} is printed`] : []), ...(written().includes(canary) ? [`${what} is written`] : [])]);
  expect(found).toEqual([]);
});

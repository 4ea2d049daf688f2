/** Nothing is ever deleted to be written anew: in the requests of a push that updates policies and puts a pool where a backend was there is no DELETE. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { push } from '../../src/cli/commands/push.js';
import { parseWithYargs } from '../../src/cli/parse-with-yargs.js';
import { startLocalApim } from '../../src/local-apim/start-local-apim.js';
import { fakeTerminal } from './fake-terminal.js';

const SECTIONS = '<backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error>';
const GLOBAL = 'policies/policy';

test('a push writes in place', async () => {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'aoai-policy-in-place-')));
  const writes: string[] = [];
  const apim = await startLocalApim({ createsParents: true, onRequest: ({ method, path }) => void (method === 'GET' || method === 'HEAD' || method === 'POST' || writes.push(`${method} ${path}`)) });
  const write = (path: string, content: string | object): void => {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), typeof content === 'string' ? content : JSON.stringify(content));
  };
  try {
    write('aoai-policy.config.json', { artifacts: '.', environments: { dev: { endpoint: apim.endpoint } } });
    write('policy.xml', '<policies><inbound><set-backend-service backend-id="all" /></inbound><backend><forward-request /></backend><outbound /><on-error /></policies>');
    write('apis/chat/policy.xml', `<policies><inbound><base /></inbound>${SECTIONS}</policies>`);
    write('backends/ptu/backendInformation.json', { properties: { url: 'https://ptu.openai.azure.com', protocol: 'http' } });
    write('backends/all/backendInformation.json', { properties: { type: 'Pool', pool: { services: [{ id: '/backends/ptu' }] } } });
    apim.seed('backends/all', { url: 'https://old.openai.azure.com', protocol: 'http' });
    apim.seed(GLOBAL, { value: '<policies><inbound><set-backend-service backend-id="all" /><trace source="x"><message>m</message></trace></inbound><backend><forward-request /></backend><outbound /><on-error /></policies>' });
    const nobody = fakeTerminal(cwd);
    expect([await push.run(parseWithYargs(push, ['--yes', '--force']), nobody.terminal), nobody.stderr().includes('error:')]).toEqual([0, false]);
    expect(nobody.stdout()).toContain('-/+ replace backends/all');
    expect(nobody.stdout()).toContain('  ~ update policy');
    expect(writes.toSorted()).toEqual(['PUT apis/chat/policies/policy', 'PUT backends/all', 'PUT backends/ptu', `PUT ${GLOBAL}`]);
  } finally {
    await apim.close();
    rmSync(cwd, { recursive: true, force: true });
  }
});

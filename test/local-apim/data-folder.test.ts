/** What is kept on the disk: all that was answered, also when the process dies, and never for two servers at once. */
import { fork, type ChildProcess } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, describe, expect, test } from 'vitest';
import type { LocalApim } from '../../src/local-apim/local-apim.js';
import { startLocalApim } from '../../src/local-apim/start-local-apim.js';
import { temporaryFolder } from '../project/temporary-folder.js';
import { ask } from './ask.js';

const FILE = 'local-apim.jsonl';
const NEW = { value: '<policies><inbound><base /></inbound></policies>' };

let running: LocalApim | undefined;
afterEach(() => running?.close());

async function started(data: string): Promise<LocalApim> {
  running = await startLocalApim({ data, createsParents: true, operationPolls: 0 });
  return running;
}

/** A service with one of everything in it, and one thing that is gone. */
async function filled(data: string): Promise<LocalApim> {
  const apim = await started(data);
  for (const question of [
    { ask: 'PUT namedValues/key', body: { displayName: 'key', secret: true, value: 'canary' } },
    { ask: 'GET namedValues/key?azure-asyncId=000000000000000000000001' },
    { ask: 'PUT backends/one', body: { url: 'https://one.example', protocol: 'http' } },
    { ask: 'PUT backends/two', body: { url: 'https://two.example', protocol: 'http' } },
    { ask: 'PUT apis/chat/operations/complete/policies/policy', body: NEW },
    { ask: 'DELETE backends/two', headers: { 'if-match': '*' } },
    { ask: 'DELETE policies/policy', headers: { 'if-match': '*' } },
  ]) {
    expect((await ask(apim, question)).status).toBeLessThan(300);
  }
  return apim;
}

test('what was kept is there again, ETags too, and none is given out twice', async () => {
  const data = join(temporaryFolder({}), 'new/folder');
  const apim = await filled(data);
  const before = [...apim.stored()];
  const removed = '"AAAAAAAAAAQ="';
  await apim.close();
  const again = await started(data);
  expect([...again.stored()]).toEqual(before);
  const { headers } = await ask(again, { ask: 'PUT backends/two', body: { url: 'https://two.example', protocol: 'http' } });
  expect([...before.map(([, { etag }]) => etag), removed]).not.toContain(headers['etag']);
});

test('only its owner may read it, and git leaves it out', async () => {
  const data = join(temporaryFolder({}), 'data');
  await filled(data);
  expect(statSync(join(data, FILE)).mode & 0o777).toBe(0o600);
  expect(statSync(data).mode & 0o777).toBe(0o700);
  expect(readFileSync(join(data, '.gitignore'), 'utf8')).toBe('*\n');
});

test('a process that died before it kept anything has left a new service', async () => {
  const data = temporaryFolder({ [FILE]: '{"format":"aoai-policy local APIM","version":1,"etag":"0"}\n' });
  expect([...(await started(data)).stored().keys()]).toEqual(['policies/policy']);
});

test('what was under way when it is closed is done', async () => {
  const data = temporaryFolder({});
  const apim = await started(data);
  await ask(apim, { ask: 'PUT namedValues/x', body: { displayName: 'x', value: '1' } });
  await apim.close();
  expect((await started(data)).stored().get('namedValues/x')?.properties['value']).toBe('1');
});

describe('a file', () => {
  test('whose last line was cut off begins with what is whole', async () => {
    const data = temporaryFolder({});
    const apim = await filled(data);
    const before = [...apim.stored().keys()];
    await apim.close();
    appendFileSync(join(data, FILE), '[{"put":"backends/three","etag":"99","con');
    expect([...(await started(data)).stored().keys()]).toEqual(before);
  });

  test.each([
    ['that is empty', '', ':1: this is no file of the local APIM'],
    ['of something else', 'hello\n', ':1: this is no file of the local APIM'],
    ['of another version', '{"format":"aoai-policy local APIM","version":2,"etag":"1"}\n', ':1: this is no file of the local APIM, or one of another version'],
    ['with a broken line', '{"format":"aoai-policy local APIM","version":1,"etag":"1"}\n[{"put":\n', ':2: this line is broken'],
    ['with a line of another form', '{"format":"aoai-policy local APIM","version":1,"etag":"1"}\n[]\n[{"put":"backends/x","etag":"2"}]\n', ':3: this line is broken'],
    ['with a resource of no type', '{"format":"aoai-policy local APIM","version":1,"etag":"1"}\n[{"put":"x/y","etag":"2","content":{}}]\n', ':2: this line is broken'],
  ])('%s is told, and left as it is', async (_, text, message) => {
    const data = temporaryFolder({ [FILE]: text });
    await expect(started(data)).rejects.toThrow(join(data, FILE) + message);
    expect(readFileSync(join(data, FILE), 'utf8')).toBe(text);
    expect(readdirSync(data).filter((name) => name.startsWith('lock.'))).toEqual([]);
  });
});

test('a folder that cannot be made is told', async () => {
  const folder = temporaryFolder({ file: '' });
  await expect(startLocalApim({ data: join(folder, 'file') })).rejects.toThrow(/is a file, or below one/u);
  await expect(startLocalApim({ data: join(folder, 'file/below') })).rejects.toThrow(/is a file, or below one/u);
});

test('a folder that another server has is refused, until that one ends or dies', async () => {
  const data = temporaryFolder({});
  const first = await started(data);
  await expect(startLocalApim({ data })).rejects.toThrow(`another local APIM, process ${process.pid}, keeps its content in '${data}'`);
  await first.close();
  // Of a process that lives, and of one that does not: no system has one with this number.
  writeFileSync(join(data, `lock.${process.ppid}`), '');
  await expect(startLocalApim({ data })).rejects.toThrow(`process ${process.ppid}, keeps`);
  expect(existsSync(join(data, `lock.${process.ppid}`))).toBe(true);
  rmSync(join(data, `lock.${process.ppid}`));
  writeFileSync(join(data, 'lock.2147483647'), '');
  writeFileSync(join(data, `lock.${process.pid}`), '');
  await started(data);
  expect(readdirSync(data).filter((name) => name.startsWith('lock.'))).toEqual([`lock.${process.pid}`]);
});

describe('a process that is killed', () => {
  test('has kept all that it answered', async () => {
    const folder = temporaryFolder({});
    const data = join(folder, 'data');
    mkdirSync(data);
    const program = join(folder, 'server.mjs');
    await build({
      stdin: {
        contents: `import { startLocalApim } from './src/local-apim/start-local-apim.js';
          const apim = await startLocalApim({ data: ${JSON.stringify(data)} });
          process.send({ ...apim });`,
        resolveDir: new URL('../../', import.meta.url).pathname,
      },
      bundle: true, platform: 'node', format: 'esm', outfile: program,
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    });
    for (let round = 0; round < 2; round++) {
      const answered = new Map<string, readonly [url: string, etag: unknown]>();
      const child = fork(program);
      const apim = await firstMessage(child);
      const ended = new Promise((resolve) => child.once('close', resolve));
      // Six writers, until the process is killed in the middle of their writes.
      const writer = async (name: string): Promise<void> => {
        for (let count = 0; ; count++) {
          const url = `https://${round}-${count}.example`;
          const reply = await ask(apim, { ask: `PUT backends/${name}`, body: { url, protocol: 'http' } }).catch(() => undefined);
          if (reply === undefined) return;
          answered.set(`backends/${name}`, [url, reply.headers['etag']]);
          if (name === 'w0' && count === 8 * (round + 1)) child.kill('SIGKILL');
        }
      };
      await Promise.all(['w0', 'w1', 'w2', 'w3', 'w4', 'w5'].map(writer));
      await ended;
      const lines = readFileSync(join(data, FILE), 'utf8').split('\n').slice(1, -1).flatMap((line): { put?: string; etag: string; content?: { url?: string } }[] => JSON.parse(line));
      for (const [path, [url, etag]] of answered) {
        // What came after the last answer may be there as well, and nothing that is older.
        const at = lines.findLastIndex(({ put, content }) => put === path && content?.url === url);
        expect({ path, url, kept: at >= 0 }).toEqual({ path, url, kept: true });
        expect(Buffer.from(String(etag).replaceAll('"', ''), 'base64').readBigUInt64BE()).toBe(BigInt(lines[at]?.etag ?? 0));
      }
    }
    const apim = await started(data);
    expect([...apim.stored().keys()].toSorted()).toEqual(['backends/w0', 'backends/w1', 'backends/w2', 'backends/w3', 'backends/w4', 'backends/w5', 'policies/policy']);
  });
});

function firstMessage(child: ChildProcess): Promise<LocalApim> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as unknown as LocalApim));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

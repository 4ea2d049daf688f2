/** The CI files that `init` writes: GitHub's own parser takes the one, a schema of what Azure Pipelines documents the other, and their scripts do what they say. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AZURE_PIPELINE } from '../../src/cli/ci-azure.js';
import { GITHUB_WORKFLOW } from '../../src/cli/ci-github.js';
import { isJsonObject } from '../../src/model/json.js';
import { temporaryFolder } from '../project/temporary-folder.js';
import { fences, readMarkdown } from '../docs/markdown-files.js';
import { workflowProblems } from './workflow-problems.js';

const drift = fences(readMarkdown('docs/ci.md')).find(({ info }) => info === '.github/workflows/policies-drift.yml')?.content ?? '';

/** All objects in a parsed file. */
function objects(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(isJsonObject(value) ? [{ ...value }] : []), ...Object.values(value).flatMap(objects)];
}

describe('the workflow for GitHub', () => {
  test('is one that GitHub takes, as is the nightly one', async () => {
    expect(await workflowProblems('policies.yml', GITHUB_WORKFLOW)).toEqual([]);
    expect(await workflowProblems('policies-drift.yml', drift)).toEqual([]);
  });

  test.each([
    ['a key', 'needs: check', 'neds: check', "Unexpected value 'neds'"],
    ['a permission', 'id-token: write', 'id-token: wrte', "Unexpected value 'wrte'"],
    ['an expression', "vars.AZURE_TENANT_ID != ''", 'vers.AZURE_TENANT_ID', "Unrecognized named-value: 'vers'"],
    ['a job that is not there', 'needs: check', 'needs: chek', "Job 'push' depends on unknown job 'chek'"],
  ])('would not be taken with a mistake in %s', async (_, right, wrong, problem) => {
    expect(await workflowProblems('policies.yml', GITHUB_WORKFLOW.replaceAll(right, wrong))).toContainEqual(expect.stringContaining(problem));
  });

  test('stores no secret, and writes only where it has to', () => {
    expect(GITHUB_WORKFLOW + drift).not.toContain('secrets.');
    const { permissions, jobs } = parse(GITHUB_WORKFLOW);
    expect(permissions).toEqual({ contents: 'read' });
    expect(jobs.plan.permissions).toEqual({ contents: 'read', 'id-token': 'write', 'pull-requests': 'write' });
    expect(jobs.push.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    expect(jobs.push).toMatchObject({ environment: 'prod', needs: 'check' });
  });

  test('restores what it has saved', () => {
    const caches = objects(parse(GITHUB_WORKFLOW)).filter(({ uses }) => String(uses).startsWith('actions/cache/'));
    expect(caches.map(({ uses }) => uses)).toEqual(['actions/cache/restore@v4', 'actions/cache/restore@v4', 'actions/cache/save@v4']);
    const [saved] = caches.flatMap(({ uses, with: inputs }) => (String(uses).includes('save') && isJsonObject(inputs) ? [inputs] : []));
    for (const { with: inputs } of caches) {
      expect(inputs).toMatchObject({ path: saved?.['path'] });
      if (isJsonObject(inputs) && 'restore-keys' in inputs) expect(String(saved?.['key']).startsWith(String(inputs['restore-keys']))).toBe(true);
    }
  });

  describe('its comment', () => {
    const [script] = objects(parse(GITHUB_WORKFLOW)).flatMap(({ uses, with: inputs }) => (uses === 'actions/github-script@v8' && isJsonObject(inputs) ? [String(inputs['script'])] : []));
    const context = { repo: { owner: 'o', repo: 'r' }, issue: { number: 7 } };

    async function comment(plan: string, comments: readonly object[]): Promise<unknown[]> {
      const cwd = temporaryFolder({ 'plan.md': plan });
      const calls: unknown[] = [];
      const record = (name: string) => (about: object) => Promise.resolve(calls.push([name, about]));
      const issues = { listComments: 'listComments', updateComment: record('update'), createComment: record('create') };
      const github = { rest: { issues }, paginate: (list: string, about: object) => Promise.resolve(list === 'listComments' && JSON.stringify(about) === '{"owner":"o","repo":"r","issue_number":7}' ? comments : []) };
      const required = createRequire(import.meta.url);
      const requireThere = (name: string): unknown => (name === 'node:fs' ? { readFileSync: (path: string, encoding: 'utf8') => readFileSync(join(cwd, path), encoding) } : required(name));
      // As actions/github-script runs it: the body of an async function.
      const AsyncFunction: new (...names: string[]) => (...values: unknown[]) => Promise<void> = Object.getPrototypeOf(async () => undefined).constructor;
      await new AsyncFunction('github', 'context', 'require', script ?? '')(github, context, requireThere);
      return calls;
    }

    const PLAN = '<!-- aoai-policy plan: prod -->\n### Plan';

    test('is made once', async () => {
      expect(await comment(PLAN, [{ id: 1, user: { type: 'User' }, body: 'Hello' }])).toEqual([['create', { owner: 'o', repo: 'r', issue_number: 7, body: PLAN }]]);
    });

    test('is updated after that, and nobody else is written over', async () => {
      const comments = [{ id: 1, user: { type: 'User' }, body: PLAN }, { id: 2, user: { type: 'Bot' }, body: '<!-- aoai-policy plan: dev -->' }, { id: 3, user: { type: 'Bot' }, body: '<!-- aoai-policy plan: prod -->\nold' }];
      expect(await comment(PLAN, comments)).toEqual([['update', { owner: 'o', repo: 'r', comment_id: 3, body: PLAN }]]);
    });

    test('is left alone when there is nothing to say', async () => {
      expect(await comment('', [{ id: 3, user: { type: 'Bot' }, body: 'anything' }])).toEqual([]);
    });
  });
});

describe('the pipeline for Azure', () => {
  const schema = JSON.parse(readFileSync(new URL('azure-pipelines.schema.json', import.meta.url), 'utf8'));
  const problems = (text: string): string[] => {
    const ajv = new Ajv({ allErrors: true, strict: false });
    return ajv.validate(schema, parse(text)) ? [] : (ajv.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
  };

  test('has no key and no input that Azure Pipelines does not know', () => {
    expect(problems(AZURE_PIPELINE)).toEqual([]);
  });

  test.each([
    ['a key of a stage', 'dependsOn: Check', 'dependOn: Check', 'dependOn'],
    ['an input of a task', 'azureSubscription:', 'azureSubscripton:', 'azureSubscripton'],
    ['a task', 'Cache@2', 'Cashe@2', 'Cashe@2'],
    ['a strategy', 'runOnce:', 'once:', 'once'],
  ])('would not be taken with a mistake in %s', (_, right, wrong, problem) => {
    expect(problems(AZURE_PIPELINE.replaceAll(right, wrong)).length, problem).toBeGreaterThan(0);
  });

  test('stores no secret; the token of the run itself goes to the comment alone', () => {
    expect(AZURE_PIPELINE.match(/\$\(System\.AccessToken\)/gu)).toHaveLength(1);
    expect(objects(parse(AZURE_PIPELINE)).filter(({ env }) => env !== undefined)).toEqual([expect.objectContaining({ displayName: 'Comment on the pull request', env: { SYSTEM_ACCESSTOKEN: '$(System.AccessToken)' } })]);
  });

  test('restores what it has saved, whichever run it was', () => {
    const caches = objects(parse(AZURE_PIPELINE)).flatMap(({ task, inputs }) => (task === 'Cache@2' && isJsonObject(inputs) ? [inputs] : []));
    expect(caches).toHaveLength(2);
    for (const { key, restoreKeys, path } of caches) {
      expect(path).toBe('.aoai-policy');
      expect(String(key).startsWith(`${String(restoreKeys)} | `)).toBe(true);
    }
  });

  describe('its comment', () => {
    const [script] = objects(parse(AZURE_PIPELINE)).flatMap(({ bash }) => (typeof bash === 'string' ? [bash] : []));

    async function comment(plan: string, threads: readonly object[], status = 200): Promise<{ readonly calls: unknown[]; readonly stderr: string }> {
      const calls: unknown[] = [];
      const server = createServer((request, response) => {
        let body = '';
        request.on('data', (chunk) => (body += String(chunk)));
        request.on('end', () => {
          calls.push([`${request.method} ${request.url}`, request.headers.authorization, ...(body === '' ? [] : [JSON.parse(body)])]);
          response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ value: threads }));
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      onTestFinished(() => void server.close());
      const { port } = server.address() as AddressInfo;
      const env = {
        PATH: process.env['PATH'],
        SYSTEM_COLLECTIONURI: `http://127.0.0.1:${port}/org/`,
        SYSTEM_TEAMPROJECTID: 'project',
        BUILD_REPOSITORY_ID: 'repository',
        SYSTEM_PULLREQUEST_PULLREQUESTID: '7',
        SYSTEM_ACCESSTOKEN: 'token',
      };
      const { stderr } = await promisify(execFile)('bash', ['--norc', '-c', script ?? ''], { cwd: temporaryFolder({ 'plan.md': plan }), env }).catch((error: { stderr: string }) => error);
      return { calls, stderr };
    }

    const THREADS = '/org/project/_apis/git/repositories/repository/pullRequests/7/threads';
    const content = '<!-- aoai-policy plan: prod -->\n### Plan';

    test('is made once', async () => {
      expect(await comment('### Plan', [{ id: 1, comments: [{ id: 1, content: 'Hello' }] }, { id: 2, comments: [{ id: 1 }] }])).toEqual({
        calls: [[`GET ${THREADS}?api-version=7.1`, 'Bearer token'], [`POST ${THREADS}?api-version=7.1`, 'Bearer token', { comments: [{ parentCommentId: 0, commentType: 'text', content }], status: 'closed' }]],
        stderr: '',
      });
    });

    test('is updated after that', async () => {
      const { calls } = await comment('### Plan', [{ id: 3, comments: [{ id: 1, content: '<!-- aoai-policy plan: prod -->\nold' }] }]);
      expect(calls.at(-1)).toEqual([`PATCH ${THREADS}/3/comments/1?api-version=7.1`, 'Bearer token', { content }]);
    });

    test('is left alone when there is nothing to say, and says what it is not allowed', async () => {
      expect(await comment('', [])).toEqual({ calls: [], stderr: '' });
      expect((await comment('### Plan', [], 403)).stderr).toContain('GET of the comment: 403; the build service has to be allowed to contribute to pull requests');
    });
  });
});

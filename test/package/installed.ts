/** The package in a folder of its own, put there by npm itself. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { ROOT } from '../cli/built-cli.js';

const run = promisify(execFile);

/** What npm says when it can neither find a package in its cache nor reach the registry. */
const NO_NETWORK = /\b(?:ENOTCACHED|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|EHOSTUNREACH)\b/u;

/**
 * `npm install <tarball> vitest` in a project; packages come from npm's cache, which `npm ci` fills, else from the registry.
 * @returns what npm says when there is no network and the cache does not do
 * @throws Error when npm fails in another way
 */
export async function npmInstall(tarball: string, project: string): Promise<{ readonly unreachable: string | undefined }> {
  const { devDependencies }: { devDependencies: Record<string, string> } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
  const packages = [tarball, `vitest@${devDependencies['vitest'] ?? ''}`];
  try {
    await run('npm', ['install', '--prefix', project, '--prefer-offline', '--no-audit', '--no-fund', ...packages], { cwd: project });
    return { unreachable: undefined };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (NO_NETWORK.test(text)) return { unreachable: text };
    throw error;
  }
}

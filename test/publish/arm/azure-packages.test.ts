/** The Azure packages cost what the commands that use no network must not pay: they are loaded when somebody connects, and no sooner. */
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ConnectOptions } from '../../../src/publish/arm/connect-arm.js';
import type { Arm } from '../../../src/publish/arm/arm.js';
import type { Target } from '../../../src/publish/target.js';
import { SUBSCRIPTION } from './recorded-arm.js';

const ROOT = new URL('../../../', import.meta.url).pathname;

/** The module with its dependencies; the Azure packages are replaced by ones that write down that they were loaded. */
async function loaded(): Promise<{ readonly connectArm: (target: Target, options: ConnectOptions) => Promise<Arm>; readonly packages: () => readonly string[] }> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { connectArm } from './src/publish/arm/connect-arm.js'; export const packages = () => globalThis.azurePackagesLoaded ?? [];`,
      resolveDir: ROOT,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
    plugins: [{
      name: 'azure',
      setup: ({ onResolve, onLoad }) => {
        onResolve({ filter: /^@azure\// }, ({ path }) => ({ path, namespace: 'azure' }));
        onLoad({ filter: /.*/, namespace: 'azure' }, ({ path }) => ({
          contents: `
            (globalThis.azurePackagesLoaded ??= []).push(${JSON.stringify(path)});
            export class ApiManagementClient { pipeline = { removePolicy: () => [{}], addPolicy: () => {} }; }
            export class AzureCliCredential {}`,
        }));
      },
    }],
  });
  const [output] = outputFiles;
  const url = `data:text/javascript;base64,${Buffer.from(output?.text ?? '').toString('base64')}`;
  return await import(/* @vite-ignore */ url);
}

describe('Azure packages', () => {
  let module: Awaited<ReturnType<typeof loaded>>;
  const azure: Target = { environment: 'dev', cloud: 'public', subscription: SUBSCRIPTION, resourceGroup: 'rg', service: 'contoso' };

  beforeAll(async () => {
    module = await loaded();
  });

  test('none when the module is loaded, the client alone for this machine or with a ready token, both for Azure', async () => {
    expect(module.packages()).toEqual([]);
    await module.connectArm({ ...azure, endpoint: 'http://127.0.0.1:8043' }, { environmentVariables: {} });
    await module.connectArm(azure, { environmentVariables: { AOAI_POLICY_TOKEN: 'x' } });
    expect(module.packages()).toEqual(['@azure/arm-apimanagement']);
    await module.connectArm(azure, { environmentVariables: {} });
    expect([...module.packages()].sort()).toEqual(['@azure/arm-apimanagement', '@azure/identity']);
  });
});

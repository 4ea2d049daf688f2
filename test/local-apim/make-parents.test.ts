/** A service that makes what policies are attached to when a policy is asked for, so that a plan finds it. */
import { expect, onTestFinished, test } from 'vitest';
import type { LocalApim, LocalApimOptions } from '../../src/local-apim/local-apim.js';
import { startLocalApim } from '../../src/local-apim/start-local-apim.js';

async function start(options: LocalApimOptions): Promise<LocalApim> {
  const apim = await startLocalApim(options);
  onTestFinished(() => apim.close());
  return apim;
}

async function get({ endpoint, subscription, resourceGroup, service }: LocalApim, path: string): Promise<number> {
  const url = `${endpoint}/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.ApiManagement/service/${service}/${path}?api-version=2024-05-01`;
  return (await fetch(url, { headers: { authorization: 'Bearer x' } })).status;
}

test.each([
  ['apis/chat/policies/policy', ['apis/chat']],
  ['apis/chat/operations/complete/policies/policy', ['apis/chat', 'apis/chat/operations/complete']],
  ['products/gold/policies/policy', ['products/gold']],
  ['workspaces/team/policies/policy', ['workspaces/team']],
  ['apis/chat;rev=2/policies/policy', []],
  ['apis/chat', []],
])('GET %s is 404 and makes %j', async (path, made) => {
  const apim = await start({ createsParents: true });
  expect(await get(apim, path)).toBe(404);
  expect([...apim.stored().keys()].filter((stored) => stored !== 'policies/policy').sort()).toEqual(made);
  const plain = await start({});
  expect(await get(plain, path)).toBe(404);
  expect([...plain.stored().keys()]).toEqual(['policies/policy']);
});

/** Starts the local APIM: a management endpoint on this machine that behaves as reference/management-api.md says. */
import { randomUUID } from 'node:crypto';
import type { LocalApim, LocalApimOptions, StoredResource } from './local-apim.js';
import { Listener } from './listener.js';
import { openDataFolder } from './data-folder.js';
import { Operations } from './operations.js';
import { ResourceStore } from './resource-store.js';
import { seedResource } from './seed-resource.js';
import type { ServiceSettings, ServiceState } from './service-state.js';
import { storedResources } from './stored-resources.js';
import { applyWrite } from './write-resource.js';

const DEFAULTS: ServiceSettings = {
  subscription: '00000000-0000-0000-0000-000000000000',
  resourceGroup: 'local',
  service: 'local',
  sku: 'Developer',
  createsParents: false,
  operationDialect: 'location',
  operationPolls: 1,
  pageSize: 100,
  answersBareXml: false,
  ifMatchWhereAbsent: 'creates',
  armEndpoint: 'https://management.azure.com',
};

/** A service has it from birth (reference §0, 8; its text as the portal shows it for a new service). */
const FIRST_POLICY = '<policies><inbound /><backend><forward-request /></backend><outbound /><on-error /></policies>';

/**
 * Resolves when requests are taken.
 * @throws UsageError for a port or a data folder that is in use, a broken data folder, an interface that is not loopback
 */
export async function startLocalApim(options: LocalApimOptions = {}): Promise<LocalApim> {
  const settings = settingsOf(options);
  const data = options.data === undefined ? undefined : await openDataFolder(options.data);
  const store = new ResourceStore((change) => data?.record(change));
  const operations = new Operations(settings.operationPolls, (operation) => applyWrite(operation, { store, settings }));
  const service: ServiceState = { settings, store, operations };
  if (data?.content === undefined) seedResource('policies/policy', { value: FIRST_POLICY }, service);
  else store.restore(data.content.items, data.content.counter);
  const listener = new Listener(service, { ...options, settled: () => data?.settled() ?? Promise.resolve(), newRequestId: randomUUID });
  try {
    await data?.settled();
    await listener.listen();
  } catch (error) {
    await data?.close();
    throw error;
  }
  const close = async (): Promise<void> => {
    await listener.close();
    operations.settleAll();
    await data?.close();
  };
  let closing: Promise<void> | undefined;
  return {
    endpoint: listener.endpoint,
    subscription: settings.subscription,
    resourceGroup: settings.resourceGroup,
    service: settings.service,
    stored: (): ReadonlyMap<string, StoredResource> => storedResources(service),
    seed: (path, properties) => seedResource(path, properties, service),
    close: () => (closing ??= close()),
  };
}

/** The defaults, where an option is absent or undefined. */
function settingsOf(options: LocalApimOptions): ServiceSettings {
  const given = Object.fromEntries(Object.entries(options).filter(([name, value]) => Object.hasOwn(DEFAULTS, name) && value !== undefined));
  const settings = { ...DEFAULTS, ...given };
  return { ...settings, armEndpoint: settings.armEndpoint.replace(/\/+$/u, '') };
}

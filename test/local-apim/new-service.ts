/** A service without its HTTP side. */
import { Operations } from '../../src/local-apim/operations.js';
import { ResourceStore } from '../../src/local-apim/resource-store.js';
import type { ServiceSettings, ServiceState } from '../../src/local-apim/service-state.js';
import { applyWrite } from '../../src/local-apim/write-resource.js';

const SETTINGS: ServiceSettings = {
  subscription: 's', resourceGroup: 'g', service: 'n', sku: 'Developer', createsParents: false, operationDialect: 'location', operationPolls: 0,
  pageSize: 100, answersBareXml: false, ifMatchWhereAbsent: 'creates', armEndpoint: 'https://management.azure.com',
};

/** Empty; time stands still. */
export function newService(settings: Partial<ServiceSettings>): ServiceState {
  const all = { ...SETTINGS, ...settings };
  const store = new ResourceStore();
  return { settings: all, store, operations: new Operations(all.operationPolls, (operation) => applyWrite(operation, { store, settings: all }), () => 0) };
}

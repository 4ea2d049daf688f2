/** How far an operation is, by the body of an answer. Source: reference/management-api.md §0.2, §2.2. */
import { isJsonObject, type JsonObject } from '../../model/json.js';

export type OperationState = 'running' | 'failed' | 'done';

const STATES: Readonly<Record<string, OperationState>> = { succeeded: 'done', failed: 'failed', canceled: 'failed', cancelled: 'failed' };

/** Of an operation's result, which has a status at its top or below `properties`, or of a resource, which has a provisioning state where it takes time. */
export function operationState({ status, properties }: JsonObject): OperationState {
  const inner = isJsonObject(properties) ? properties : {};
  const stated = [status, inner['status'], inner['provisioningState']].find((value) => typeof value === 'string');
  return stated === undefined ? 'done' : (STATES[stated.toLowerCase()] ?? 'running');
}

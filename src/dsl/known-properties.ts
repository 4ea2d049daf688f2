/** Properties that a builder does not take are refused: policy files run without their types being checked, and what is ignored would be missed later. */
import { UsageError } from '../model/usage-error.js';
import { closestName } from '../syntax/text/closest-name.js';

/**
 * @param place what has the properties, for the message
 * @throws UsageError that names the first one that is not known
 */
export function refuseUnknownProperties(place: string, properties: object, known: readonly string[]): void {
  const unknown = Object.keys(properties).find((property) => !known.includes(property));
  if (unknown === undefined) return;
  const meant = closestName(unknown, known);
  throw new UsageError(`${place} has no property ${unknown}; ${meant === undefined ? `it has ${known.join(', ')}` : `did you mean ${meant}`}`);
}

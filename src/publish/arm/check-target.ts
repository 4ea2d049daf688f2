/** Whether what names the service may stand in a URL. */
import { UsageError } from '../../model/usage-error.js';
import type { Target } from '../target.js';

interface Rule {
  readonly part: 'subscription' | 'resourceGroup' | 'service' | 'apiVersion' | 'tenant';
  readonly pattern: RegExp;
  readonly asks: string;
}

/** Source: reference/management-api.md §2.1 (service), §1 (api-version); resource groups: general knowledge of ARM. */
const RULES: readonly Rule[] = [
  { part: 'tenant', pattern: /^[0-9a-z](?:[0-9a-z.-]*[0-9a-z])?$/iu, asks: 'write the GUID or the domain of a Microsoft Entra tenant' },
  { part: 'subscription', pattern: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu, asks: 'write its GUID, which `az account show --query id` prints' },
  { part: 'resourceGroup', pattern: /^(?:[\p{L}\p{N}_\-.()]{0,89}[\p{L}\p{N}_\-()])$/u, asks: 'write 1 to 90 letters, digits, _ - . ( ), the last one no stop' },
  { part: 'service', pattern: /^[a-z](?:[a-z0-9-]{0,48}[a-z0-9])?$/iu, asks: 'write 1 to 50 letters, digits and -, with a letter first and no - last' },
  { part: 'apiVersion', pattern: /^\d{4}-\d{2}-\d{2}(?:-preview)?$/u, asks: 'write a version of the management API, such as 2024-05-01' },
];

/** @throws UsageError with a sentence for each part that cannot be right */
export function checkTarget(target: Target): void {
  const mistakes = RULES.flatMap(({ part, pattern, asks }) => {
    const value = target[part];
    if (value === undefined || pattern.test(value)) return [];
    return [`the ${part} ${JSON.stringify(value)} of the environment ${target.environment} cannot be right; ${asks}`];
  });
  if (mistakes.length > 0) throw new UsageError(mistakes);
}

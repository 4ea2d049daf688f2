/** The service that a command is about, as people recognise it. */
import type { Target } from '../publish/target.js';
import { visibleText } from './visible-text.js';

/** `apim-prod (resource group rg-ai, subscription 1111…, public cloud, tenant contoso)`; says when it stands on this machine. */
export function targetText({ service, resourceGroup, subscription, cloud, tenant, endpoint }: Target): string {
  if (endpoint !== undefined) return visibleText(`${service} (on this machine, ${endpoint})`);
  return visibleText(`${service} (resource group ${resourceGroup}, subscription ${subscription}, ${cloud} cloud, tenant ${tenant ?? 'of the signed-in account'})`);
}

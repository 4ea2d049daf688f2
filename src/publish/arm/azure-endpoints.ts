/** Where each Azure cloud answers. Source: reference/management-api.md §3. */
import type { AzureCloud } from '../../model/azure-cloud.js';

export interface AzureEndpoints {
  /** Azure Resource Manager: an origin, without a final slash. The scope of its tokens is this with `/.default`. */
  readonly management: string;
  /** Microsoft Entra. */
  readonly authority: string;
  /** What `az cloud set --name` calls the cloud. */
  readonly cliName: string;
}

export const AZURE_ENDPOINTS: Readonly<Record<AzureCloud, AzureEndpoints>> = {
  public: { management: 'https://management.azure.com', authority: 'https://login.microsoftonline.com', cliName: 'AzureCloud' },
  'us-government': { management: 'https://management.usgovcloudapi.net', authority: 'https://login.microsoftonline.us', cliName: 'AzureUSGovernment' },
  china: { management: 'https://management.chinacloudapi.cn', authority: 'https://login.chinacloudapi.cn', cliName: 'AzureChinaCloud' },
};

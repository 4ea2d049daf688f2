/** The Azure clouds, which share no identities: a token of one is worth nothing in another. Source: reference/management-api.md, "Clouds". */

export const AZURE_CLOUDS = ['public', 'us-government', 'china'] as const;
export type AzureCloud = (typeof AZURE_CLOUDS)[number];

/** What `authentication-managed-identity resource` names for Azure OpenAI. */
export const OPENAI_AUDIENCES: Readonly<Record<AzureCloud, string>> = {
  public: 'https://cognitiveservices.azure.com',
  'us-government': 'https://cognitiveservices.azure.us',
  china: 'https://cognitiveservices.azure.cn',
};

/** Domains of services that have another one in each cloud. What all clouds share, such as the audience of storage, is left out. */
const DOMAINS: Readonly<Record<AzureCloud, readonly string[]>> = {
  public: ['cognitiveservices.azure.com', 'openai.azure.com', 'ai.azure.com', 'vault.azure.net', 'management.azure.com', 'azure-api.net'],
  'us-government': ['cognitiveservices.azure.us', 'openai.azure.us', 'ai.azure.us', 'vault.usgovcloudapi.net', 'management.usgovcloudapi.net', 'azure-api.us'],
  china: ['cognitiveservices.azure.cn', 'openai.azure.cn', 'vault.azure.cn', 'management.chinacloudapi.cn', 'azure-api.cn'],
};

/** The cloud that a host belongs to; undefined when its name does not tell. */
export function cloudOfHost(host: string): AzureCloud | undefined {
  const name = host.toLowerCase();
  return AZURE_CLOUDS.find((cloud) => DOMAINS[cloud].some((domain) => name === domain || name.endsWith(`.${domain}`)));
}

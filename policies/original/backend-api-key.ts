/**
 * One backend, called with a key from a named value.
 *
 * Re-creates AOAI_Policy-SAS_Token.xml of microsoft/AzureOpenAI-with-APIM. `append` adds the key to an `api-key` that the caller
 * sent: the backend gets both in one header and refuses the call. ../backend-api-key.ts puts it in place of the caller's.
 */
import { api, base, setBackendService, setHeader } from 'aoai-policy';

export default api('original-backend-api-key', {
  inbound: [
    base(),
    setBackendService({ backendId: 'aoai-primary-backend' }),
    setHeader({ name: 'api-key', existsAction: 'append', value: '{{aoai-api-key}}' }),
  ],
});

/** A local APIM for scenarios and pages, which all write the address that `aoai-policy local` has by itself. */
import type { LocalApim, LocalApimOptions } from '../../src/local-apim/local-apim.js';
import { startLocalApim } from '../../src/local-apim/start-local-apim.js';

/** What stands in texts for the endpoint. */
const WRITTEN_ADDRESS = '127.0.0.1:8043';

/** Whether a text speaks of one. */
export function namesLocalService(text: string): boolean {
  return text.includes(WRITTEN_ADDRESS);
}

export class LocalService {
  readonly #apim: LocalApim;
  readonly #address: string;

  private constructor(apim: LocalApim) {
    this.#apim = apim;
    this.#address = new URL(apim.endpoint).host;
  }

  static async start(options: LocalApimOptions): Promise<LocalService> {
    return new LocalService(await startLocalApim({ ...options, port: 0 }));
  }

  /** With the address that it really has. */
  toReal(text: string): string {
    return text.replaceAll(WRITTEN_ADDRESS, this.#address);
  }

  /** With the address that texts have. */
  toWritten(text: string): string {
    return text.replaceAll(this.#address, WRITTEN_ADDRESS);
  }

  /** Contents by path below the service, as files would hold them: policies as XML, everything else as JSON. */
  stored(): Map<string, string> {
    return new Map([...this.#apim.stored()].map(([path, { properties }]) => [path, fileText(properties)]));
  }

  /** Somebody else's change, as in the portal: the policy XML or the JSON properties of a resource; empty to delete it. */
  async edit(path: string, content: string): Promise<void> {
    if (content === '') return this.#remove(path);
    this.#apim.seed(path, content.trimStart().startsWith('<') ? { format: 'rawxml', value: content } : (JSON.parse(content) as Record<string, unknown>));
  }

  async #remove(path: string): Promise<void> {
    const { endpoint, subscription, resourceGroup, service } = this.#apim;
    const url = `${endpoint}/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.ApiManagement/service/${service}/${path}?api-version=2024-05-01`;
    const response = await fetch(url, { method: 'DELETE', headers: { authorization: 'Bearer local', 'if-match': '*' } });
    if (!response.ok) throw new Error(`${path} was not deleted: ${await response.text()}`);
  }

  close(): Promise<void> {
    return this.#apim.close();
  }
}

function fileText(properties: Readonly<Record<string, unknown>>): string {
  const { value } = properties;
  return typeof value === 'string' && value.trimStart().startsWith('<') ? `${value.replaceAll('\r\n', '\n').trimEnd()}\n` : `${JSON.stringify(properties, undefined, 2)}\n`;
}

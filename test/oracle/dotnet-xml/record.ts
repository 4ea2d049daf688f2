/**
 * Asks .NET's XML reader and writer about the documents of test/local-apim/content/dotnet-xml.ts and records what they say. Needs dotnet; the test
 * needs only the record. Run: npx tsx test/oracle/dotnet-xml/record.ts
 */
import { askedDocuments, DOTNET_XML_FILE } from '../../local-apim/content/dotnet-xml.js';
import { askDotnet, writeVerdicts } from '../ask-dotnet.js';

const documents = askedDocuments();
const answers = askDotnet(new URL('.', import.meta.url), documents.map((xml) => ({ xml })));
writeVerdicts(DOTNET_XML_FILE, documents.map((xml, index) => [xml, asFramework(answers[index])]));

/** .NET writes "whitespace" where .NET Framework, and with it the service, writes "white space". Source: reference/management-api.md §2.7, 2. */
function asFramework(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer).replaceAll(/(?<="error":".*)whitespace/gu, 'white space'));
}

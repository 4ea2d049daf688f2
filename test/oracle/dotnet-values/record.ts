/**
 * Asks .NET for the values of the expressions in fixtures/csharp/values.txt and records them. Needs dotnet; the test needs only the record.
 * Run: npx tsx test/oracle/dotnet-values/record.ts
 */
import { askedExpressions, VALUES_FILE } from '../../analysis/dotnet-values.js';
import { askDotnet, writeVerdicts } from '../ask-dotnet.js';

const codes = askedExpressions().map(({ code }) => code);
const answers = askDotnet(new URL('.', import.meta.url), codes.map((code) => ({ code })));
writeVerdicts(VALUES_FILE, codes.map((code, index) => [code, answers[index]]));

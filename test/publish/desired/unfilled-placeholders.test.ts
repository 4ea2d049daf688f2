import { describe, expect, test } from 'vitest';
import { SourceText } from '../../../src/model/origin.js';
import { readPolicyDocument } from '../../../src/model/read-document.js';
import { placeholdersInDocument, placeholdersInResource } from '../../../src/publish/desired/unfilled-placeholders.js';
import { parseXml } from '../../../src/syntax/xml/parse-xml.js';
import { conciseLine } from '../../project/concise.js';

function found(inbound: string): string[] {
  const source = new SourceText('a.xml', `<policies><inbound>${inbound}</inbound></policies>`);
  return placeholdersInDocument(readPolicyDocument(parseXml(source.text), source, { name: 'a' })).map((finding) => `${finding.path} ${/ holds (.*), which a/u.exec(finding.message)?.[1] ?? finding.message}`);
}

describe('marks that a deployment tool leaves behind', () => {
  test.each([
    ['of Bicep, Terraform and shells', '<set-backend-service backend-id="${backend_id}" />', 'inbound/set-backend-service[1]/@backend-id ${backend_id}'],
    ['of Replace Tokens', '<set-backend-service base-url="https://#{host}#/openai" />', 'inbound/set-backend-service[1]/@base-url #{host}#'],
    ['of Magic Chunks', '<authentication-certificate certificate-id="__CERT__" />', 'inbound/authentication-certificate[1]/@certificate-id __CERT__'],
    ['of Python, as all of a value', '<retry count="{retry_count}" />', 'inbound/retry[1]/@count {retry_count}'],
    ['in a text', '<validate-jwt><audiences><audience>${audience}</audience></audiences></validate-jwt>', 'inbound/validate-jwt[1]/audiences[1]/audience[1] ${audience}'],
    ['in C#', '<set-variable name="a" value="@(context.Request.Url.Host == "${host}")" />', 'inbound/set-variable[1]/@value ${host}'],
    ['several in one value, of which the first is named', '<set-url>https://${a}/${b}</set-url>', 'inbound/set-url[1] ${a}'],
  ])('%s', (_, inbound, finding) => {
    expect(found(inbound)).toEqual([finding]);
  });

  test.each([
    ['a named value', '<set-backend-service backend-id="{{backend-id}}" />'],
    ['the template of a URL', '<rewrite-uri template="{path}" /><rewrite-uri template="/a/{id}" />'],
    ['braces within a value', '<set-header name="a"><value>a{0}b</value></set-header>'],
    ['an interpolated text of C#', '<set-variable name="a" value="@($"${context.RequestId}")" />'],
    ['a name of C# with underscores', '<set-variable name="a" value="@((string)context.Variables["__state__"])" />'],
    ['the script of a page', '<return-response><set-body>&lt;script&gt;alert(`${name}`)&lt;/script&gt;</set-body></return-response>'],
    ['Liquid', '<set-body template="liquid">{ "a": "{{body.a}}" }</set-body>'],
  ])('are not seen in %s', (_, inbound) => {
    expect(found(inbound)).toEqual([]);
  });
});

test('marks in a resource are found however deep they are', () => {
  const origin = { file: 'backends/a/backendInformation.json', range: { start: { line: 2, column: 3, offset: 4 }, end: { line: 2, column: 3, offset: 4 } } };
  const [finding, ...others] = placeholdersInResource('the backend a', { url: 'https://a', credentials: { header: { 'api-key': ['{{key}}', '#{key}#'] } } }, origin);
  expect(others).toEqual([]);
  expect(finding && conciseLine(finding)).toBe(
    "backends/a/backendInformation.json:2:3 unfilled-placeholder: the backend a holds #{key}#, which a deployment tool is to fill in: pushed as it is, the service would keep the placeholder; use a named value, and say in 'environments' what it is where; or let the other tool fill the files in before they are read",
  );
  expect(placeholdersInResource('the named value a', null, origin)).toEqual([]);
});

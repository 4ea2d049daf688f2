import { describe, expect, test } from 'vitest';
import { isPlaceholder, looksLikePassword, looksRandom } from '../../src/analysis/secret-shapes.js';
import { secretsInText } from '../../src/analysis/secret-text.js';

describe('a generated key', () => {
  test.each(['9f2c4b7e81d05a63c7e4f019b2d86a35', 'q8Zr2LwYv5TnB7dKfHs3', 'Zk3-81mXw_72qLpR9sVt'])('is %s', (text) => {
    expect(looksRandom(text)).toBe(true);
  });

  test.each([
    ['short', 'a1b2c3d4'],
    ['words', 'chat-api-v2-westeurope'],
    ['an id', '3f2504e0-4f89-11d3-9a0c-0305e82c3301'],
    ['letters only', 'AbstractSingletonProxyFactoryBean'],
    ['digits only', '20240131123456789012'],
    ['a stand-in', 'your-api-key-goes-in-here-1234'],
    ['one character again and again', 'a1a1a1a1a1a1a1a1a1a1a1'],
    ['a sentence', 'Access denied for model 4 of 5'],
  ])('is not %s', (_, text) => {
    expect(looksRandom(text)).toBe(false);
  });
});

describe('a password', () => {
  test.each(['k7#mVq2!', 'Tr0ub4dor&3'])('is %s', (text) => {
    expect(looksLikePassword(text)).toBe(true);
  });

  test.each(['k7#m', 'two words', 'testpassword', '<password>', '{{password}}', '${password}', '********'])('is not %s', (text) => {
    expect(looksLikePassword(text)).toBe(false);
  });
});

test.each(['{{key}}', '#{key}#', '$(key)', '<key>', 'xxxxxxxx', 'CONTOSOKEY', 'changeme'])('%s stands in for a secret', (text) => {
  expect(isPlaceholder(text)).toBe(true);
});

describe('secrets in a text', () => {
  const key = 'q8Zr2LwYv5TnB7dKfHs3q8Zr2LwYv5TnB7dKfHs3q8Zr2A==';

  test('are found where they stand', () => {
    const text = `Endpoint=sb://a.example/;SharedAccessKeyName=Send;SharedAccessKey=${key}`;
    expect(secretsInText(text)).toEqual([{ kind: 'a shared access key', text: key, span: { start: text.indexOf(key), end: text.length } }]);
  });

  test.each([
    [`https://a.blob.example/b?sv=1&sig=${key.replace('==', '%3D%3D')}`, 'a SAS signature'],
    ['Server=tcp:sql.example;User ID=gateway;Password=k7#mVq2!;', 'the password of a connection string'],
    ['grant_type=client_credentials&client_secret=k7#mVq2!~x', 'a client secret'],
    [`https://a.example/api?code=${key}`, 'a key'],
    [`Bearer ${key}`, 'a bearer token'],
    ['-----BEGIN RSA PRIVATE KEY-----', 'a private key'],
  ])('%s', (text, kind) => {
    expect(secretsInText(text).map((found) => found.kind)).toEqual([kind]);
  });

  test.each([
    'Server=tcp:sql.example;Authentication=Active Directory Managed Identity;',
    'https://a.example/api?code={{code}}&key=chat',
    'Bearer error="invalid_token"',
    'Basic realm="contoso"',
    'the password is wrong; password = ',
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUA',
  ])('nothing in %s', (text) => {
    expect(secretsInText(text)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { plainHttpUrls } from '../../src/analysis/plain-http-url.js';
import { readValue } from './read-text.js';

const hosts = (text: string): string[] => plainHttpUrls(readValue(text)).map(({ host }) => host);

describe('a URL without TLS', () => {
  test.each([
    ['http://models.contoso.com/openai', 'models.contoso.com'],
    ['HTTP://8.8.8.8:8080', '8.8.8.8'],
    ['http://user@models.contoso.com', 'models.contoso.com'],
    ['@("http://models.contoso.com/" + context.Api.Id)', 'models.contoso.com'],
    ['@($"http://models.contoso.com:80/{context.Api.Id}")', 'models.contoso.com'],
  ])('%s', (text, host) => {
    expect(hosts(text)).toEqual([host]);
  });

  test.each([
    'https://models.contoso.com',
    'http://localhost:8080',
    'http://models',
    'http://models.default.svc.cluster.local',
    'http://172.20.1.1',
    'http://[::1]/a',
    'http://[fd00::1]/a',
    'http://{{host}}/a',
    'http://models.{{domain}}/a',
    'http://${host}.contoso.com',
    '@("http://" + context.Request.Url.Host)',
    '@($"http://models.{context.Deployment.Region}.contoso.com")',
    '@(context.Request.Url.ToString().Replace("http://", "https://"))',
  ])('is not %s', (text) => {
    expect(hosts(text)).toEqual([]);
  });
});

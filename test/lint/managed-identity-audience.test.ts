import { expect, test } from 'vitest';
import { lintProject } from '../../src/lint/lint-project.js';
import type { AzureCloud } from '../../src/model/azure-cloud.js';
import { readText } from '../analysis/read-text.js';

const AUDIENCE = readText('<authentication-managed-identity resource="https://cognitiveservices.azure.com" />');

function messagesIn(cloud: AzureCloud | undefined): string[] {
  return lintProject({ documents: [AUDIENCE], resources: [] }, { rules: {}, cloud }).map(({ message }) => message);
}

test('an audience has to be of the configured cloud', () => {
  expect(messagesIn('us-government')).toEqual([
    'resource "https://cognitiveservices.azure.com" is an audience of the public cloud, and the configured cloud is the US Government cloud: a token of one cloud is worth nothing in another',
  ]);
  expect(messagesIn('public')).toEqual([]);
});

test('without a configured cloud it goes with what the document names', () => {
  expect(messagesIn(undefined)).toEqual([]);
});

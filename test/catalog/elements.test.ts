import { describe, expect, test } from 'vitest';
import { allElements, elementNames, findElement, learnUrl } from '../../src/catalog/elements.js';

describe('findElement', () => {
  test('knows an attribute with its type and default', () => {
    const count = findElement('retry')?.content.attributes.find(({ name }) => name === 'count');
    expect(count).toMatchObject({ type: 'integer', required: true, expression: true, min: 1, max: 50, rangeCertainty: 'documented' });
  });

  test.each(['no-such-policy', 'toString', '__proto__', 'constructor', ''])('says nothing of %j', (name) => {
    expect(findElement(name)).toBeUndefined();
  });

  test('every policy takes an id, base takes nothing (policy-documents.md, Element ids)', () => {
    const without = allElements().filter(({ content }) => !content.attributes.some(({ name }) => name === 'id'));
    expect(without.map(({ name }) => name)).toEqual(['base']);
  });
});

test('72 elements are documented, six more are known from the XSDs', () => {
  expect(allElements().filter(({ undocumented }) => !undocumented)).toHaveLength(72);
  expect(elementNames()).toHaveLength(78);
});

test('a learn page is linked where there is one', () => {
  expect(learnUrl(findElement('retry') ?? expect.fail())).toBe('https://learn.microsoft.com/azure/api-management/retry-policy');
  expect(learnUrl(findElement('cache-value') ?? expect.fail())).toBeUndefined();
});

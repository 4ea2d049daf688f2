/** An address that the gateway is to call, without http:// or https://. */
import { isOpaque } from '../../check/opaque-text.js';
import { attributesAndTexts } from '../../analysis/attributes-and-texts.js';
import { defineRule } from '../rule.js';

/** Where policies say what the gateway calls: the attribute of the element, or its text. */
const ADDRESSES: ReadonlyMap<string, string | undefined> = new Map([
  ['set-backend-service', 'base-url'],
  ['set-url', undefined],
]);

/** A host with a dot in it or `localhost`, then a port, a path, a query or nothing. */
const BARE_ADDRESS = /^(?:localhost|[\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:[/?#].*)?$/su;

export const urlWithoutScheme = defineRule({
  id: 'url-without-scheme',
  category: 'correctness',
  severity: 'warning',
  summary: 'An address that the gateway is to call does not say https://.',
  why: 'The gateway calls absolute addresses only: API Management refuses the document, or every call fails with a 500.',
  check: ({ places }) => places.filter(({ element }) => ADDRESSES.has(element.name)).flatMap((place) => {
    const { name } = place.element;
    const attribute = ADDRESSES.get(name);
    return attributesAndTexts(place).flatMap((written) => {
      const text = written.value.text.trim();
      const isEmpty = text === '' && attribute !== undefined;
      if (written.attribute !== attribute || written.value.kind !== 'literal' || isOpaque(text) || !(isEmpty || BARE_ADDRESS.test(text))) return [];
      const start = written.value.text.indexOf(text);
      return [{
        at: written.value.originOf({ start, end: start + text.length }),
        place,
        step: written.step,
        message: `${attribute === undefined ? `the text of ${name}` : `${attribute} of ${name}`} is ${isEmpty ? 'empty' : `${text}, which names no scheme`}: APIM may refuse the document, or fail every call`,
        hint: `write https://${isEmpty ? '…' : text}`,
      }];
    });
  }),
});

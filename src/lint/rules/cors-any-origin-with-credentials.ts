/** A cors policy that lets every site call with the user's cookies. */
import { attributeOf, childrenNamed, knownLiteral, textValues } from '../../check/element-content.js';
import { defineRule } from '../rule.js';

export const corsAnyOriginWithCredentials = defineRule({
  id: 'cors-any-origin-with-credentials',
  category: 'security',
  severity: 'warning',
  summary: 'A cors policy allows every origin, and credentials with it.',
  why: "Browsers refuse the literal * beside credentials; if the gateway answers with the caller's origin instead, every web site can call the API with the user's cookies.",
  check: ({ places }) => places.flatMap((place) => {
    const { element } = place;
    if (element.name !== 'cors' || knownLiteral(element, 'allow-credentials')?.toLowerCase() !== 'true') return [];
    const origins = childrenNamed(element, 'allowed-origins').flatMap((list) => childrenNamed(list, 'origin'));
    const any = origins.find((origin) => textValues(origin).some(({ text }) => text.trim() === '*'));
    if (any === undefined) return [];
    return [{
      at: attributeOf(element, 'allow-credentials')?.origin ?? element.origin,
      place,
      step: '/@allow-credentials',
      message: "cors has allow-credentials with the origin *: browsers refuse the pair, or, when the gateway answers with the caller's origin, every site can call with the user's cookies",
      hint: 'list the origins that need credentials, or remove allow-credentials: keys in headers do not need it',
      related: [{ message: 'every origin is allowed here', at: any.origin }],
    }];
  }),
});

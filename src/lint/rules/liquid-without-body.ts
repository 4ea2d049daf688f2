/** A liquid template in a return-response. */
import { attributeOf } from '../../check/element-content.js';
import { defineRule } from '../rule.js';

export const liquidWithoutBody = defineRule({
  id: 'liquid-without-body',
  category: 'correctness',
  severity: 'warning',
  summary: 'The set-body of a return-response is a liquid template.',
  why: 'A liquid template sees an empty body there: what it takes out of the body is empty, or the text is sent as it stands.',
  check: ({ places }) => places.filter(({ element, parent }) => element.name === 'set-body' && parent?.element.name === 'return-response').flatMap((place) => {
    const template = attributeOf(place.element, 'template');
    if (template?.value.text !== 'liquid') return [];
    return [{
      at: template.origin,
      place,
      step: '/@template',
      message: 'set-body of return-response is a liquid template, which does not work there: APIM may send its text as it stands',
      hint: 'write an expression: @(new JObject(…).ToString())',
    }];
  }),
});

/** A liquid template in a return-response that reads a body. */
import { attributeOf } from '../../check/element-content.js';
import { defineRule } from '../rule.js';

/** `{{ body.name }}`, `{% for item in body.items %}`. */
const READS_BODY = /\{[{%][^}%]*\bbody\b/u;

export const liquidWithoutBody = defineRule({
  id: 'liquid-without-body',
  category: 'correctness',
  severity: 'warning',
  summary: 'The liquid template of a return-response reads the body.',
  why: 'A liquid template sees an empty body there: what it takes out of the body is empty.',
  check: ({ places }) => places.filter(({ element, parent }) => element.name === 'set-body' && parent?.element.name === 'return-response').flatMap((place) => {
    const template = attributeOf(place.element, 'template');
    if (template?.value.text !== 'liquid' || !place.element.children.some((child) => child.kind === 'text' && READS_BODY.test(child.value.text))) return [];
    return [{
      at: template.origin,
      place,
      step: '/@template',
      message: 'the liquid template of return-response reads the body, which is empty there: nothing stands in its place',
      hint: 'write an expression, which can read it: @(new JObject(…).ToString())',
    }];
  }),
});

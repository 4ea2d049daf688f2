/** What a caller sends is put into JSON as it is. */
import { attributesAndTexts } from '../../analysis/attributes-and-texts.js';
import { callerText, localDefinitions, variableDefinitions } from '../../analysis/caller-text.js';
import { jsonHoles } from '../../analysis/json-holes.js';
import { parsedExpression } from '../../model/parsed-expression.js';
import type { Expression } from '../../syntax/csharp/ast.js';
import { sourceWords } from '../source-words.js';
import { defineRule } from '../rule.js';

export const jsonByJoining = defineRule({
  id: 'json-by-joining',
  category: 'security',
  severity: 'warning',
  summary: 'Text from the caller is joined into JSON.',
  why: 'A quote or backslash in it breaks the JSON; a caller who knows how can add properties of his own.',
  check: ({ places }) => {
    let variables: ReadonlyMap<string, Expression> | undefined;
    return places.flatMap((place) => attributesAndTexts(place).flatMap(({ value, step }) => {
      if (value.kind !== 'expression' || !value.code.includes('"')) return [];
      const { code } = parsedExpression(value);
      const holes = jsonHoles(code.form === 'block' ? code.block : code.expression);
      if (holes.length === 0) return [];
      const definitions = { locals: localDefinitions(code), variables: (variables ??= variableDefinitions(places)) };
      return holes.flatMap((hole) => {
        const text = callerText(hole, definitions);
        if (text === undefined) return [];
        return [{
          at: value.originOf({ start: value.codeStart + hole.span.start, end: value.codeStart + hole.span.end }),
          place,
          step,
          message: `${text.kind === 'body' ? 'text of the request body' : sourceWords(text)} is joined into JSON as it is: a quote in it breaks the JSON, or adds to it`,
          hint: 'let JSON be made of it: new JObject(new JProperty("…", …)).ToString()',
        }];
      });
    }));
  },
});

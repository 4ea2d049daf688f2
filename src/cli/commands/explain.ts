/** `aoai-policy explain`: prints the page of a rule or check. */
import { CODE_DESCRIPTIONS } from '../../lint/code-descriptions.js';
import { UsageError } from '../../model/usage-error.js';
import { readDocs } from '../../project/docs-page.js';
import { renderMarkdown } from '../../report/render-markdown.js';
import { closestName } from '../../syntax/text/closest-name.js';
import { defineCommand } from '../command.js';
import { EXIT_CODES } from '../exit-codes.js';

export const explain = defineCommand({
  name: 'explain',
  describe: 'say what a rule or check finds, and why it matters',
  usage: '<id>',
  examples: [
    ['aoai-policy explain overlapping-priority-ranges', 'the page of a rule, with its examples'],
    ['aoai-policy explain unknown-attribute', 'of a check'],
  ],
  options: {},
  words: CODE_DESCRIPTIONS.map(({ code }) => code),
  notes: "The pages come with the package; nothing is fetched. 'aoai-policy rules' lists the ids.",
  run(paths, _, terminal) {
    const [id, ...more] = paths;
    if (id === undefined || more.length > 0) throw new UsageError("explain takes one id: 'aoai-policy explain <id>'; 'aoai-policy rules' lists them");
    const description = CODE_DESCRIPTIONS.find(({ code }) => code === id);
    if (description === undefined) {
      const near = closestName(id, CODE_DESCRIPTIONS.map(({ code }) => code));
      throw new UsageError(`there is no page about '${id}'; ${near === undefined ? "'aoai-policy rules' lists the ids" : `did you mean '${near}'?`}`);
    }
    terminal.write(renderMarkdown(readDocs(description.docs), { colors: terminal.hasColors('stdout'), width: terminal.width }));
    return Promise.resolve(EXIT_CODES.clean);
  },
});

/** `aoai-policy push`: makes a service hold what the project says. */
import { defineCommand } from '../command.js';
import { PUSH_OPTIONS } from '../push-options.js';
import { pushProject } from '../push-project.js';
import { rollBackPush } from '../roll-back-push.js';

export const push = defineCommand({
  name: 'push',
  describe: 'make a service hold what the project says, or undo that',
  usage: '[plan.json] [paths..]',
  examples: [
    ['aoai-policy push --env dev', 'shows the plan, asks, writes what differs and reads it back'],
    ['aoai-policy push prod.plan.json --yes', 'does what a saved plan says, if the service still is what the plan saw'],
    ['aoai-policy push --env prod --yes --format json', 'for CI: without asking, with a report for programs'],
    ['aoai-policy push --env prod --dry-run', 'writes nothing'],
    ['aoai-policy push --env prod --rollback', 'puts back what the last push has changed'],
  ],
  options: PUSH_OPTIONS,
  notes: [
    'Each write is conditional on what the plan saw, so that nobody\'s edit is lost. After a failure, or Ctrl-C, what was written is put back. What was there',
    'before stands in a journal below .aoai-policy, beside the configuration: --rollback reads it, and the next push continues one that was killed.',
    'Exit codes: 0 pushed, or nothing to do; 1 findings; 2 refused, failed, or answered with no. docs/publish.md says more.',
  ].join('\n'),
  run: (paths, options, terminal) => (options.rollback ? rollBackPush(paths, options, terminal) : pushProject(paths, options, terminal)),
});

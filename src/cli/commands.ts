/** The commands there are; each is loaded when it is called. */
import type { Command } from './command.js';

export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import('./commands/build.js')).build,
  completion: async () => (await import('./commands/completion.js')).completion,
  explain: async () => (await import('./commands/explain.js')).explain,
  format: async () => (await import('./commands/format.js')).format,
  init: async () => (await import('./commands/init.js')).init,
  lint: async () => (await import('./commands/lint.js')).lint,
  'print-config': async () => (await import('./commands/print-config.js')).printConfig,
  routes: async () => (await import('./commands/routes.js')).routes,
  rules: async () => (await import('./commands/rules.js')).rules,
};

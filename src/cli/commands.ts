/** The commands there are, in the order in which people come to need them; each is loaded when it is called. */
import type { Command } from './command.js';

export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./commands/init.js')).init,
  lint: async () => (await import('./commands/lint.js')).lint,
  build: async () => (await import('./commands/build.js')).build,
  format: async () => (await import('./commands/format.js')).format,
  routes: async () => (await import('./commands/routes.js')).routes,
  plan: async () => (await import('./commands/plan.js')).plan,
  push: async () => (await import('./commands/push.js')).push,
  pull: async () => (await import('./commands/pull.js')).pull,
  local: async () => (await import('./commands/local.js')).local,
  rules: async () => (await import('./commands/rules.js')).rules,
  explain: async () => (await import('./commands/explain.js')).explain,
  'print-config': async () => (await import('./commands/print-config.js')).printConfig,
  completion: async () => (await import('./commands/completion.js')).completion,
};

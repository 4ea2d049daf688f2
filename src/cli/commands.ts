/** The commands there are; each is loaded when it is called. */
import type { Command } from './command.js';

export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import('./commands/build.js')).build,
  format: async () => (await import('./commands/format.js')).format,
  lint: async () => (await import('./commands/lint.js')).lint,
  routes: async () => (await import('./commands/routes.js')).routes,
};

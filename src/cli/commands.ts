/** The commands there are; each is loaded when it is called. */
import type { Command } from './command.js';

export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import('./commands/build.js')).build,
  lint: async () => (await import('./commands/lint.js')).lint,
};

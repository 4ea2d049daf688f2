import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^aoai-policy$/, replacement: root('./src/index.ts') },
      { find: /^aoai-policy\/testing\/vitest$/, replacement: root('./src/testing/vitest.ts') },
      { find: /^aoai-policy\/testing$/, replacement: root('./src/testing/index.ts') },
    ],
  },
  // By itself vitest leaves one core to its own process, which on two cores is half of them.
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, maxWorkers: '100%' },
});

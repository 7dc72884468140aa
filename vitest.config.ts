import { defineConfig } from 'vitest/config';

/** Two kinds of fast tests: logic in Node, components in jsdom-free happy paths run in the browser suite. */
export default defineConfig({
  test: {
    include: ['test/{unit,contract,fault,fuzz}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
  },
});

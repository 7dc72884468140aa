import { defineConfig } from '@playwright/test';
import base from '../../playwright.config';

const root = new URL('../..', import.meta.url).pathname;
const servers = [base.webServer ?? []].flat();

/** `npm run pictures`: the states of the control in all looks, for people to look at. Needs `npm run build`. */
export default defineConfig({
  ...base,
  testDir: '.',
  outputDir: '../../test-results/pictures',
  timeout: 300_000,
  retries: 0,
  reporter: 'list',
  webServer: servers.map((server) => ({ ...server, cwd: root })),
  projects:
    base.projects?.map((project) => ({ ...project, testMatch: '**/*.spec.ts', testIgnore: [] })) ?? [],
});

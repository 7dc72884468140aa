// `npm run preview`: the production build under its real headers, with the emulator. Builds first where needed.
import { existsSync } from 'node:fs';
import { preview } from 'vite';

if (!existsSync('dist/app/oauth2callback.html')) {
  console.log('No production build yet: building …');
  const { buildApp } = await import('./build/app.mjs');
  await buildApp();
}
const server = await preview();
server.printUrls();

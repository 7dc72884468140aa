// `npm run test:clients -- [client …]`: published clients of Graph, unmodified, against the emulator (test/clients).
import { fileURLToPath } from 'node:url';
import { ensureClientPrograms } from './client-programs.mjs';
import { createSourceLoader } from './source-loader.mjs';

const [mode, ...parameters] = process.argv.slice(2);
let source;
try {
  if (mode !== '--inside') ensureClientPrograms();
  source = await createSourceLoader();
  process.exitCode = mode === '--inside' ? await inside(parameters) : await outside();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await source?.close();
}

async function outside() {
  const { runClients } = await source.load('/test/clients/run.ts');
  return runClients(fileURLToPath(import.meta.url), process.argv.slice(2));
}

/** The second process, where Microsoft's host names mean this computer. */
async function inside([path, npmClients, ...wanted]) {
  const { runInside } = await source.load('/test/clients/run-inside.ts');
  return (await runInside({ path, npmClients }, wanted)) ? 0 : 1;
}

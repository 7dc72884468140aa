import { readFile } from 'node:fs/promises';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { precompute } from './precompute.mjs';
import { refuseEmulator } from './refuse-emulator.mjs';
import { emitTypes } from './types.mjs';

const outDir = 'dist/lib';

/** The doors of the npm package; package.json names them under "exports". `./element` is dist/element: it holds all it needs. */
const DOORS = { index: 'src/index.ts', core: 'src/core.ts' };
const EMULATOR = { 'emulator/index': 'src/emulator/index.ts' };

/** dist/lib: the npm package, as ES modules with their types. */
export async function buildLibrary() {
  await Promise.all([emitTypes(outDir), buildDoors()]);
}

/** Two builds, so that the product and the emulator share no file. */
async function buildDoors() {
  const installed = await isInstalled();
  await build(
    options({ entry: DOORS, plugins: [react(), refuseEmulator(), precompute()], external: installed }),
  );
  await build(options({ entry: EMULATOR, chunks: 'emulator/chunks', external: installed }));
}

/** What the users of the package have installed is imported by name; what only we have (intl-messageformat) comes along. */
async function isInstalled() {
  const { dependencies, peerDependencies } = JSON.parse(await readFile('package.json', 'utf8'));
  const names = [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
  return (id) => id.startsWith('node:') || names.some((name) => id === name || id.startsWith(`${name}/`));
}

function options({ entry, external, plugins = [], chunks = 'chunks' }) {
  return {
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins,
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      sourcemap: true,
      minify: false,
      lib: { entry, formats: ['es'] },
      rolldownOptions: {
        external,
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: `${chunks}/[name]-[hash].js`,
          // Frameworks that render on a server leave this door to the browser.
          banner: ({ name, isEntry }) => (isEntry && name === 'index' ? "'use client';" : ''),
        },
      },
    },
  };
}

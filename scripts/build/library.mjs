import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { refuseEmulator } from './refuse-emulator.mjs';
import { emitTypes } from './types.mjs';

const outDir = 'dist/lib';

/** The doors of the npm package; package.json names them under "exports". */
const DOORS = { index: 'src/index.ts', core: 'src/core.ts', 'element/index': 'src/element/index.ts' };
const EMULATOR = { 'emulator/index': 'src/emulator/index.ts' };

/** dist/lib: the npm package, as ES modules with their types. Its dependencies are installed, not bundled. */
export async function buildLibrary() {
  await Promise.all([emitTypes(outDir), buildDoors()]);
}

/** Two builds, so that the product and the emulator share no file. */
async function buildDoors() {
  await build(options({ entry: DOORS, plugins: [react(), refuseEmulator()] }));
  await build(options({ entry: EMULATOR, chunks: 'emulator/chunks' }));
}

function options({ entry, plugins = [], chunks = 'chunks' }) {
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
        // Whatever is imported by name, not by path.
        external: /^[^./\0][^:]*$|^node:/,
        output: { entryFileNames: '[name].js', chunkFileNames: `${chunks}/[name]-[hash].js` },
      },
    },
  };
}

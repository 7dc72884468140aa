import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';

const emitted = 'dist/declarations';

/** Each door's declarations: what leads to React in one door does not reach the others. */
const DOORS = {
  index: 'index.d.ts',
  core: 'core.d.ts',
  element: 'element/index.d.ts',
  'emulator/index': 'emulator/index.d.ts',
};

/** Writes the declarations of the package's doors, and of nothing that no door shows. */
export async function emitTypes(outDir) {
  await compile();
  const bundle = await rolldown({
    input: Object.fromEntries(
      Object.entries(DOORS).map(([door, file]) => [`${door}.d`, join(emitted, file)]),
    ),
    external: /^[^./\0][^:]*$|^node:/,
    plugins: [dts({ dtsInput: true, sourcemap: false })],
  });
  await bundle.write({
    dir: outDir,
    entryFileNames: '[name].ts',
    chunkFileNames: 'types/[name].ts',
  });
  await rm(emitted, { recursive: true });
}

async function compile() {
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin/tsc',
  );
  const options = ['-p', 'tsconfig.build.json', '--emitDeclarationOnly', '--outDir', emitted];
  await promisify(execFile)(process.execPath, [compiler, ...options]).catch((error) => {
    throw new Error(error.stdout || error.message);
  });
}

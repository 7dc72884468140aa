import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Writes the declarations that tsconfig.build.json names, and says in them which file each import means. */
export async function emitTypes(outDir) {
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin/tsc',
  );
  const compile = promisify(execFile)(process.execPath, [
    compiler,
    '-p',
    'tsconfig.build.json',
    '--emitDeclarationOnly',
  ]);
  await compile.catch((error) => {
    throw new Error(error.stdout || error.message);
  });
  const files = await readdir(outDir, { recursive: true });
  await Promise.all(
    files.filter((file) => file.endsWith('.d.ts')).map((file) => completeImports(join(outDir, file))),
  );
}

/** Our sources leave the extension to the bundler; a project with Node's own resolution finds nothing so. */
async function completeImports(file) {
  const text = await readFile(file, 'utf8');
  const completed = text.replace(
    /(from '|import\(["'])(\.{1,2}(?:\/[^'"]*)?)(?=["'])/g,
    (_match, before, path) => {
      const isFile = existsSync(join(dirname(file), `${path}.d.ts`));
      return `${before}${isFile ? `${path}.js` : `${path}/index.js`}`;
    },
  );
  if (completed !== text) await writeFile(file, completed);
}

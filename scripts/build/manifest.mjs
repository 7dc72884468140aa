import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createVsCodeData, createWebTypes } from '../reference/editor-data.mjs';
import { createManifest } from '../reference/element-manifest.mjs';
import { readSources } from '../reference/read-sources.mjs';

/** dist/custom-elements.json, and what editors read. */
export async function buildManifest() {
  const manifest = await createManifest(process.cwd(), readSources(process.cwd()));
  const ownPackage = JSON.parse(await readFile('package.json', 'utf8'));
  await mkdir('dist', { recursive: true });
  const write = (file, value) => writeFile(`dist/${file}`, `${JSON.stringify(value, null, 2)}\n`);
  await write('custom-elements.json', manifest);
  await write('vscode.html-custom-data.json', createVsCodeData(manifest));
  await write('web-types.json', createWebTypes(manifest, ownPackage));
}

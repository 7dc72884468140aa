// `npm run build`: dist/app (the single-page application), dist/element (the files that a portal copies), dist/lib
// (the npm package) and the manifest of the element, for editors and for the reference.
import { rm } from 'node:fs/promises';
import { buildApp } from './build/app.mjs';
import { buildElement } from './build/element.mjs';
import { buildLibrary } from './build/library.mjs';
import { buildManifest } from './build/manifest.mjs';

await rm('dist', { recursive: true, force: true });
await buildApp();
await buildElement();
await buildLibrary();
await buildManifest();
console.log('Built dist/app, dist/element and dist/lib.');

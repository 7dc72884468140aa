// `npm run build`: dist/app (the single-page application), dist/element (the files that a portal copies) and
// dist/lib (the npm package).
import { rm } from 'node:fs/promises';
import { buildApp } from './build/app.mjs';
import { buildElement } from './build/element.mjs';
import { buildLibrary } from './build/library.mjs';

await rm('dist', { recursive: true, force: true });
await buildApp();
await buildElement();
await buildLibrary();
console.log('Built dist/app, dist/element and dist/lib.');

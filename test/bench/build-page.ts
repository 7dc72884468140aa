import { build } from 'vite';

/** Builds the page of a folder for production. Returns where it is. */
export async function buildPage(folder: string): Promise<string> {
  await build({
    configFile: false,
    root: folder,
    base: './',
    logLevel: 'error',
    build: {
      outDir: 'dist',
      target: 'es2022',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  });
  return `${folder}/dist`;
}

import { runModule } from './run-module.mjs';

const MODULE = /[\\/]src[\\/]locales[\\/](?:later-)?messages\.ts$/;
const FORMATTER = /[\\/]node_modules[\\/]intl-messageformat[\\/]/;
const PARSER = /^@formatjs\/icu-messageformat-parser$/;

/** Our texts are read when we build, not in every browser: 7 kB gzip of parser stay out of the first screen. */
export function precompute() {
  return {
    name: 'onedrive-control:precompute',
    enforce: 'pre',
    resolveId: {
      filter: { id: PARSER },
      handler(id, importer) {
        // Texts of a page with values in them still find the parser (src/locales/read-message.ts).
        return FORMATTER.test(importer ?? '') ? this.resolve(`${id}/no-parser.js`, importer) : undefined;
      },
    },
    load: {
      filter: { id: MODULE },
      handler: async (id) => ({
        code: `export const messages = ${JSON.stringify((await runModule(id)).messages)};`,
        moduleType: 'js',
        map: { mappings: '' },
      }),
    },
  };
}

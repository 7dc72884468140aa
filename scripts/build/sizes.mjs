import { gzipSync } from 'node:zlib';
import { staticImports } from './static-imports.mjs';

/**
 * Prints what a page loads, and when; a part that has grown past its limit fails the build.
 *
 * @param parts in the order in which they are loaded: `{ name, module, limit }`, the limit in kB (1,000 bytes) gzip.
 *   A part is the chunk of its module with all that it imports statically, less what the parts before have brought.
 */
export function sizes(title, parts) {
  return {
    name: 'onedrive-control:sizes',
    generateBundle(_options, bundle) {
      const loaded = new Set();
      const rows = parts.map(({ name, module, limit }) => {
        const chunk = Object.values(bundle).find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
        if (!chunk) this.error(`${module} has no chunk of its own, so that ${name} cannot be measured.`);
        const files = [...staticImports(chunk.fileName, bundle)].filter((file) => !loaded.has(file));
        for (const file of files) loaded.add(file);
        return { name, limit, files: files.length, size: sizeOf(files.map((file) => bundle[file])) };
      });
      console.log(table(title, rows));
      const tooLarge = rows.filter(({ size, limit }) => size > limit);
      if (tooLarge.length > 0) {
        this.error(
          `Too large: ${tooLarge.map(({ name }) => name).join(', ')}. What has come in, and can it be later()?`,
        );
      }
    },
  };
}

function sizeOf(chunks) {
  return chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0) / 1000;
}

function table(title, rows) {
  const lines = rows.map(
    ({ name, size, limit, files }) =>
      `  ${name.padEnd(34)}${size.toFixed(1).padStart(7)} of ${limit} kB gzip, ${files} file${files === 1 ? '' : 's'}`,
  );
  return [title, ...lines].join('\n');
}

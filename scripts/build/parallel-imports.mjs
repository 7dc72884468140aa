import { staticImports } from './static-imports.mjs';

const IMPORT = /\bimport\("((?:\.{1,2}\/)+)([^"]+)"\)/g;

/**
 * A chunk names the chunks that it needs itself only when it has arrived: one journey more. So each `import()` asks
 * for all of them at once. Unlike Vite's own preloading it writes nothing into the page, whose head and whose policy
 * are not ours. Needs `experimental.nativeMagicString`, which keeps the source maps right.
 */
export function parallelImports() {
  return {
    name: 'onedrive-control:parallel-imports',
    renderChunk(code, chunk, _options, { chunks, magicString }) {
      const loaded = staticImports(chunk.fileName, chunks);
      const circle = chunk.imports.find((name) => staticImports(name, chunks).has(chunk.fileName));
      // Which of them runs first would depend on which of them arrives first.
      if (circle) this.error(`${chunk.fileName} and ${circle} import each other.`);
      for (const { 0: call, 1: folder, 2: path, index } of code.matchAll(IMPORT)) {
        const target = chunk.dynamicImports.find((name) => name.endsWith(path));
        if (!target) this.error(`${chunk.fileName} imports ${path}, which is no chunk of this build.`);
        const names = [...staticImports(target, chunks)].filter((name) => !loaded.has(name));
        if (names.length === 1) continue;
        // The folder that both have in common with the importer is not part of the path.
        const imports = names.map((name) => `import("${folder}${name.slice(target.length - path.length)}")`);
        magicString.overwrite(
          index,
          index + call.length,
          `Promise.all([${imports.join(', ')}]).then(([part]) => part)`,
        );
      }
      return magicString;
    },
  };
}

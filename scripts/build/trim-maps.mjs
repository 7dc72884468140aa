import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Characters. Fluent's icons come thousands to a file, of which one line is ours. */
const LARGEST = 60_000;

/** Source maps hold their sources, but no library files of this size: the map of ten icons would be 7 MB. */
export async function trimMaps(outDir) {
  const files = await readdir(outDir, { recursive: true });
  await Promise.all(files.filter((file) => file.endsWith('.map')).map((file) => trimMap(join(outDir, file))));
}

async function trimMap(file) {
  const map = JSON.parse(await readFile(file, 'utf8'));
  const sourcesContent = map.sources.map((source, index) =>
    source.includes('node_modules/') && map.sourcesContent[index]?.length > LARGEST
      ? `// ${source.split('node_modules/').at(-1)}: too long for a source map.`
      : map.sourcesContent[index],
  );
  await writeFile(file, JSON.stringify({ ...map, sourcesContent }));
}

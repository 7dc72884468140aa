// `npm run docs`: writes what the documents take from the sources: docs/reference.md, and the parts between
// `<!-- generated: NAME -->` and `<!-- end -->`. `--check` writes nothing and fails where they differ.
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { createElementHeaders } from './reference/element-headers.mjs';
import { createManifest } from './reference/element-manifest.mjs';
import { createPolicyTables } from './reference/policy-tables.mjs';
import { readSources } from './reference/read-sources.mjs';
import { createReference } from './reference/reference-page.mjs';
import { createServerHeaders } from './reference/server-headers.mjs';
import { createSourceLoader } from './source-loader.mjs';

const root = process.cwd();
const check = process.argv.includes('--check');

const stale = [];
for (const [file, wanted] of await createDocuments()) {
  if (wanted === (await read(file))) continue;
  stale.push(file);
  if (!check) await writeFile(file, wanted);
}
if (stale.length === 0) console.log('The documents say what the sources say.');
else if (!check) console.log(`Written: ${stale.join(', ')}`);
else {
  console.error(`Not what the sources say any more: ${stale.join(', ')}. \`npm run docs\` writes them.`);
  process.exitCode = 1;
}

async function createDocuments() {
  const sources = readSources(root);
  const { messages, ...parts } = await createParts();
  const reference = createReference(await createManifest(root, sources), sources, messages);
  const filled = ['docs/deploy.md', 'docs/embedding.md'].map(async (file) => [
    file,
    await pretty(file, fill(await read(file), parts)),
  ]);
  // Its tables are too wide to be padded: it stands in .prettierignore.
  return [['docs/reference.md', `${reference}\n`], ...(await Promise.all(filled))];
}

async function createParts() {
  const loader = await createSourceLoader();
  try {
    const headers = await loader.load('/scripts/response-headers.ts');
    const { resolveCloud } = await loader.load('/src/auth/cloud.ts');
    const { hostPageDirectives } = await loader.load('/src/control/content-security-policy.ts');
    const page = headers.pageHeaders({ cloud: resolveCloud({}) });
    const cloudOf = (name) => resolveCloud({ cloud: name });
    const { en } = await loader.load('/src/locales/en.ts');
    const { laterEn } = await loader.load('/src/locales/later-en.ts');
    return {
      messages: { ...en, ...laterEn },
      ...createServerHeaders(headers, page),
      ...createElementHeaders(headers),
      ...createPolicyTables(cloudOf, hostPageDirectives),
    };
  } finally {
    await loader.close();
  }
}

function fill(text, parts) {
  return text.replace(/(<!-- generated: (\w+) -->)[^]*?(<!-- end -->)/g, (_match, start, name, end) => {
    if (!parts[name]) throw new Error(`Nothing is known that is called ${name}.`);
    return `${start}\n\n${parts[name]}\n\n${end}`;
  });
}

async function pretty(file, text) {
  return format(text, { ...(await resolveConfig(file)), parser: 'markdown' });
}

async function read(file) {
  return readFile(file, 'utf8').catch(() => '');
}

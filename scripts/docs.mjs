// `npm run docs`: writes what the documents take from the sources: docs/reference.md, docs/errors.md, the journeys of docs/features.md, and the parts between
// `<!-- generated: NAME -->` and `<!-- end -->`. `--check` writes nothing and fails where they differ.
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { createElementHeaders } from './reference/element-headers.mjs';
import { createManifest } from './reference/element-manifest.mjs';
import { createErrorsPage } from './reference/errors-page.mjs';
import { createFeaturesPage } from './reference/features-page.mjs';
import { listJourneys } from './reference/list-journeys.mjs';
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
  const { messages, errors, ...parts } = await createParts();
  const reference = createReference(await createManifest(root, sources), sources, messages);
  const filled = ['docs/deploy.md', 'docs/embedding.md'].map(async (file) => [
    file,
    await pretty(file, fill(await read(file), parts)),
  ]);
  return [
    // Their tables are too wide to be padded: they stand in .prettierignore.
    ['docs/reference.md', `${reference}\n`],
    ['docs/features.md', createFeaturesPage(await read('docs/features.md'), await listJourneys(root))],
    ['docs/errors.md', await pretty('docs/errors.md', errors)],
    ...(await Promise.all(filled)),
  ];
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
    const { codeOfSignIn } = await loader.load('/src/auth/sign-in-codes.ts');
    const { OneDriveError } = await loader.load('/src/lib/errors.ts');
    const words = await loader.load('/src/locales/explanations/index.ts');
    const messages = { ...en, ...laterEn };
    return {
      messages,
      errors: createErrorsPage(words, messages, {
        codeOf: (code) => controlCode(words.explanations, code, codeOfSignIn),
        retryOf: (code) => new OneDriveError(code).retry,
      }),
      ...createServerHeaders(headers, page),
      ...createElementHeaders(headers),
      ...createPolicyTables(cloudOf, hostPageDirectives),
    };
  } finally {
    await loader.close();
  }
}

/** Graph's codes and the browser's come with others of the control's, by what was asked. */
function controlCode({ microsoft, library }, code, codeOfSignIn) {
  if (Object.hasOwn(microsoft, code)) return codeOfSignIn(code.replace('AADSTS', ''), '');
  return Object.hasOwn(library, code) ? codeOfSignIn('', code) : undefined;
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

// The `package` gate: what `npm pack` would publish of dist, looked at without installing it. test/package installs it.
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

/** Everything that may be published; a file that fits none of these got in by mistake. */
const KNOWN = [
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|CONTRIBUTING\.md)$/,
  /^docs\/((decisions\/)?[\w-]+\.md|screenshots\/files\.png)$/,
  /^examples\/(README\.md|[\w-]+\/((src|public)\/)?[\w.-]+\.(html|css|m?js|json|md|tsx?|vue))$/,
  /^dist\/(custom-elements|vscode\.html-custom-data|web-types)\.json$/,
  /^dist\/element\/(onedrive-control|oauth2callback|chunks\/[\w.-]+)\.(js|js\.map|html)$/,
  /^dist\/lib\/(index|core|element|emulator\/index|chunks\/[\w.-]+|emulator\/chunks\/[\w.-]+|types\/[\w.-]+)\.(js|js\.map|d\.ts)$/,
];

const folder = await mkdtemp(join(tmpdir(), 'onedrive-control-pack-'));
const problems = [];
try {
  const packed = pack();
  const ownPackage = JSON.parse(await readFile('package.json', 'utf8'));
  const files = packed.files.map(({ path }) => path);
  await checkFiles(files);
  await checkLinks(files);
  checkTargets(ownPackage, new Set(files));
  const { messages } = await publint({ pkgDir: '.', strict: true });
  problems.push(...messages.map((message) => `publint: ${formatMessage(message, ownPackage)}`));
  checkTypes(join(folder, packed.filename));
  console.log(
    `${files.length} files, ${Math.round(packed.size / 1000)} kB packed, ${Math.round(packed.unpackedSize / 1000)} kB unpacked.`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

function pack() {
  const { status, stdout, stderr } = run('npm', ['pack', '--json', '--pack-destination', folder]);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout)[0];
}

async function checkFiles(files) {
  problems.push(
    ...files
      .filter((file) => !KNOWN.some((known) => known.test(file)))
      .map((file) => `unknown file: ${file}`),
  );
  const code = files.filter((file) => /\.(js|d\.ts|html)$/.test(file));
  const texts = new Map(await Promise.all(code.map(async (file) => [file, await readFile(file, 'utf8')])));
  for (const file of code.filter((path) => /\/(chunks|types)\//.test(path))) {
    const name = basename(file).replace(/\.d\.ts$/, '.js');
    const used = [...texts].some(([other, text]) => other !== file && text.includes(name));
    if (!used) problems.push(`dead file: ${file}`);
  }
  for (const file of files.filter((path) => path.endsWith('.map'))) {
    const { sources, sourcesContent = [] } = JSON.parse(await readFile(file, 'utf8'));
    if (sources.some((_source, index) => typeof sourcesContent[index] !== 'string'))
      problems.push(`source map without its sources: ${file}`);
  }
}

/** What the packed documents point to is packed with them. */
async function checkLinks(files) {
  const has = (target) => files.some((file) => file === target || file.startsWith(`${target}/`));
  for (const file of files.filter((path) => path.endsWith('.md'))) {
    const text = await readFile(file, 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link]) => link);
    for (const link of links.filter((target) => !has(join(dirname(file), target).replaceAll('\\', '/'))))
      problems.push(`dead link in ${file}: ${link}`);
  }
}

/** What package.json points to is packed. */
function checkTargets({ exports, customElements, 'web-types': webTypes }, files) {
  const targets = [
    ...Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? target : Object.values(target),
    ),
    customElements,
    webTypes,
  ];
  for (const target of targets.map((path) => path.replace(/^\.\//, '')))
    if (!files.has(target)) problems.push(`not packed, but named in package.json: ${target}`);
}

/** ES modules only: CommonJS gets them by `import()`, and the oldest resolution knows no exports. */
function checkTypes(tarball) {
  const { status, stdout } = run('attw', [tarball, '--profile', 'esm-only', '--no-color', '--no-emoji']);
  if (status !== 0) problems.push(stdout);
}

function run(program, args) {
  const windows = process.platform === 'win32';
  const path = `node_modules/.bin${windows ? ';' : ':'}${process.env.PATH}`;
  return spawnSync(program, args, { encoding: 'utf8', shell: windows, env: { ...process.env, PATH: path } });
}

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as EmulatorDoor from '../../src/emulator';
import { DEMO_CLIENT_ID } from '../../src/emulator/identity/demo-directory';
import { run } from '../support/run';
import { serveFolder } from '../support/serve-folder';

const EXAMPLES = 'examples';
const INSTALL = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'];

/** Packs the package, installs it in copies of the examples and builds them, all against one emulator: its own. */
export default async function installExamples(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'onedrive-control-package-'));
  const tarball = await pack(folder);
  const [plain, react, vue] = await Promise.all([
    installPlain(folder, tarball),
    install(folder, 'react', tarball),
    install(folder, 'vue', tarball),
  ]);
  const { startEmulator } = (await import(
    join(plain, 'node_modules/onedrive-control/dist/lib/emulator/index.js')
  )) as typeof EmulatorDoor;
  const emulator = await startEmulator({ port: 0, bytesPort: 0, strict: true });
  const authority = `${emulator.loginOrigin}/common`;
  await Promise.all([
    useEmulatorInPage(join(plain, 'index.html'), authority),
    useEmulatorInPage(join(plain, 'form.html'), authority),
    build(react, authority),
    build(vue, authority),
  ]);
  const served = await Promise.all([plain, join(react, 'dist'), join(vue, 'dist')].map(serveFolder));
  const [plainSite, reactSite, vueSite] = served.map(({ origin }) => origin);
  emulator.registerApp({
    clientId: DEMO_CLIENT_ID,
    spa: [
      `${plainSite}/onedrive/oauth2callback.html`,
      `${plainSite}/oauth2callback.html`,
      `${reactSite}/oauth2callback.html`,
      `${vueSite}/oauth2callback.html`,
    ],
  });
  Object.assign(process.env, {
    EMULATOR: emulator.loginOrigin,
    PACKAGE_FOLDER: folder,
    PLAIN_SITE: plainSite,
    REACT_SITE: reactSite,
    VUE_SITE: vueSite,
  });
  return async () => {
    await Promise.all([emulator.close(), ...served.map((site) => site.close())]);
    await rm(folder, { recursive: true, force: true });
  };
}

async function pack(folder: string): Promise<string> {
  const [packed] = JSON.parse(await run('npm', ['pack', '--json', '--pack-destination', folder], '.'));
  return join(folder, packed.filename);
}

/** A page without a bundler, whose project has the package for its files, its types and the emulator. */
async function installPlain(folder: string, tarball: string): Promise<string> {
  const place = join(folder, 'plain');
  await cp(join(EXAMPLES, 'plain'), place, { recursive: true });
  await cp('test/package/types', join(place, 'types'), { recursive: true });
  await writeFile(join(place, 'package.json'), '{ "private": true, "type": "module" }');
  const { devDependencies } = JSON.parse(await readFile('package.json', 'utf8'));
  await run('npm', [...INSTALL, tarball, `sharp@${devDependencies.sharp}`], place);
  const files = join(place, 'node_modules/onedrive-control/dist/element');
  await cp(files, join(place, 'onedrive'), { recursive: true });
  for (const file of ['oauth2callback.html', 'oauth2callback.js'])
    await cp(join(files, file), join(place, file));
  return place;
}

async function install(folder: string, example: string, tarball: string): Promise<string> {
  const place = join(folder, example);
  await cp(join(EXAMPLES, example), place, { recursive: true });
  const file = join(place, 'package.json');
  const project = JSON.parse(await readFile(file, 'utf8'));
  project.dependencies['onedrive-control'] = `file:${tarball}`;
  await writeFile(file, JSON.stringify(project));
  await run('npm', INSTALL, place);
  return place;
}

async function build(place: string, authority: string): Promise<void> {
  const settings = { clientId: DEMO_CLIENT_ID, authority };
  await writeFile(join(place, 'src/settings.ts'), `export const settings = ${JSON.stringify(settings)};`);
  await run('npm', ['run', 'build'], place);
}

async function useEmulatorInPage(page: string, authority: string): Promise<void> {
  const text = await readFile(page, 'utf8');
  const settings = `client-id="${DEMO_CLIENT_ID}" authority="${authority}"`;
  await writeFile(page, text.replace(/client-id="YOUR-CLIENT-ID"\s+tenant="YOUR-TENANT"/, settings));
}

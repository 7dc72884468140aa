import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Every test in a real browser, with the rows of the feature table that its title begins with.
 *
 * @returns `{ ids: ['F001'], file: 'browser/journey.spec.ts', title }`, the title without the ids
 */
export async function listJourneys(root) {
  const folders = (await readdir(join(root, 'test')))
    .toSorted()
    .map((name) => `test/${name}/playwright.config.ts`);
  const configs = ['playwright.config.ts', ...folders.filter((config) => existsSync(join(root, config)))];
  const lists = await Promise.all(configs.map((config) => list(root, config)));
  return lists.flat();
}

/** What one of Playwright's reports, of a list or of a run, tells of each test. */
export function readReport(report, root) {
  const folder = report.config.rootDir.slice(join(root, 'test').length + 1);
  return report.suites
    .flatMap((suite) => specsOf(suite))
    .map(({ file, title, ok }) => ({
      ...readTitle(title),
      file: join(folder, file),
      ok,
    }));
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap((suite) => specsOf(suite))];
}

function readTitle(title) {
  const [ids] = /^(F\d{3} )*/.exec(title);
  return { ids: ids.split(' ').filter((id) => id !== ''), title: title.slice(ids.length) };
}

async function list(root, config) {
  const args = ['test', '--config', config, '--list', '--reporter', 'json'];
  const child = spawn(join(root, 'node_modules/.bin/playwright'), args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
    // Neither a site that somebody works on nor a short run is a reason to leave others out.
    env: { ...process.env, SITE: undefined, LEAVE_OUT_LONG: undefined },
  });
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  const code = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  if (code !== 0) throw new Error(`Playwright could not list the tests of ${config}.`);
  return readReport(JSON.parse(Buffer.concat(output).toString()), root);
}

import type { Page } from 'playwright';
import type { Comparison } from './comparison';
import { OURS } from './contestants';
import { whyNot } from './open-list';
import { addressOf, type PartReport, type Surroundings } from './report';
import { measureSize, measureSkeleton, type SizeResult } from './size';
import { comparisonTable, table } from './tables';

/** What is loaded until something, and until the rows can be seen. */
export async function sizePart({
  origin,
  peers,
  counts,
  tell,
}: Surroundings): Promise<Omit<PartReport, 'leftOut'>> {
  tell('Size …');
  const items = Math.min(...counts);
  const ours = addressOf(origin, OURS, items);
  const skeleton = await measureSkeleton(ours);
  const hostToken = await measureSize(OURS, ours);
  const ownSignIn = await measureSize(OURS, `${ours}&way=msal`, signIn);
  const others: Record<string, SizeResult> = {};
  for (const peer of peers) {
    tell(`  ${peer.name}`);
    try {
      others[peer.name] = await measureSize(peer, addressOf(origin, peer, items));
    } catch (error) {
      tell(`    ${whyNot(error)}`);
    }
  }
  const all = { skeleton, hostToken, ownSignIn, ...others };
  const row = (what: string, result: SizeResult, size: (result: SizeResult) => number): Comparison => ({
    what,
    ours: size(result) / 1000,
    peers: Object.fromEntries(Object.entries(others).map(([name, other]) => [name, size(other) / 1000])),
    digits: 1,
  });
  const js = ({ js }: SizeResult) => js;
  const both = ({ js, css }: SizeResult) => js + css;
  const comparisons = [
    row('JS before the first skeleton', skeleton, js),
    row('JS before the first rows, token from the host', hostToken, js),
    row('JS + CSS before the first rows, token from the host', hostToken, both),
    {
      ...row('JS before the first rows, with our own sign-in', ownSignIn, js),
      unjudged: 'no peer signs in',
    },
  ];
  const files = Object.entries(all).flatMap(([name, { files }]) =>
    files.map((file) => [name, file.name, file.kind, (file.gzip / 1000).toFixed(1)]),
  );
  const text = [
    '### Size',
    comparisonTable('KB after gzip -9', comparisons, peers),
    'The peers draw nothing before all of their script is there: it stands beside our skeleton as well.',
    table(['who', 'file', 'kind', 'KB gzip'], files),
  ].join('\n\n');
  return { text, comparisons, results: all };
}

/** As a person does it, in the emulator's window. */
async function signIn(page: Page): Promise<void> {
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Connect to OneDrive' }).click();
  const window = await opened;
  await window.getByRole('button', { name: 'work@contoso.example' }).click();
  await window.getByRole('button', { name: 'Sign in' }).click();
  await window.getByRole('button', { name: 'Accept' }).click();
}

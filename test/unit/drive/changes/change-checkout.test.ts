import { describe, expect, it } from 'vitest';
import { createDriveRequests } from '../../../../src/drive';
import { changeCheckout } from '../../../../src/drive/changes';
import { createGraph } from '../../../../src/graph';
import { createThrottleGate } from '../../../../src/lib';
import { buildFile } from '../../../support/drive-items';
import { createManualEnvironment, type Answerer } from '../../../support/manual-environment';

const FILE = buildFile({ id: 'f', name: 'a.txt' });
const MINE = { level: 'checkout', versionId: '1.0', checkedOutBy: { user: { displayName: 'Alex' } } };
const THEIRS = { ...MINE, level: 'published' };
const FREE = { level: 'published', versionId: '1.0' };
const done = () => new Response(null, { status: 204 });
const refused = (status: number) => () => Response.json({ error: { code: 'x' } }, { status });
const lost = () => Promise.reject(new TypeError('Failed to fetch'));
const now = (publication: object) => () =>
  Response.json({ id: 'f', name: 'a.txt', parentReference: { driveId: 'drive' }, publication });

/** Over the real Graph layer: what counts is what goes over the wire. */
async function run(
  change: Parameters<typeof changeCheckout>[2],
  ...answers: readonly Answerer[]
): Promise<{ readonly publication: unknown; readonly sent: readonly string[] }> {
  const environment = createManualEnvironment();
  environment.answerWith((request, index) => (answers[index] ?? refused(404))(request, index));
  const graph = createGraph({
    root: 'https://graph.microsoft.com/v1.0',
    environment,
    gate: createThrottleGate(environment),
    accessTokens: { getAccessToken: async () => 'token' },
  });
  const parts = { graph, requests: createDriveRequests(graph) };
  const end = changeCheckout(parts, FILE, change).then(
    ({ publication }) => publication,
    (error: unknown) => error,
  );
  const sent = () =>
    environment.requests.map(({ init, url }) =>
      `${init.method} ${url.split('/items/')[1]?.split('?')[0]} ${typeof init.body === 'string' ? init.body : ''}`.trim(),
    );
  return { publication: await end, sent: sent() };
}

describe('a check-out', () => {
  it('is sent, and what the file is then is read, with who has it', async () => {
    const { publication, sent } = await run({ kind: 'check-out' }, done, now(MINE));
    expect(publication).toEqual({ level: 'checkout', checkedOutBy: 'Alex' });
    expect(sent).toEqual(['POST f/checkout {}', 'GET f']);
  });

  it('that was done already, or whose answer was lost, is as good', async () => {
    expect((await run({ kind: 'check-out' }, refused(423), now(MINE))).publication).toMatchObject({
      level: 'checkout',
    });
    expect((await run({ kind: 'check-out' }, lost, now(MINE))).publication).toMatchObject({
      level: 'checkout',
    });
  });

  it('of what somebody else has fails', async () => {
    expect((await run({ kind: 'check-out' }, refused(423), now(THEIRS))).publication).toMatchObject({
      code: 'locked',
    });
  });

  it('is told even where nothing can be read afterwards', async () => {
    expect((await run({ kind: 'check-out' }, done, refused(403))).publication).toEqual({ level: 'checkout' });
  });
});

describe('its end', () => {
  it('carries the comment, which discarding does not', async () => {
    expect((await run({ kind: 'check-in', comment: 'done' }, done, now(FREE))).sent).toEqual([
      'POST f/checkin {"comment":"done"}',
      'GET f',
    ]);
    expect((await run({ kind: 'discard-check-out' }, done, now(FREE))).sent).toEqual([
      'POST f/discardCheckout {}',
      'GET f',
    ]);
  });

  it('is as good where nobody has the file any more, and fails where somebody has', async () => {
    const twice = await run({ kind: 'check-in', comment: '' }, refused(400), now(FREE));
    expect(twice.publication).toEqual({ level: 'published' });
    for (const publication of [MINE, THEIRS]) {
      // oxlint-disable-next-line no-await-in-loop
      const failed = await run({ kind: 'discard-check-out' }, refused(423), now(publication));
      expect(failed.publication).toMatchObject({ code: 'locked' });
    }
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type RunningEmulator } from '../../src/emulator/node/start-emulator';
import type { HostTokenRequest } from '../../src/auth';
import { createOneDriveControl, type OneDriveControl } from '../../src/control';
import { createNodeEnvironment } from '../support/node-environment';

const WORK = 'work@contoso.example';
const PERSONAL = 'personal@outlook.example';
let emulator: RunningEmulator;
let control: OneDriveControl | undefined;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, bytesPort: 0, strict: true });
});
afterEach(async () => {
  control?.dispose();
  await admin('reset', {});
});
afterAll(() => emulator.close());

async function admin(name: string, body: unknown): Promise<void> {
  const answer = await fetch(`${emulator.loginOrigin}/_emulator/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.ok).toBe(true);
}

/** A page with its own sign-in: it keeps a token for each set of scopes, as an identity library does. */
function createPage() {
  const asked: HostTokenRequest[] = [];
  const kept = new Map<string, string>();
  let user = WORK;
  const getAccessToken = async (request: HostTokenRequest) => {
    asked.push(request);
    const scope = request.scopes.join(' ');
    const known = request.forceRefresh ? undefined : kept.get(scope);
    if (known !== undefined) return known;
    const query = new URLSearchParams({ user, scope });
    const answer = await fetch(`${emulator.loginOrigin}/_emulator/token?${query}`);
    const { access_token: token } = (await answer.json()) as { access_token: string };
    kept.set(scope, token);
    return token;
  };
  return { asked, getAccessToken, becomes: (address: string) => (user = address) };
}

function open(getAccessToken: ReturnType<typeof createPage>['getAccessToken'], scopes?: readonly string[]) {
  const environment = createNodeEnvironment();
  control = createOneDriveControl({
    getAccessToken,
    graphRoot: `${emulator.loginOrigin}/v1.0`,
    environment,
    scopes,
  });
  return control;
}

async function listed({ folder }: OneDriveControl): Promise<string[]> {
  await expect.poll(() => folder.state.get().listing.status, { timeout: 5000 }).toBe('complete');
  return folder.state.get().rows.map(({ name }) => name);
}

const refreshes = (asked: readonly HostTokenRequest[]) =>
  asked.filter(({ forceRefresh }) => forceRefresh).map(({ claims }) => claims);

describe('with the page’s own tokens', () => {
  it('a drive is listed, changed and uploaded to, each with the scopes it takes', async () => {
    const page = createPage();
    const drive = open(page.getAccessToken);
    expect(await listed(drive)).toContain('Documents');
    expect(drive.connection.get()).toMatchObject({
      state: 'connected',
      account: { name: 'Alex Wilber', username: WORK },
    });
    expect(page.asked.every(({ scopes }) => scopes.join() === 'User.Read,Files.Read')).toBe(true);

    const root = drive.folder.state.get().path.at(-1);
    if (!root) throw new Error('no root');
    const made = await drive.commands.createFolder(root, 'Made by the page');
    const file = new File(['ten bytes.'], 'ten.bin');
    const [task] = await drive.transfers.upload([{ kind: 'file', file, path: [] }], {
      driveId: made.driveId,
      id: made.id,
      name: made.name,
    });
    expect(task?.state).toMatchObject({ status: 'done', item: { name: 'ten.bin', size: 10 } });
    expect(page.asked.at(-1)?.scopes).toEqual(['User.Read', 'Files.Read', 'Files.ReadWrite']);
    expect(drive.permission.get()).toBeUndefined();
    expect(refreshes(page.asked)).toEqual([]);
  });

  it('a token that has ended is renewed once, and the listing goes on', async () => {
    const page = createPage();
    const drive = open(page.getAccessToken);
    await listed(drive);
    await admin('clock', { advance: 3 * 3600_000 });
    drive.folder.refresh();
    await expect.poll(() => refreshes(page.asked)).toEqual([undefined]);
    expect(await listed(drive)).toContain('Documents');
    expect(drive.connection.get().state).toBe('connected');
  });

  it('a token that had ended before the start is renewed, too', async () => {
    const page = createPage();
    await page.getAccessToken({ scopes: ['User.Read', 'Files.Read'], forceRefresh: false });
    await admin('clock', { advance: 3 * 3600_000 });
    expect(await listed(open(page.getAccessToken))).toContain('Documents');
    expect(refreshes(page.asked)).toEqual([undefined]);
  });

  it('a claims challenge is passed on to the page, word for word', async () => {
    const page = createPage();
    const drive = open(page.getAccessToken);
    await listed(drive);
    await admin('faults', [
      { match: { path: '/children' }, phase: 'before', effect: { kind: 'claims-challenge' } },
    ]);
    drive.folder.refresh();
    await expect.poll(() => refreshes(page.asked)).toHaveLength(1);
    const [claims = ''] = refreshes(page.asked);
    expect(JSON.parse(claims)).toHaveProperty('access_token');
    expect(await listed(drive)).toContain('Documents');
  });

  it('somebody else after connect() sees another drive, and nothing of the old one', async () => {
    const page = createPage();
    const drive = open(page.getAccessToken);
    const before = await listed(drive);
    const [{ driveId } = { driveId: '' }] = drive.folder.state.get().path;
    page.becomes(PERSONAL);
    await drive.connect();
    expect(drive.folder.state.get().rows).toEqual([]);
    expect(await listed(drive)).not.toEqual(before);
    expect(drive.connection.get()).toMatchObject({ account: { username: PERSONAL } });
    expect(drive.folder.state.get().path[0]?.driveId).not.toBe(driveId);
  });

  it('whose they are is told by the drive where the profile is closed', async () => {
    const drive = open(createPage().getAccessToken, ['Files.Read']);
    expect(await listed(drive)).toContain('Documents');
    expect(drive.connection.get()).toMatchObject({ account: { name: 'Alex Wilber' } });
  });
});

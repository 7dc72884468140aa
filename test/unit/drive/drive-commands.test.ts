import { describe, expect, it } from 'vitest';
import { createDriveCommands, createDriveRequests, type DriveItem } from '../../../src/drive';
import { createGraph } from '../../../src/graph';
import { createThrottleGate, OneDriveError } from '../../../src/lib';
import { buildFile, buildFolder } from '../../support/drive-items';
import {
  createManualEnvironment,
  type Answerer,
  type ManualEnvironment,
} from '../../support/manual-environment';

const PARENT = { driveId: 'drive', id: 'parent' };
const FILE = buildFile({ id: 'f', name: 'old.txt', eTag: '"1"', cTag: '"c1"' });
const json = (item: Partial<DriveItem> & { id: string }, status = 200) =>
  Response.json({ parentReference: { driveId: 'drive', id: 'parent' }, ...item }, { status });
const error = (status: number, code = 'x') => Response.json({ error: { code } }, { status });
const lost = () => Promise.reject(new TypeError('Failed to fetch'));

function graphOf(environment: ManualEnvironment) {
  return createGraph({
    root: 'https://graph.microsoft.com/v1.0',
    environment,
    gate: createThrottleGate(environment),
    accessTokens: { getAccessToken: async () => 'token' },
  });
}

/** The commands over the real Graph layer: what counts is what goes over the wire. */
function setUp(answers: Answerer[], authorizeWrite: () => Promise<void> = async () => undefined) {
  const environment = createManualEnvironment();
  environment.answerWith((request, index) => {
    const answer = answers[index];
    if (!answer) throw new Error(`Unexpected request: ${request.init.method} ${request.url}`);
    return answer(request, index);
  });
  const graph = graphOf(environment);
  const requests = createDriveRequests(graph);
  const told: (readonly [string, ...string[]])[] = [];
  const commands = createDriveCommands({
    graph,
    requests,
    authorizeWrite,
    tell: ({ kind, items }) => void told.push([kind, ...items.map(({ id }) => id)]),
  });
  const sent = () =>
    environment.requests.map(({ init, url, headers }) => {
      const ifMatch = headers.get('If-Match');
      const path = decodeURIComponent(url.split('/v1.0')[1]?.split('?')[0] ?? '');
      return [init.method, path, ifMatch].filter((part) => part !== null).join(' ');
    });
  /** Runs to the end, waits included. */
  const run = async <T>(promise: Promise<T>): Promise<T> => {
    promise.catch(() => undefined);
    await environment.advance(600_000);
    return promise;
  };
  return { commands, requests, environment, sent, run, told };
}

describe('creating a file', () => {
  const content = new Uint8Array([1, 2, 3]);
  const file = { name: 'New.docx', content };

  it('fails rather than replaces where the name is taken', async () => {
    const { commands, environment, sent, run, told } = setUp([() => error(409, 'nameAlreadyExists')]);
    await expect(run(commands.createFile(PARENT, file))).rejects.toMatchObject({ code: 'name-conflict' });
    expect(sent()).toEqual(['PUT /drives/drive/items/parent:/New.docx:/content']);
    expect(environment.requests[0]?.url).toContain('?@microsoft.graph.conflictBehavior=fail');
    expect(environment.requests[0]?.init.body).toEqual(content);
    expect(told).toEqual([]);
  });

  it('is looked for, and not sent again, where the answer was lost', async () => {
    const { commands, sent, run, told } = setUp([
      lost,
      () => json({ id: 'made', name: 'New.docx', size: 3, file: { mimeType: 'x' } }),
    ]);
    await expect(run(commands.createFile(PARENT, file))).resolves.toMatchObject({ id: 'made' });
    expect(sent()).toEqual([
      'PUT /drives/drive/items/parent:/New.docx:/content',
      'GET /drives/drive/items/parent:/New.docx:',
    ]);
    expect(told).toEqual([['create', 'made']]);
  });

  it('is not taken for ours where it has another size', async () => {
    const other = () => json({ id: 'other', name: 'New.docx', size: 9, file: { mimeType: 'x' } });
    const { commands, run } = setUp([lost, other]);
    await expect(run(commands.createFile(PARENT, file))).rejects.toMatchObject({ code: 'offline' });
  });

  it('needs a name that the service allows', async () => {
    const { commands, sent } = setUp([]);
    await expect(commands.createFile(PARENT, { name: 'a/b', content })).rejects.toMatchObject({
      code: 'invalid-name',
    });
    expect(sent()).toEqual([]);
  });
});

describe('creating a folder', () => {
  it('fails rather than replaces where the name is taken', async () => {
    const { commands, environment, sent, run } = setUp([() => error(409, 'nameAlreadyExists')]);
    await expect(run(commands.createFolder(PARENT, 'New'))).rejects.toMatchObject({ code: 'name-conflict' });
    expect(sent()).toEqual(['POST /drives/drive/items/parent/children']);
    expect(environment.requests[0]?.init.body).toBe(
      JSON.stringify({ name: 'New', folder: {}, '@microsoft.graph.conflictBehavior': 'fail' }),
    );
  });

  it.each([
    ['the answer is lost', lost],
    ['the service fails after it', () => error(500)],
    ['the answer is empty', () => new Response('', { status: 201 })],
  ] satisfies [string, Answerer][])(
    'looks whether it is there when %s, and sends it once',
    async (_name, answer) => {
      const { commands, sent, run } = setUp([answer, () => json({ id: 'n', name: 'New', folder: {} })]);
      await expect(run(commands.createFolder(PARENT, 'New'))).resolves.toMatchObject({ id: 'n' });
      expect(sent()).toEqual([
        'POST /drives/drive/items/parent/children',
        'GET /drives/drive/items/parent:/New:',
      ]);
    },
  );

  it('tells the first failure where it is not there, or where looking fails too', async () => {
    const absent = setUp([lost, () => error(404, 'itemNotFound')]);
    await expect(absent.run(absent.commands.createFolder(PARENT, 'New'))).rejects.toMatchObject({
      code: 'offline',
    });
    const denied = setUp([lost, () => error(403)]);
    await expect(denied.run(denied.commands.createFolder(PARENT, 'New'))).rejects.toMatchObject({
      code: 'offline',
    });
    const file = setUp([lost, () => json({ id: 'n', name: 'New', file: {} })]);
    await expect(file.run(file.commands.createFolder(PARENT, 'New'))).rejects.toMatchObject({
      code: 'offline',
    });
  });

  it('with a name that OneDrive refuses asks neither the user nor the service', async () => {
    const { commands, environment, run } = setUp([], () => Promise.reject(new Error('asked')));
    const creating = run(commands.createFolder(PARENT, 'a/b'));
    await expect(creating).rejects.toMatchObject({ code: 'invalid-name', serviceCode: 'characters' });
    expect(environment.requests).toEqual([]);
  });

  it('is not sent without the right to write', async () => {
    const { commands, environment, run } = setUp([], async () => {
      throw new OneDriveError('consent-declined');
    });
    await expect(run(commands.createFolder(PARENT, 'a'))).rejects.toMatchObject({ code: 'consent-declined' });
    expect(environment.requests).toEqual([]);
  });
});

describe('renaming', () => {
  const PATCH = 'PATCH /drives/drive/items/f';
  const GET = 'GET /drives/drive/items/f';

  it('sends the eTag that the user saw, by id, so that only the case may change', async () => {
    const { commands, sent, run } = setUp([() => json({ id: 'f', name: 'OLD.txt' })]);
    await expect(run(commands.rename(FILE, 'OLD.txt'))).resolves.toMatchObject({ name: 'OLD.txt' });
    expect(sent()).toEqual([`${PATCH} "1"`]);
  });

  it('to the same name does nothing', async () => {
    const { commands, environment, run } = setUp([]);
    await expect(run(commands.rename(FILE, 'old.txt'))).resolves.toBe(FILE);
    expect(environment.requests).toEqual([]);
  });

  it('whose answer is lost looks what the name is now', async () => {
    const done = setUp([lost, () => json({ id: 'f', name: 'new.txt' })]);
    await expect(done.run(done.commands.rename(FILE, 'new.txt'))).resolves.toMatchObject({ name: 'new.txt' });
    expect(done.sent()).toEqual([`${PATCH} "1"`, GET]);
    const undone = setUp([lost, () => json({ id: 'f', name: 'old.txt' })]);
    await expect(undone.run(undone.commands.rename(FILE, 'new.txt'))).rejects.toMatchObject({
      code: 'offline',
    });
  });

  it('goes on with the new eTag when something else than the name has changed', async () => {
    const { commands, sent, run } = setUp([
      () => error(412),
      () => json({ id: 'f', name: 'old.txt', eTag: '"2"' }),
      () => json({ id: 'f', name: 'new.txt' }),
    ]);
    await expect(run(commands.rename(FILE, 'new.txt'))).resolves.toMatchObject({ name: 'new.txt' });
    expect(sent()).toEqual([`${PATCH} "1"`, GET, `${PATCH} "2"`]);
  });

  it('looks again when the answer to that second try is lost', async () => {
    const { commands, sent, run } = setUp([
      () => error(412),
      () => json({ id: 'f', name: 'old.txt', eTag: '"2"' }),
      lost,
      () => json({ id: 'f', name: 'new.txt' }),
    ]);
    await expect(run(commands.rename(FILE, 'new.txt'))).resolves.toMatchObject({ name: 'new.txt' });
    expect(sent()).toEqual([`${PATCH} "1"`, GET, `${PATCH} "2"`, GET]);
  });

  it('leaves alone what somebody else has renamed, and asks', async () => {
    const { commands, sent, run } = setUp([() => error(412), () => json({ id: 'f', name: 'theirs.txt' })]);
    await expect(run(commands.rename(FILE, 'new.txt'))).rejects.toMatchObject({
      code: 'changed-elsewhere',
      retry: 'ask',
    });
    expect(sent()).toEqual([`${PATCH} "1"`, GET]);
  });
});

describe('removing', () => {
  const path = (id: string) => `DELETE /drives/drive/items/${id}`;
  const gone = () => new Response(null, { status: 204 });
  const folder = buildFolder({ id: 'd', name: 'Folder' });

  it('goes one by one in order; a failure stops nobody, and what is gone already is done', async () => {
    const other = buildFile({ id: 'g', name: 'g', eTag: '"7"' });
    const { commands, sent, run } = setUp([() => error(404), () => error(423), gone]);
    const outcomes = await run(commands.remove([FILE, folder, other]));
    expect(outcomes.map(({ item, error: failure }) => [item.id, failure?.code])).toEqual([
      ['f', undefined],
      ['d', 'locked'],
      ['g', undefined],
    ]);
    expect(sent()).toEqual([`${path('f')} "1"`, path('d'), `${path('g')} "7"`]);
  });

  it('is sent again after a lost answer, and finding nothing is success', async () => {
    const { commands, sent, run } = setUp([lost, () => error(404)]);
    expect(await run(commands.remove([FILE]))).toEqual([{ item: FILE }]);
    expect(sent()).toHaveLength(2);
  });

  it('goes on when only facts about the file have changed, never when its content has', async () => {
    const same = setUp([() => error(412), () => json({ id: 'f', eTag: '"2"', cTag: '"c1"' }), gone]);
    expect(await same.run(same.commands.remove([FILE]))).toEqual([{ item: FILE }]);
    expect(same.sent()).toEqual([`${path('f')} "1"`, 'GET /drives/drive/items/f', `${path('f')} "2"`]);
    const changed = setUp([() => error(412), () => json({ id: 'f', eTag: '"2"', cTag: '"c2"' })]);
    const [outcome] = await changed.run(changed.commands.remove([FILE]));
    expect(outcome?.error?.code).toBe('changed-elsewhere');
    const removed = setUp([() => error(412), () => error(404)]);
    expect(await removed.run(removed.commands.remove([FILE]))).toEqual([{ item: FILE }]);
  });

  it('of a shortcut removes the shortcut, never what it points to', async () => {
    const shortcut = buildFile({ id: 's', eTag: undefined, remoteItem: { driveId: 'other', id: 'target' } });
    const { commands, sent, run } = setUp([gone]);
    await run(commands.remove([shortcut]));
    expect(sent()).toEqual([path('s')]);
  });

  it('sends nothing more once it is aborted, and says so for each that is left', async () => {
    const controller = new AbortController();
    const { commands, environment, run } = setUp([
      () => {
        controller.abort();
        return gone();
      },
    ]);
    const outcomes = await run(commands.remove([FILE, folder], controller.signal));
    expect(outcomes[1]?.error?.code).toBe('cancelled');
    expect(environment.requests).toHaveLength(1);
  });
});

describe('the root', () => {
  it('that is not there means an account without a drive', async () => {
    const { requests, run } = setUp([() => error(404)]);
    await expect(run(requests.root())).rejects.toMatchObject({ code: 'no-drive', status: 404 });
  });

  it.each([
    { isConsented: true, code: 'no-drive', whose: 'the control signed in: there is no licence' },
    { isConsented: false, code: 'access-denied', whose: 'a token of the page may lack the scope' },
  ])('that is refused to its owner: $code, where $whose', async ({ isConsented, code }) => {
    const environment = createManualEnvironment();
    environment.answerWith(() => error(403, 'accessDenied'));
    const requests = createDriveRequests(graphOf(environment), [], isConsented);
    await expect(requests.root()).rejects.toMatchObject({ code, status: 403 });
  });

  it('of a control that is tied to a folder is that folder, and not-found without it', async () => {
    const environment = createManualEnvironment();
    environment.answerWith(() => error(404));
    const requests = createDriveRequests(graphOf(environment), ['R&D', '100%']);
    await expect(requests.root()).rejects.toMatchObject({ code: 'not-found' });
    expect(environment.requests[0]?.url).toContain('/me/drive/root:/R%26D/100%25:?$select=');
  });
});

describe('listing children', () => {
  it('asks for what rows need in pages of 200, and for no download address', async () => {
    const { requests, environment, run } = setUp([() => Response.json({ value: [{ id: '1' }] })]);
    const all: DriveItem[] = [];
    await run(
      (async () => {
        for await (const page of requests.children(PARENT)) all.push(...page);
      })(),
    );
    expect(all.map(({ id }) => id)).toEqual(['1']);
    const url = environment.requests[0]?.url ?? '';
    expect(url).toContain('/drives/drive/items/parent/children?$select=id,name,size,eTag,cTag');
    expect(url).toContain('&$expand=thumbnails&$top=200');
    expect(url).not.toContain('downloadUrl');
  });
});

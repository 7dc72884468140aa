import { ada, bob, BYTES, createWorld, GRAPH, pia, sample, type CallOptions } from '../graph-world';
import type { Asked, Json, Reply } from './graph-call';

/** A right answer of the emulator. */
export interface Sample {
  readonly title: string;
  readonly take: () => Promise<Taken>;
  /** Changes after which it is still right. */
  readonly alsoRight: readonly string[];
}

interface Taken {
  readonly asked: Asked;
  readonly reply: Reply;
}

/** A picture and a text in a folder, on the drive of a user who may be personal. */
interface Scene {
  readonly folder: Json;
  readonly picture: Json;
  readonly ask: (path: string, call?: CallOptions) => Promise<Taken>;
  readonly askBytes: (url: string, call?: CallOptions) => Promise<Taken>;
}

async function scene(personal: boolean): Promise<Scene> {
  const world = await createWorld();
  const user = personal ? { user: pia } : {};
  const graph = (path: string, call: CallOptions = {}): Promise<Reply> =>
    world.graph(path, { ...user, ...call });
  const folder = (await graph('/me/drive/root/children', { body: { name: 'a & b', folder: {} } })).json;
  const content = `/me/drive/items/${folder.id}:/c.jpg:/content`;
  const picture = (await graph(content, { method: 'PUT', body: sample(5_000) })).json;
  return {
    folder,
    picture,
    ask: async (path, call = {}) => ({
      asked: asked('graph', path.startsWith('http') ? path : `${GRAPH}/v1.0${path}`, call),
      reply: await graph(path, call),
    }),
    askBytes: async (url, call = {}) => ({
      asked: asked('bytes', url, call),
      reply: await world.bytes(url, call),
    }),
  };
}

function asked(host: Asked['host'], url: string, call: CallOptions): Asked {
  const method = call.method ?? (call.body === undefined ? 'GET' : 'POST');
  return { host, url, method, headers: new Headers(), body: call.body };
}

/** Only reading is sure to bring the download URL (protocol 1.2). */
const WRITTEN = ['without /@microsoft.graph.downloadUrl'];
/** Only work drives encode it. */
const RAW_PATH = ['with "/drive/root:/a b" for /parentReference/path'];
const DRIVE = ['createdBy', 'description', 'lastModifiedBy'];

interface More {
  readonly personal?: boolean;
  readonly alsoRight?: readonly string[];
}

function of(
  title: string,
  take: (scene: Scene) => Promise<Taken>,
  { personal = false, alsoRight = [] }: More = {},
): Sample {
  return {
    title: personal ? `${title} (personal)` : title,
    take: async () => {
      const taken = await take(await scene(personal));
      const { status, text } = taken.reply;
      if (status >= 400 !== title.startsWith('a refusal')) throw new Error(`${title}: ${status} ${text}`);
      return taken;
    },
    alsoRight,
  };
}

const at = (item: Json, rest = ''): string => `/me/drive/items/${item.id}${rest}`;
const personal = true;

const items: readonly Sample[] = [
  of('a file', ({ ask, picture }) => ask(at(picture))),
  of('a file', ({ ask, picture }) => ask(at(picture)), { personal, alsoRight: RAW_PATH }),
  of('a folder', ({ ask, folder }) => ask(at(folder))),
  of('a folder', ({ ask, folder }) => ask(at(folder)), { personal, alsoRight: RAW_PATH }),
  of('the root', ({ ask }) => ask('/me/drive/root')),
  of('the root', ({ ask }) => ask('/me/drive/root'), { personal }),
  of('a new folder', ({ ask }) => ask('/me/drive/root/children', { body: { name: 'd', folder: {} } })),
  of('an uploaded file', ({ ask }) => ask('/me/drive/root:/d.txt:/content', { method: 'PUT', body: 'x' }), {
    alsoRight: WRITTEN,
  }),
  of('a renamed file', ({ ask, picture }) => ask(at(picture), { method: 'PATCH', body: { name: 'd.jpg' } }), {
    alsoRight: WRITTEN,
  }),
  of(
    'selected properties',
    ({ ask, picture }) =>
      ask(at(picture, '?$select=id,name,size,eTag,file,parentReference,@microsoft.graph.downloadUrl')),
    { alsoRight: ['without /@odata.etag', 'without /file'] },
  ),
  of(
    'a deleted file',
    async ({ ask, picture }) => {
      await ask(at(picture), { method: 'DELETE' });
      return ask(at(picture, '?includeDeletedItems=true'));
    },
    { personal, alsoRight: RAW_PATH },
  ),
  of(
    'what comes by selection only',
    ({ ask, picture }) => ask(at(picture, '?$select=id,webDavUrl,sharepointIds,publication')),
    {
      alsoRight: ['@odata.etag', 'webDavUrl', 'sharepointIds', 'publication'].map(
        (name) => `without /${name}`,
      ),
    },
  ),
  of('an item with its children', ({ ask, folder }) => ask(at(folder, '?$expand=children'))),
];

/** A folder that a colleague shares, and a shortcut to it. */
async function shortcut({ ask }: Scene): Promise<Taken> {
  const there = await ask('/me/drive/root/children', { body: { name: 'Plans', folder: {} }, user: bob });
  const { id, parentReference } = there.reply.json;
  const rights = { scopes: ['Files.ReadWrite.All'] };
  await ask(at(there.reply.json, '/invite'), {
    body: { recipients: [ada, pia].map(({ upn }) => ({ email: upn })), roles: ['read'] },
    user: bob,
  });
  const remoteItem = { id, parentReference: { driveId: parentReference.driveId } };
  return ask('/me/drive/root/children', { body: { name: 'Plans of Bob', remoteItem }, ...rights });
}

/** What clients need to act on it is its id and its drive. */
const INSIDE = [
  'parentReference/id',
  'parentReference/name',
  'parentReference/path',
  'shared',
  'shared/owner',
  'shared/owner/user',
  'shared/owner/user/displayName',
  'shared/sharedDateTime',
];
const inside = (shortcut: string): string[] => INSIDE.map((name) => `without ${shortcut}/remoteItem/${name}`);

async function deletion({ ask, picture }: Scene): Promise<Taken> {
  const first = await ask('/me/drive/root/delta');
  await ask(at(picture), { method: 'DELETE' });
  return ask(first.reply.json['@odata.deltaLink']!);
}

const lists: readonly Sample[] = [
  of('a new shortcut', shortcut, { alsoRight: inside('') }),
  of('a new shortcut', shortcut, { personal, alsoRight: [...RAW_PATH, ...inside('')] }),
  of(
    'a page with a shortcut',
    async (place) => {
      await shortcut(place);
      return place.ask('/me/drive/root/children', { headers: { Prefer: 'Include-Feature=AddToOneDrive' } });
    },
    { alsoRight: inside('/value/') },
  ),
  of('a page of children', ({ ask, folder }) => ask(at(folder, '/children'))),
  of('a page of more', async ({ ask }) => {
    await ask('/me/drive/root/children', { body: { name: 'd', folder: {} } });
    return ask('/me/drive/root/children?$top=1');
  }),
  of('children with thumbnails', ({ ask, folder }) => ask(at(folder, '/children?$expand=thumbnails'))),
  of('all of a drive by delta', ({ ask }) => ask('/me/drive/root/delta')),
  of('all of a drive by delta', ({ ask }) => ask('/me/drive/root/delta'), {
    personal,
    alsoRight: ['with "/drive/root:/a b" for /value//parentReference/path'],
  }),
  of('a deletion by delta', deletion, { personal }),
  of('a deletion by delta', deletion, { alsoRight: ['without /value//fileSystemInfo'] }),
  of('found items', ({ ask }) => ask(`/me/drive/root/search(q='c')`), {
    alsoRight: ['without /value//@microsoft.graph.downloadUrl'],
  }),
  of('found items', ({ ask }) => ask(`/me/drive/root/search(q='c')`), {
    personal,
    alsoRight: [
      'without /value//@microsoft.graph.downloadUrl',
      'with "/drive/root:/a b" for /value//parentReference/path',
    ],
  }),
];

const drives: readonly Sample[] = [
  of('a drive', ({ ask }) => ask('/me/drive'), { alsoRight: DRIVE.map((name) => `without /${name}`) }),
  of('a drive', ({ ask }) => ask('/me/drive'), {
    personal,
    alsoRight: DRIVE.map((name) => `without /${name}`),
  }),
  of('a quota', ({ ask }) => ask('/me/drive?$select=quota')),
  // Only one's own drive is sure to tell its quota (protocol 1.1).
  of('the drives', ({ ask }) => ask('/me/drives'), {
    alsoRight: [...DRIVE, 'quota'].map((name) => `without /value//${name}`),
  }),
  // Unlike items, users tell what they lack as null.
  of('a user', ({ ask }) => ask('/me'), {
    alsoRight: [
      ...['jobTitle', 'mobilePhone', 'officeLocation', 'preferredLanguage'].map(
        (name) => `with "text" for /${name}`,
      ),
      ...['givenName', 'mail', 'surname'].map((name) => `with null for /${name}`),
    ],
  }),
];

const bytes: readonly Sample[] = [
  of('thumbnails', ({ ask, picture }) => ask(at(picture, '/thumbnails'))),
  of('thumbnails of one size', ({ ask, picture }) => ask(at(picture, '/thumbnails?$select=c30x40_crop'))),
  of('a preview', ({ ask, picture }) => ask(at(picture, '/preview'), { body: {} }), {
    alsoRight: ['with "text" for /postParameters'],
  }),
  of(
    'views',
    async ({ ask, askBytes, picture }) => {
      const { reply } = await ask(at(picture));
      await askBytes(reply.json['@microsoft.graph.downloadUrl']);
      return ask(at(picture, '/analytics/allTime'));
    },
    // Nobody may have viewed it.
    { alsoRight: ['without /access'] },
  ),
  of('one thumbnail', ({ ask, picture }) => ask(at(picture, '/thumbnails/0/large'))),
  of('an upload session', ({ ask }) => ask('/me/drive/root:/d.bin:/createUploadSession', { body: {} })),
  of('the state of an upload', async ({ ask, askBytes }) => {
    const { reply } = await ask('/me/drive/root:/d.bin:/createUploadSession', { body: {} });
    return askBytes(reply.json.uploadUrl);
  }),
  of(
    'the last range of an upload',
    async ({ ask, askBytes }) => {
      const { reply } = await ask('/me/drive/root:/d.bin:/createUploadSession', { body: {} });
      const headers = { 'Content-Range': 'bytes 0-9/10' };
      return askBytes(reply.json.uploadUrl, { method: 'PUT', body: sample(10), headers });
    },
    { alsoRight: WRITTEN },
  ),
];

const OPERATION = ['without /operation'];

const copies: readonly Sample[] = [
  of('a copy under way', async (place) => place.askBytes(await copy(place, 'd.jpg')), {
    alsoRight: OPERATION,
  }),
  of('a finished copy', async (place) => finished(place, await copy(place, 'd.jpg')), {
    alsoRight: OPERATION,
  }),
  of('a copy that failed', async (place) => finished(place, await copy(place, 'c.jpg')), {
    alsoRight: OPERATION,
  }),
];

async function copy({ ask, picture }: Scene, name: string): Promise<string> {
  const { reply } = await ask(at(picture, '/copy'), { body: { name } });
  return reply.headers.get('location') ?? '';
}

async function finished({ askBytes }: Scene, monitor: string): Promise<Taken> {
  await askBytes(monitor);
  return askBytes(monitor);
}

const READER = { recipients: [{ email: 'guest@fabrikam.example' }], roles: ['read'] };
/** Whoever reads permissions can count on roles and on what kind they are, hardly on more. */
const OF_PEOPLE = [
  ...['grantedTo', 'grantedToV2'].flatMap((name) => [name, `${name}/user/email`, `${name}/user/id`]),
  'invitation',
  'invitation/signInRequired',
  'invitation/invitedBy',
  ...['', '/displayName', '/email', '/id'].map((name) => `invitation/invitedBy/user${name}`),
];
const LASTING_A_YEAR = { type: 'view', expirationDateTime: '2027-11-02T10:00:00Z' };
const OF_GRANTED = ['grantedToIdentities', 'grantedToIdentitiesV2'].flatMap((name) => [
  name,
  `${name}//user/email`,
  `${name}//user/id`,
]);
const OF_LINKS = ['shareId', 'hasPassword', 'link/scope', 'link/preventsDownload'];

const sharing: readonly Sample[] = [
  of('a link', ({ ask, picture }) => ask(at(picture, '/createLink'), { body: { type: 'view' } }), {
    alsoRight: OF_LINKS.map((name) => `without /${name}`),
  }),
  of('a link that ends', ({ ask, picture }) => ask(at(picture, '/createLink'), { body: LASTING_A_YEAR }), {
    alsoRight: ['expirationDateTime', ...OF_LINKS].map((name) => `without /${name}`),
  }),
  of(
    'permissions by a link',
    async ({ ask, picture }) => {
      const { reply } = await ask(at(picture, '/createLink'), { body: { type: 'view', scope: 'users' } });
      return ask(`/shares/${reply.json.shareId}/permission/grant`, { body: READER });
    },
    { alsoRight: [...OF_LINKS, ...OF_GRANTED].map((name) => `without /value//${name}`) },
  ),
  of('a share', async ({ ask, picture }) => {
    const { reply } = await ask(at(picture, '/createLink'), { body: { type: 'view' } });
    return ask(`/shares/${reply.json.shareId}`);
  }),
  of('special folders', async ({ ask }) => {
    await ask('/me/drive/special/music/children', { body: { name: 'd', folder: {} } });
    return ask('/me/drive/special');
  }),
  of(
    'an invitation that found not everybody',
    ({ ask, picture }) => {
      const recipients = [{ objectId: 'nobody' }, ...READER.recipients];
      return ask(at(picture, '/invite'), { body: { ...READER, recipients } });
    },
    { alsoRight: OF_PEOPLE.map((name) => `without /value//${name}`) },
  ),
];

const errors: readonly Sample[] = [
  of('a refusal of Graph', ({ ask }) => ask('/me/drive/root:/nothing')),
  of('a refusal of Graph with an inner code', ({ ask }) => ask('/me/drive/root/children?$top=0'), {
    alsoRight: ['without /error/innerError/code'],
  }),
  of(
    'a refusal of the bytes host',
    ({ askBytes }) => askBytes(`${BYTES}/_api/v2.0/drives/x/items/y/uploadSession?tempauth=z`),
    { alsoRight: ['without /error/innererror'] },
  ),
];

export const answerSamples: readonly Sample[] = [
  ...items,
  ...lists,
  ...drives,
  ...bytes,
  ...copies,
  ...sharing,
  ...errors,
];

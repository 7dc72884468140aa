import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  routesOfDrives,
  routesOfItems,
  routesOfShares,
  serviceRoutes,
} from '../../src/emulator/graph/routes';
import { siteRoutes } from '../../src/emulator/graph/sites/site-routes';
import { buildRequest } from './support/graph-call';
import { createWorld, GRAPH, team, type TestWorld } from './graph-world';

const SCOPES = [
  'User.Read',
  'Files.ReadWrite.All',
  'Sites.ReadWrite.All',
  'Group.Read.All',
  'Team.ReadBasic.All',
];
const RUNS = { numRuns: 60, seed: 20_261_122 };

interface Named {
  readonly method: string;
  readonly path: string;
}
const tables: readonly { readonly below: readonly string[]; readonly routes: readonly Named[] }[] = [
  { below: [''], routes: serviceRoutes },
  { below: [`/groups/${team.id}/sites/root`, '/sites/root', '/sites/a:/b:'], routes: siteRoutes },
  { below: ['/me/drive', `/groups/${team.id}/drive`, '/drives/x'], routes: routesOfDrives },
  {
    below: ['/me/drive/root:/F/a.txt:', '/me/drive/root', '/me/drive/root:/F:', '/me/drive/special/photos'],
    routes: routesOfItems,
  },
  { below: ['/shares/SHARE/driveItem', '/shares/SHARE/root:/a.txt:'], routes: routesOfShares },
];
const targetsAt = (places: number) =>
  tables.flatMap(({ below, routes }) =>
    routes.flatMap(({ method, path }) => below.slice(0, places).map((place) => ({ method, path, place }))),
  );
const takesBody = ({ method }: Named): boolean => method !== 'GET' && method !== 'DELETE';

const ODD_TEXTS = [
  '',
  '.',
  '..',
  '\ud800',
  'path:"\udfff"',
  'a/../b',
  "'",
  '%',
  '\0',
  'root',
  '__proto__',
  'u!',
  's!',
  'b.txt',
  '2026-01-01',
  'Infinity',
  'rename',
  '/../../me',
  'NOT '.repeat(20_000),
  '('.repeat(20_000),
];
const oddText = fc.oneof(
  fc.constantFrom(...ODD_TEXTS),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('a', 'b', '1', 'é', ' '), minLength: 1, maxLength: 8 }),
);
const oddValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    oddText,
    fc.constantFrom<unknown>(null, true, -1, 0.5, 1e300, Number.MAX_SAFE_INTEGER),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(
    fc.oneof(fc.constantFrom('id', 'name', 'email', '__proto__'), oddText),
    tie('value'),
    {
      maxKeys: 3,
    },
  ),
})).value;

type Body = (text: string, value: unknown) => unknown;

const inRecipients: readonly Body[] = [
  (text) => ({ recipients: [{ email: `${text}@x.example` }], roles: ['read'], message: text }),
  (text) => ({ recipients: [{ email: text }], roles: ['write'] }),
  (text, value) => ({ recipients: [{ alias: text }, value], roles: ['read'], expirationDateTime: text }),
];
const inPermissions: readonly Body[] = [
  (text) => ({ roles: [text] }),
  (text, value) => ({ roles: ['read'], expirationDateTime: text, password: value }),
];
/** What routes take, by the last word of their path, with something odd in one place. */
const bodies: Readonly<Record<string, readonly Body[]>> = {
  '': [
    (text) => ({ name: text, '@microsoft.graph.conflictBehavior': 'rename' }),
    (text) => ({ name: text, parentReference: { id: text, driveId: text, path: text } }),
    (text, value) => ({ description: text, fileSystemInfo: { createdDateTime: text, extra: value } }),
    (text) => ({ name: text, '@microsoft.graph.sourceUrl': text }),
  ],
  children: [(text) => ({ name: text, folder: {}, '@microsoft.graph.conflictBehavior': 'rename' })],
  copy: [
    (text) => ({ name: text }),
    (text, value) => ({ childrenOnly: value, parentReference: { driveId: text, id: text } }),
  ],
  createuploadsession: [
    (text, value) => ({
      item: { name: text, '@microsoft.graph.conflictBehavior': text },
      deferCommit: value,
    }),
    (_, value) => ({ item: { fileSize: value } }),
  ],
  createlink: [
    (text, value) => ({ type: text, scope: 'anonymous', password: text, expirationDateTime: value }),
    (text) => ({ type: 'view', scope: 'users', recipients: [{ email: `${text}@x.example` }] }),
  ],
  invite: inRecipients,
  grant: inRecipients,
  permissions: inPermissions,
  preview: [(text, value) => ({ page: text, zoom: value })],
  checkin: [(text, value) => ({ comment: text, checkInAs: value })],
  query: [
    (text) => ({ requests: [{ entityTypes: ['driveItem'], query: { queryString: text } }] }),
    (text) => ({ requests: [{ entityTypes: ['driveItem'], query: { queryString: `path:"${text}"` } }] }),
    (_, value) => ({ requests: [{ entityTypes: ['driveItem'], query: { queryString: 'a' }, size: value }] }),
  ],
  $batch: [
    (text, value) => ({
      requests: [{ id: '1', method: 'GET', url: text, headers: { [text]: 'x' }, body: value }],
    }),
    (text, value) => ({
      requests: [{ id: text, method: 'PUT', url: `/me/drive/root:/${text}`, body: value }],
    }),
  ],
};

const asItIs: Body = (_, value) => value;

function bodiesOf({ path }: Named): readonly Body[] {
  const word =
    path
      .replace(/\/\{\}$/, '')
      .split('/')
      .at(-1) ?? '';
  return [...(bodies[word] ?? []), asItIs];
}

const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '�'));
const oddSegment = fc.oneof(oddText.map(encoded), fc.constantFrom('%', '%ff', '%2F..%2F', 'a:', ':', '()'));
const oddQuery = fc
  .tuple(
    fc.constantFrom('$top', '$skiptoken', '$orderby', '$select', '$expand', '$filter', 'token', 'format'),
    fc.oneof(
      oddSegment,
      fc.constantFrom('-1', '1e9', 'children($expand=children)', 'name desc,', 'permissions', 'pdf'),
      oddText.map((text) => encoded(btoa(encoded(text)))),
    ),
  )
  .map((pair) => pair.join('='));

const request = fc.constantFrom(...targetsAt(Infinity)).chain((target) =>
  fc.record({
    target: fc.constant(target),
    inside: oddSegment,
    more: fc.oneof({ weight: 9, arbitrary: fc.constant('') }, oddSegment),
    query: fc.array(oddQuery, { maxLength: 2 }),
    body: fc
      .tuple(fc.constantFrom(...bodiesOf(target)), oddText, oddValue)
      .map(([body, text, value]) => JSON.stringify(body(text, value))),
  }),
);

type Asked = typeof request extends fc.Arbitrary<infer T> ? T : never;

let world: TestWorld;
let share: string;

beforeEach(async () => {
  world = await createWorld();
  share = await prepare();
});
afterEach(() => vi.restoreAllMocks());

/** A file, its folder and a link to it are there, whatever has been done before. */
async function prepare(): Promise<string> {
  const call = { scopes: SCOPES };
  const { json } = await world.graph('/me/drive/root:/F/a.txt:/content', {
    ...call,
    method: 'PUT',
    body: 'x',
  });
  const body = { type: 'edit', scope: 'anonymous' };
  return (await world.graph(`/me/drive/items/${json.id}/createLink`, { ...call, body })).json.shareId;
}

/** The status of the answer, which is no error of the emulator’s own. */
async function send({ target, inside, more, query, body }: Asked): Promise<number> {
  const { method, place } = target;
  const path = target.path.replaceAll('{}', inside).replace('()', `(q='${inside}')`);
  const url = `${GRAPH}/v1.0${place.replace('SHARE', share)}/${path}/${more}?${query.join('&')}`;
  const headers = { Authorization: 'Bearer t', 'Content-Type': 'application/json' };
  const errors = vi.spyOn(console, 'error').mockReturnValue();
  const { status } = await world.service.handleGraph(
    buildRequest(url, { method, headers, ...(takesBody(target) ? { body } : {}) }),
  );
  expect(status, `${method} ${url} ${body}: ${String(errors.mock.lastCall?.[0])}`).not.toBe(500);
  return status;
}

test.each(ODD_TEXTS.map((text) => [JSON.stringify(text).slice(0, 20), text]))(
  'no place in a body may hold %s and lead to an error of the emulator’s own',
  async (_, text) => {
    for (const target of targetsAt(1).filter(takesBody)) {
      for (const body of bodiesOf(target)) {
        const asked = { target, inside: 'a', more: '', query: [], body: JSON.stringify(body(text, text)) };
        if ((await send(asked)) < 300) share = await prepare();
      }
    }
  },
);

test('whatever is sent is answered or refused, and never an error of the emulator’s own', async () => {
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 12 }), async (requests) => {
      share = await prepare();
      for (const asked of requests) statuses.add(await send(asked));
    }),
    RUNS,
  );
  // Else it would only show that what is odd is refused at the door.
  expect([...statuses]).toEqual(expect.arrayContaining([200, 201, 204, 400, 404]));
});

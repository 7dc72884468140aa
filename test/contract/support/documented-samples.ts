import { GRAPH } from '../graph-world';
import type { Sample } from './answer-samples';
import type { Asked, Reply } from './graph-call';

/** A right answer as the documentation shows it, in the shapes of protocol.md. */
function documented(
  title: string,
  [method, path, status, sent]: readonly [string, string, number, object?],
  body: object,
  alsoRight: readonly string[] = [],
): Sample {
  const url = `${GRAPH}/v1.0${path}`;
  const asked: Asked = { host: 'graph', method, url, headers: new Headers(), body: sent };
  return {
    title: `${title} (as documented)`,
    take: async () => ({ asked, reply: reply(status, body) }),
    alsoRight,
  };
}

function reply(status: number, body: object): Reply {
  const headers = new Headers({
    'Content-Type':
      'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
    'request-id': '4c8e1c3b-6d0f-4d0e-9d5e-0d4a8b2f6c11',
    'client-request-id': '4c8e1c3b-6d0f-4d0e-9d5e-0d4a8b2f6c11',
    'x-ms-ags-diagnostic': '{"ServerInfo":{"DataCenter":"West Europe","Slice":"E","Ring":"5"}}',
    Date: 'Mon, 02 Nov 2026 10:00:00 GMT',
    'OData-Version': '4.0',
    'Cache-Control': 'no-store',
  });
  return { status, headers, text: JSON.stringify(body), json: body as Reply['json'] };
}

const context = (of: string): object => ({ '@odata.context': `${GRAPH}/v1.0/$metadata#${of}` });
const without = (...pointers: string[]): string[] => pointers.map((pointer) => `without ${pointer}`);

const ITEM = '01OWCAPBJUA6YKG2IL6NEKYTMIWORJUTKZ';
const DRIVE = `b!${'a1B2c3D4'.repeat(8)}`;
const SITE =
  'contoso.sharepoint.com,2c712604-1370-44e7-a1f5-426573fda80a,2d2244c3-251a-49ea-93a8-39e1c3a060fe';
const at = '2026-11-02T10:00:00Z';
const ada = { user: { displayName: 'Ada Work', id: '11111111-1111-4111-8111-111111111111' } };
const item = `/me/drive/items/${ITEM}`;

const versions: readonly Sample[] = [
  documented('versions', ['GET', `${item}/versions`, 200], {
    ...context('versions'),
    value: [{ id: '2.0', lastModifiedBy: ada, lastModifiedDateTime: at, size: 12 }],
  }),
  documented('a version', ['GET', `${item}/versions/1.0`, 200], {
    ...context('versions/$entity'),
    id: '1.0',
    lastModifiedBy: ada,
    lastModifiedDateTime: at,
    size: 12,
  }),
];

const link = {
  id: 'c2hhcmluZw',
  roles: ['write'],
  shareId: 'u!aHR0cHM6Ly9jb250b3NvLnNoYXJlcG9pbnQuY29t',
  hasPassword: false,
  link: {
    type: 'edit',
    scope: 'organization',
    webUrl: 'https://contoso-my.sharepoint.com/:t:/g/personal/ada_contoso_com/EaBcDeFgHiJ',
    preventsDownload: false,
  },
};
const grant = { id: 'Z3JhbnQ', roles: ['owner'], grantedToV2: ada, grantedTo: ada };
const inLink = ['scope', 'preventsDownload'];

const sharing: readonly Sample[] = [
  documented(
    'a sharing link',
    ['POST', `${item}/createLink`, 201],
    { ...context('permission'), ...link },
    without('/shareId', '/hasPassword', ...inLink.map((name) => `/link/${name}`)),
  ),
  documented(
    'permissions',
    ['GET', `${item}/permissions`, 200],
    { ...context('permissions'), value: [link, grant] },
    without(
      '/value//shareId',
      '/value//hasPassword',
      '/value//grantedTo',
      '/value//grantedTo/user/id',
      '/value//grantedToV2/user/id',
      ...inLink.map((name) => `/value//link/${name}`),
    ),
  ),
  documented(
    'a shared item',
    ['GET', '/shares/u!aHR0cHM6Ly9jb250b3Nv', 200],
    {
      ...context('shares/$entity'),
      id: 'u!aHR0cHM6Ly9jb250b3Nv',
      name: 'a.txt',
      owner: ada,
      webUrl: 'https://contoso-my.sharepoint.com/personal/ada_contoso_com/Documents/a.txt',
    },
    without('/webUrl'),
  ),
  documented(
    'what is shared with me',
    ['GET', '/me/drive/sharedWithMe', 200],
    {
      ...context('Collection(driveItem)'),
      value: [
        {
          id: ITEM,
          name: 'a.txt',
          webUrl: 'https://contoso-my.sharepoint.com/personal/pia_contoso_com/Documents/a.txt',
          lastModifiedDateTime: at,
          remoteItem: {
            id: ITEM,
            file: { mimeType: 'text/plain' },
            parentReference: { driveId: DRIVE, driveType: 'business', id: ITEM },
          },
        },
      ],
    },
    without('/value//remoteItem/parentReference/id'),
  ),
];

const places: readonly Sample[] = [
  documented(
    'a site',
    ['GET', `/sites/${SITE}`, 200],
    {
      ...context('sites/$entity'),
      id: SITE,
      name: 'team',
      displayName: 'The team',
      webUrl: 'https://contoso.sharepoint.com/sites/team',
      createdDateTime: at,
      siteCollection: { hostname: 'contoso.sharepoint.com' },
    },
    // The root site has an empty name.
    [...without('/name', '/createdDateTime', '/siteCollection'), 'with "" for /name'],
  ),
  documented('sites', ['GET', '/me/followedSites', 200], {
    ...context('sites'),
    value: [{ id: SITE, displayName: 'The team', webUrl: 'https://contoso.sharepoint.com/sites/team' }],
  }),
  documented('groups', ['GET', '/groups', 200], {
    ...context('groups'),
    value: [{ id: '4c8e1c3b-6d0f-4d0e-9d5e-0d4a8b2f6c11', displayName: 'The team' }],
  }),
  documented(
    'teams',
    ['GET', '/me/joinedTeams', 200],
    {
      ...context('teams'),
      value: [{ id: '4c8e1c3b-6d0f-4d0e-9d5e-0d4a8b2f6c11', displayName: 'The team', description: 'We' }],
    },
    ['with null for /value//description'],
  ),
  documented('channels', ['GET', '/teams/4c8e1c3b-6d0f-4d0e-9d5e-0d4a8b2f6c11/channels', 200], {
    ...context("teams('4c8e1c3b-6d0f-4d0e-9d5e-0d4a8b2f6c11')/channels"),
    '@odata.count': 1,
    value: [{ id: '19:4a95f7d8db4c4e7fae857bcebe0623e6@thread.tacv2', displayName: 'General' }],
  }),
];

const hit = {
  hitId: ITEM,
  rank: 1,
  summary: 'the <c0>word</c0>',
  resource: {
    '@odata.type': '#microsoft.graph.driveItem',
    id: ITEM,
    name: 'a.txt',
    size: 12,
    webUrl: 'https://contoso-my.sharepoint.com/personal/ada_contoso_com/Documents/a.txt',
    lastModifiedDateTime: at,
    parentReference: { driveId: DRIVE, driveType: 'business' },
  },
};

const others: readonly Sample[] = [
  documented(
    'a search in everything',
    ['POST', '/search/query', 200],
    {
      ...context('Collection(microsoft.graph.searchResponse)'),
      value: [
        { searchTerms: ['word'], hitsContainers: [{ hits: [hit], total: 1, moreResultsAvailable: false }] },
      ],
    },
    without('/value//hitsContainers//hits//summary', '/value//hitsContainers//hits//resource/size'),
  ),
  documented(
    'a preview',
    ['POST', `${item}/preview`, 200],
    {
      ...context('microsoft.graph.itemPreviewInfo'),
      getUrl: 'https://contoso-my.sharepoint.com/personal/ada_contoso_com/_layouts/15/embed.aspx?UniqueId=1',
      postParameters: null,
      postUrl: null,
    },
    ['with "text" for /postParameters'],
  ),
  documented(
    'an address of change notifications',
    ['GET', '/me/drive/root/subscriptions/socketIo', 200],
    {
      ...context('subscriptions/$entity'),
      id: '4c8e1c3b-6d0f-4d0e-9d5e-0d4a8b2f6c11',
      notificationUrl: 'https://f3hb0mpua.svc.ms/zbaehwg/callback?snthgk=1ff3',
      expirationDateTime: at,
    },
    without('/id', '/expirationDateTime'),
  ),
];

const GUID = '2d2244c3-251a-49ea-93a8-39e1c3a060fe';
const TAG = `"{${GUID.toUpperCase()}},3"`;
const COLUMN = {
  columnGroup: 'Custom Columns',
  description: '',
  enforceUniqueValues: false,
  hidden: false,
  id: GUID,
  indexed: false,
  readOnly: false,
  required: false,
};
/** Whoever reads a library's columns can count on none of these facets: a column has one, or none that is told. */
const FACETS = ['text', 'choice', 'number', 'currency', 'dateTime', 'boolean', 'personOrGroup'];

/** Fields are what their columns make of them, and there only where they have a value. */
const OPEN_FIELDS = [
  ...['Color', 'Link', 'People'].flatMap((name) =>
    ['"text"', '1.5', 'true'].map((value) => `with ${value} for /fields/${name}`),
  ),
  'with "text" for /fields/People/',
  'with [] for /fields/Link',
  'with /fields/unknownProperty',
  ...without(
    ...['AuthorLookupId', 'Color', 'Color@odata.type', 'Link', 'People', 'People//Email', 'id'].map(
      (name) => `/fields/${name}`,
    ),
  ),
];

const lists: readonly Sample[] = [
  documented(
    'the columns of a library',
    ['GET', `/drives/${DRIVE}/list/columns`, 200],
    {
      ...context('columns'),
      value: [
        {
          ...COLUMN,
          name: 'Title',
          displayName: 'Title',
          text: {
            allowMultipleLines: false,
            appendChangesToExistingText: false,
            linesForEditing: 0,
            maxLength: 255,
          },
        },
        {
          ...COLUMN,
          name: 'Color',
          displayName: 'Color',
          choice: { allowTextEntry: false, choices: ['Red'], displayAs: 'dropDownMenu' },
        },
        {
          ...COLUMN,
          name: 'Quantity',
          displayName: 'Quantity',
          number: { decimalPlaces: 'automatic', displayAs: 'number', maximum: 10, minimum: 0 },
        },
        { ...COLUMN, name: 'Price', displayName: 'Price', currency: { locale: 'en-us' } },
        {
          ...COLUMN,
          name: 'Due',
          displayName: 'Due',
          dateTime: { displayAs: 'default', format: 'dateOnly' },
        },
        { ...COLUMN, name: 'Done', displayName: 'Done', boolean: {} },
        {
          ...COLUMN,
          name: 'Owner',
          displayName: 'Owner',
          personOrGroup: { allowMultipleSelection: true, chooseFromType: 'peopleOnly', displayAs: 'name' },
        },
      ],
    },
    FACETS.map((facet) => `without /value//${facet}`),
  ),
  documented(
    'an item of a list',
    ['GET', `${item}/listItem?$expand=fields`, 200],
    {
      ...context('listItems/$entity'),
      '@odata.etag': TAG,
      id: '7',
      eTag: TAG,
      createdDateTime: at,
      lastModifiedDateTime: at,
      webUrl: 'https://contoso.sharepoint.com/sites/team/Shared%20Documents/a.txt',
      createdBy: ada,
      lastModifiedBy: ada,
      parentReference: { id: GUID, siteId: GUID },
      contentType: { id: '0x010100', name: 'Document' },
      fields: {
        '@odata.etag': TAG,
        id: '7',
        AuthorLookupId: '13',
        'Color@odata.type': 'Collection(Edm.String)',
        Color: ['Red'],
        Link: { Url: 'https://contoso.example/', Description: 'Contoso' },
        People: [{ LookupId: 13, LookupValue: 'Ada Work', Email: 'ada@contoso.example' }],
      },
    },
    OPEN_FIELDS,
  ),
];

const batch: readonly Sample[] = [
  documented(
    'a batch',
    [
      'POST',
      '/$batch',
      200,
      {
        requests: [
          { id: 'one', method: 'GET', url: '/me/drive?$select=driveType' },
          { id: 'two', method: 'DELETE', url: `/me/drive/items/${ITEM}` },
          { id: 'three', method: 'GET', url: '/me/drive/root:/nothing' },
        ],
      },
    ],
    {
      responses: [
        {
          id: 'one',
          status: 200,
          headers: { 'Content-Type': 'application/json' },
          body: { ...context('drives/$entity'), driveType: 'business' },
        },
        { id: 'two', status: 204, headers: {} },
        {
          id: 'three',
          status: 404,
          headers: {},
          body: {
            error: {
              code: 'itemNotFound',
              message: 'Item not found',
              innerError: {
                date: '2026-11-02T10:00:00',
                'request-id': '4c8e1c3b-6d0f-4d0e-9d5e-0d4a8b2f6c11',
                'client-request-id': '4c8e1c3b-6d0f-4d0e-9d5e-0d4a8b2f6c11',
              },
            },
          },
        },
      ],
    },
    ['without /responses//headers/Content-Type', 'with /responses//headers/@odata.unknown'],
  ),
];

export const documentedSamples: readonly Sample[] = [
  ...versions,
  ...sharing,
  ...places,
  ...others,
  ...lists,
  ...batch,
];

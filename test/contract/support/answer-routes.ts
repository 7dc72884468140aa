/** The resources of Graph that answers hold. */
export type Resource =
  | 'channel'
  | 'columnDefinition'
  | 'drive'
  | 'driveItem'
  | 'driveItemVersion'
  | 'fieldValueSet'
  | 'group'
  | 'itemActivityStat'
  | 'itemPreviewInfo'
  | 'listItem'
  | 'permission'
  | 'searchResponse'
  | 'sharedDriveItem'
  | 'site'
  | 'socketIoSubscription'
  | 'team'
  | 'thumbnail'
  | 'thumbnailSet'
  | 'uploadSession'
  | 'user';

/** In which capacity a resource is told: what it must carry differs. */
export type Role =
  'read' | 'written' | 'own' | 'gone' | 'change' | 'hit' | 'elsewhere' | 'attempted' | 'special';

/** What the body of an answer is. */
export type Shape =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'bytes' }
  | { readonly kind: 'batch' }
  | { readonly kind: 'one'; readonly of: Resource; readonly role: Role }
  | { readonly kind: 'many'; readonly of: Resource; readonly role: Role }
  | { readonly kind: 'delta' };

/** The shapes of the good answers of a route, by status. */
type ByStatus = Readonly<Record<number, Shape>>;

interface AnswerRoute {
  readonly method: string;
  readonly path: RegExp;
  readonly answers: ByStatus;
}

const nothing: Shape = { kind: 'nothing' };
const one = (of: Resource, role: Role = 'read'): Shape => ({ kind: 'one', of, role });
const many = (of: Resource, role: Role = 'read'): Shape => ({ kind: 'many', of, role });

const ID = '[^/]+';
const SITE = `(?:sites/${ID}|groups/${ID}/sites/root)`;
const OWNERS = `(?:me|users/${ID}|groups/${ID}|${SITE})`;
const DRIVE = `(?:${OWNERS}/drive|(?:${OWNERS}/)?drives/${ID})`;
const SHARE = `shares/${ID}`;
const BY_NAME = `(?:/children/${ID})?`;
const ITEM = `(?:${DRIVE}/(?:root|(?:items|special|following|bundles)/${ID})|${SHARE}/(?:driveItem|root|items/${ID}))${BY_NAME}`;

const ROUTES: readonly AnswerRoute[] = [
  route('GET', 'me', { 200: one('user') }),
  route('GET', `users/${ID}`, { 200: one('user') }),
  route('POST', '\\$batch', { 200: { kind: 'batch' } }),
  route('POST', 'search/query', { 200: many('searchResponse') }),

  route('GET', 'me/drive', { 200: one('drive', 'own') }),
  route('GET', DRIVE, { 200: one('drive') }),
  route('GET', `(?:${OWNERS}/)?drives`, { 200: many('drive') }),
  route('GET', `${DRIVE}/recent`, { 200: many('driveItem', 'elsewhere') }),
  route('GET', `${DRIVE}/sharedWithMe`, { 200: many('driveItem', 'elsewhere') }),
  route('GET', `${DRIVE}/(?:following|bundles)`, { 200: many('driveItem') }),
  route('GET', `${DRIVE}/special`, { 200: many('driveItem', 'special') }),
  route('DELETE', `${DRIVE}/following/${ID}`, { 204: nothing }),
  route('GET', `${DRIVE}/search\\(.*\\)`, { 200: many('driveItem', 'hit') }),
  route('GET', `${ITEM}/search\\(.*\\)`, { 200: many('driveItem', 'hit') }),
  route('GET', `${DRIVE}/root/subscriptions/socketIo`, { 200: one('socketIoSubscription') }),

  route('GET', ITEM, { 200: one('driveItem') }),
  route('PATCH', ITEM, { 200: one('driveItem', 'written') }),
  route('PUT', ITEM, { 200: one('driveItem', 'written'), 201: one('driveItem', 'written') }),
  route('DELETE', ITEM, { 204: nothing }),
  route('GET', `${ITEM}/children`, { 200: many('driveItem') }),
  // 200: told to replace a folder, the service makes none and answers the one that is there.
  route('POST', `${ITEM}/children`, { 200: one('driveItem', 'written'), 201: one('driveItem', 'written') }),
  route('GET', `${ITEM}/delta(?:\\(.*\\))?`, { 200: { kind: 'delta' } }),
  route('GET', `${ITEM}/content`, { 200: { kind: 'bytes' }, 206: { kind: 'bytes' } }),
  route('PUT', `${ITEM}/content`, { 200: one('driveItem', 'written'), 201: one('driveItem', 'written') }),
  route('POST', `${ITEM}/createUploadSession`, { 200: one('uploadSession') }),
  route('POST', `${ITEM}/copy`, { 202: nothing }),
  route('POST', `${ITEM}/restore`, { 200: one('driveItem', 'written') }),
  route('POST', `${ITEM}/follow`, { 200: one('driveItem', 'written') }),
  route('POST', `${ITEM}/(?:unfollow|permanentDelete|checkout|checkin|discardCheckout)`, { 204: nothing }),
  route('GET', `${ITEM}/analytics/(?:allTime|lastSevenDays)`, { 200: one('itemActivityStat') }),
  route('POST', `${ITEM}/preview`, { 200: one('itemPreviewInfo') }),

  route('GET', `${ITEM}/thumbnails`, { 200: many('thumbnailSet') }),
  route('GET', `${ITEM}/thumbnails/${ID}`, { 200: one('thumbnailSet') }),
  route('GET', `${ITEM}/thumbnails/${ID}/${ID}`, { 200: one('thumbnail') }),
  route('GET', `${ITEM}/thumbnails/${ID}/${ID}/content`, { 200: { kind: 'bytes' } }),

  route('GET', `${ITEM}/versions`, { 200: many('driveItemVersion') }),
  route('GET', `${ITEM}/versions/${ID}`, { 200: one('driveItemVersion') }),
  route('DELETE', `${ITEM}/versions/${ID}`, { 204: nothing }),
  route('GET', `${ITEM}/versions/${ID}/content`, { 200: { kind: 'bytes' } }),
  route('POST', `${ITEM}/versions/${ID}/restoreVersion`, { 204: nothing }),

  route('GET', `${ITEM}/permissions`, { 200: many('permission') }),
  route('GET', `${ITEM}/permissions/${ID}`, { 200: one('permission') }),
  route('PATCH', `${ITEM}/permissions/${ID}`, { 200: one('permission') }),
  route('DELETE', `${ITEM}/permissions/${ID}`, { 204: nothing }),
  route('POST', `${ITEM}/createLink`, { 200: one('permission'), 201: one('permission') }),
  // 207: some of those invited could not be found.
  route('POST', `${ITEM}/invite`, { 200: many('permission'), 207: many('permission', 'attempted') }),
  route('POST', `(?:${ITEM}/permissions/${ID}|${SHARE}/permission)/grant`, { 200: many('permission') }),
  route('GET', SHARE, { 200: one('sharedDriveItem') }),
  route('GET', `${SHARE}/permission`, { 200: one('permission') }),

  route('GET', `(?:${DRIVE}/list|${SITE}/lists/${ID})/columns`, { 200: many('columnDefinition') }),
  route('GET', `${ITEM}/listItem`, { 200: one('listItem') }),

  route('GET', 'sites', { 200: many('site') }),
  route('GET', SITE, { 200: one('site') }),
  route('GET', `${SITE}/sites`, { 200: many('site') }),
  route('GET', 'me/followedSites', { 200: many('site') }),
  route('GET', 'groups', { 200: many('group') }),
  route('GET', `groups/${ID}`, { 200: one('group') }),
  route('GET', 'me/joinedTeams', { 200: many('team') }),
  route('GET', `teams/${ID}`, { 200: one('team') }),
  route('GET', `teams/${ID}/channels`, { 200: many('channel') }),
  route('GET', `teams/${ID}/channels/${ID}/filesFolder`, { 200: one('driveItem') }),
];

function route(method: string, path: string, answers: ByStatus): AnswerRoute {
  return { method, path: new RegExp(`^${path}$`, 'i'), answers };
}

/** The path of a resource without addresses by path, keys in brackets and qualifications of functions. */
function plainPath(pathname: string): string {
  const [path = '', search = ''] = pathname.split(/(?=\/(?:microsoft\.graph\.)?search\()/i);
  const relative = path
    .replace(/^\/v1\.0/i, '')
    .replaceAll(/%3A/gi, ':')
    // `…:/path/to/item:` or, at the end, `…:/path/to/item`
    .replaceAll(/:(\/[^:]*)?(:|$)/g, '')
    // `items('01ABC')`
    .replaceAll(/(\w)\('([^/]*)'\)(?=\/|$)/g, '$1/$2');
  return `${relative}${search}`
    .split('/')
    .filter((segment) => segment !== '')
    .join('/')
    .replaceAll(/(^|\/)microsoft\.graph\./gi, '$1');
}

/** Every shape that some route answers. */
export function allShapes(): readonly Shape[] {
  return ROUTES.flatMap(({ answers }) => Object.values(answers));
}

/** What a good answer holds, or undefined where nobody has said so yet. */
export function shapeOf(method: string, pathname: string, status: number): Shape | undefined {
  const path = plainPath(pathname);
  const asked = method === 'HEAD' ? 'GET' : method;
  return ROUTES.find((each) => each.method === asked && each.path.test(path))?.answers[status];
}

/**
 * What an answer may hold. Everything is declared as if it were always there: a test that reads what
 * is missing fails, and that is what it is for.
 */
export interface Json {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly size: number;
  readonly eTag: string;
  readonly cTag: string;
  readonly webUrl: string;
  readonly webDavUrl: string;
  readonly driveType: string;
  readonly createdDateTime: string;
  readonly root: object;
  readonly folder: { readonly childCount: number };
  readonly file: {
    readonly mimeType: string;
    readonly hashes: { readonly quickXorHash: string; readonly sha1Hash: string };
  };
  readonly image: { readonly width: number; readonly height: number };
  readonly publication: { readonly level: string; readonly versionId: string };
  readonly shared: { readonly scope: string };
  readonly fileSystemInfo: object;
  readonly lastModifiedBy: { readonly user: { readonly id: string } };
  readonly lastModifiedDateTime: string;
  readonly parentReference: {
    readonly id: string;
    readonly driveId: string;
    readonly name: string;
    readonly path: string;
    readonly siteId: string;
  };
  readonly quota: { readonly used: number };
  readonly deleted: { readonly state: string } | undefined;
  readonly value: readonly Json[];
  readonly children: readonly Json[];
  readonly thumbnails: readonly Json[];
  readonly small: { readonly url: string };
  readonly large: { readonly url: string };
  readonly url: string;
  readonly uploadUrl: string;
  readonly getUrl: string;
  readonly access: { readonly actionCount: number; readonly actorCount: number };
  readonly expirationDateTime: string;
  readonly permissions: readonly Json[];
  readonly roles: readonly string[];
  readonly hasPassword: boolean;
  readonly shareId: string;
  readonly driveItem: Json;
  readonly grantedToIdentitiesV2: readonly { readonly user: { readonly email: string } }[];
  readonly link: {
    readonly type: string;
    readonly scope: string;
    readonly webUrl: string;
    readonly preventsDownload: boolean;
  };
  readonly grantedToV2: { readonly user: { readonly displayName: string; readonly email: string } };
  readonly inheritedFrom?: { readonly id: string };
  readonly nextExpectedRanges: readonly string[];
  readonly '@odata.nextLink'?: string;
  readonly 'children@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
  readonly '@odata.count': number;
  readonly '@microsoft.graph.downloadUrl': string;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly innerError: { readonly code: string; readonly date: string };
    readonly innererror?: { readonly code: string };
  };
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly json: Json;
  readonly text: string;
}

/** What any client may send. */
export interface CallOptions {
  readonly method?: string;
  readonly body?: BodyInit | object | null;
  readonly headers?: Record<string, string>;
}

/** The request that an answer belongs to. */
export interface Asked {
  /** Graph itself, or the hosts of preauthenticated URLs. */
  readonly host: 'graph' | 'bytes';
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body?: unknown;
}

/** The request a call means: an object is sent as JSON, a call with a body and no method is a POST. */
export function buildRequest(
  url: string,
  { method, body, headers }: CallOptions,
  base: Record<string, string> = {},
): Request {
  const raw =
    body === undefined ||
    body === null ||
    typeof body === 'string' ||
    body instanceof Uint8Array ||
    body instanceof ReadableStream;
  const init: RequestInit & { duplex?: 'half' } = {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { ...base, ...(raw ? {} : { 'Content-Type': 'application/json' }), ...headers },
    redirect: 'manual',
  };
  if (body !== undefined) init.body = raw ? (body as BodyInit | null) : JSON.stringify(body);
  if (body instanceof ReadableStream) init.duplex = 'half';
  return new Request(url, init);
}

export async function readReply(response: Response): Promise<Reply> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson && text !== '' ? JSON.parse(text) : undefined,
  };
}

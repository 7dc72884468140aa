/** A refusal in Graph's own words; the answer's body is made from it. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  /** The inner, more precise code. */
  readonly inner: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { readonly inner?: string; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.name = 'GraphError';
    this.status = status;
    this.code = code;
    this.inner = more.inner;
    this.headers = more.headers ?? {};
  }

  /** The same refusal with headers added to its own. */
  withHeaders(headers: Readonly<Record<string, string>>): GraphError {
    const { status, code, message, inner } = this;
    const own = inner === undefined ? {} : { inner };
    return new GraphError(status, code, message, { ...own, headers: { ...headers, ...this.headers } });
  }
}

export function itemNotFound(message = 'The resource could not be found.'): GraphError {
  return new GraphError(404, 'itemNotFound', message);
}

export function invalidRequest(message: string, inner?: string): GraphError {
  return new GraphError(400, 'invalidRequest', message, inner === undefined ? {} : { inner });
}

/** What the gateway says, before the drive is asked. */
export function badRequest(message: string): GraphError {
  return new GraphError(400, 'BadRequest', message);
}

export function accessDenied(message = 'Access denied'): GraphError {
  return new GraphError(403, 'accessDenied', message);
}

export function resourceLocked(): GraphError {
  return new GraphError(423, 'resourceLocked', 'The resource you are attempting to access is locked');
}

/** To personal drives the service brings a file from any address (`@microsoft.graph.sourceUrl`). */
export function notFetched(): GraphError {
  return new GraphError(501, 'notSupported', 'The emulator fetches no files from elsewhere.');
}

export function nameAlreadyExists(): GraphError {
  return new GraphError(
    409,
    'nameAlreadyExists',
    'An item with the same name already exists under the parent',
  );
}

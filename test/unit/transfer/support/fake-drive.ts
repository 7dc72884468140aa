import type { DriveItem } from '../../../../src/graph';
import {
  createQuickXorHash,
  createSecretUrl,
  OneDriveError,
  revealSecretUrl,
  type ErrorCode,
  type SecretUrl,
} from '../../../../src/lib';
import type { ConflictBehavior, TransferPorts, UploadTarget } from '../../../../src/transfer';
import { createFakeRequest, type SentRequest } from './fake-request';
import type { VirtualEnvironment } from './virtual-environment';

export const HOST = 'upload.example';
/** Stands in every preauthenticated address; must never be seen anywhere else. */
export const SECRET = 'tempauth-s3cret';

export interface StoredFile {
  readonly id: string;
  name: string;
  readonly parentId: string;
  content: Uint8Array<ArrayBuffer>;
  version: number;
}

interface Session {
  readonly id: string;
  readonly target: UploadTarget;
  readonly conflictBehavior: ConflictBehavior;
  readonly size: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  received: number;
  open: boolean;
  /** When its last range arrived. */
  used: number;
}

/** What goes wrong with a request. `lost`: applied, but the answer never arrives. */
export type Fault =
  | { readonly effect: 'unreachable' | 'lost' | 'stall' | 'cut' | 'forget' | 'empty' }
  | {
      readonly effect: 'answer';
      readonly status: number;
      readonly body?: unknown;
      readonly retryAfter?: number;
    }
  | { readonly effect: 'answer-after'; readonly status: number; readonly body?: unknown };

export type Operation =
  'put' | 'session' | 'find' | 'copy' | 'folder' | 'url' | 'fragment' | 'status' | 'delete' | 'commit';

interface LogEntry {
  readonly operation: Operation;
  readonly at: number;
  readonly detail: string;
  readonly request?: SentRequest;
}

export type FakeDrive = ReturnType<typeof createFakeDrive>;

/** A drive in memory with an upload host, and a list of what goes wrong with which request. */
export function createFakeDrive(environment: VirtualEnvironment) {
  const files: StoredFile[] = [];
  const folders: { id: string; parentId: string; name: string }[] = [];
  const sessions: Session[] = [];
  const log: LogEntry[] = [];
  const faults: { operation: Operation; fault: Fault }[] = [];
  const portErrors: { operation: string; error: OneDriveError }[] = [];
  const settings = {
    hashes: true,
    /** A session keeps its name to itself, as on work drives, and ends a quarter of an hour after its last range. */
    holdsNames: false,
    /** Changes what arrives, as SharePoint does with Office files. */
    rewrite: false,
    latency: 10,
    /** Milliseconds by which the page's clock is ahead of the service's. */
    clockAhead: 0,
    /** When Graph takes calls again; set by a 429, kept by the ports as the graph layer's gate keeps it. */
    opensAt: 0,
    authorize: (_signal: AbortSignal) => Promise.resolve(),
    authorizeRead: (_signal: AbortSignal) => Promise.resolve(),
    decide: (_operation: Operation): Fault | undefined => undefined,
  };
  let ids = 0;
  const nextId = (prefix: string) => `${prefix}${(ids += 1)}`;

  const find = (parentId: string, name: string) =>
    files.find((file) => file.parentId === parentId && file.name.toLowerCase() === name.toLowerCase());
  const toItem = (file: StoredFile): DriveItem => ({
    id: file.id,
    driveId: 'drive',
    name: file.name,
    size: file.content.length,
    eTag: `${file.id},${file.version}`,
    parentReference: { driveId: 'drive', id: file.parentId },
    file:
      settings.hashes && file.content.length > 0 ? { hashes: { quickXorHash: hashOf(file.content) } } : {},
  });
  const store = (target: UploadTarget, content: Uint8Array<ArrayBuffer>, behavior: ConflictBehavior) => {
    const existing = find(target.parentId, target.name);
    const stored = settings.rewrite ? new Uint8Array([...content, 1, 2, 3]) : content;
    if (existing && behavior === 'fail') return undefined;
    if (existing && behavior === 'replace') {
      existing.content = stored;
      existing.version += 1;
      return existing;
    }
    let name = target.name;
    for (let number = 1; find(target.parentId, name); number += 1) name = `${target.name} ${number}`;
    const file = { id: nextId('file'), name, parentId: target.parentId, content: stored, version: 1 };
    files.push(file);
    return file;
  };
  const takeFault = (operation: Operation): Fault | undefined => {
    const index = faults.findIndex((entry) => entry.operation === operation);
    return index < 0 ? settings.decide(operation) : faults.splice(index, 1)[0]?.fault;
  };
  const drive = {
    environment,
    files,
    folders,
    sessions,
    log,
    settings,
    toItem,
    find,
    store,
    nextId,
    takeFault,
    /** The next request of this kind goes wrong. */
    fail: (operation: Operation, ...next: Fault[]) => {
      for (const fault of next) faults.push({ operation, fault });
    },
    /** The next call of this port is refused by the graph layer. */
    refuse: (operation: string, code: ErrorCode, times = 1, details = {}) => {
      for (let time = 0; time < times; time += 1) {
        portErrors.push({ operation, error: new OneDriveError(code, details) });
      }
    },
    takeRefusal: (operation: string) => {
      const index = portErrors.findIndex((entry) => entry.operation === operation);
      return index < 0 ? undefined : portErrors.splice(index, 1)[0]?.error;
    },
    openSessions: () => sessions.filter((session) => session.open),
    count: (operation: Operation) => log.filter((entry) => entry.operation === operation).length,
    note: (operation: Operation, detail: string, request?: SentRequest) =>
      void log.push({ operation, at: environment.now(), detail, ...(request && { request }) }),
  };
  environment.onRequest.create = () => createFakeRequest((request) => serve(drive, request));
  return drive;
}

export function hashOf(bytes: Uint8Array): string {
  const hash = createQuickXorHash();
  hash.update(bytes);
  return hash.digest();
}

/** The upload host. */
function serve(drive: FakeDrive, request: SentRequest): void {
  const { environment, settings } = drive;
  const operation = request.method === 'PUT' ? 'fragment' : request.method === 'GET' ? 'status' : 'delete';
  drive.note(operation, request.headers['content-range'] ?? '', request);
  const fault = drive.takeFault(operation);
  const later = (work: () => void, times = 1) => void environment.after(settings.latency * times, work);
  const reply = (answer: Answer) => later(() => request.answer(answer), 2);
  if (request.body) {
    const half = Math.floor(request.body.length / 2);
    later(() => request.progress(half));
  }
  switch (fault?.effect) {
    case 'unreachable':
      return later(request.fail);
    case 'stall':
      return;
    case 'cut':
      return later(request.fail, 2);
    case 'lost':
      applyRequest(drive, request);
      return later(request.fail, 2);
    case 'forget': {
      const session = sessionOf(drive, request);
      if (session) session.open = false;
      return reply(applyRequest(drive, request));
    }
    case 'empty':
      applyRequest(drive, request);
      return reply({ status: 202 });
    case 'answer': {
      const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
      return reply({ status: fault.status, body: fault.body, headers });
    }
    case 'answer-after':
      applyRequest(drive, request);
      return reply({ status: fault.status, body: fault.body });
    default:
      return reply(applyRequest(drive, request));
  }
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

function sessionOf(drive: FakeDrive, { address }: SentRequest): Session | undefined {
  const id = new URL(address).pathname.slice(1);
  return drive.sessions.find((session) => session.id === id && session.open);
}

function applyRequest(drive: FakeDrive, request: SentRequest): Answer {
  const session = sessionOf(drive, request);
  if (!session) return { status: 404, body: { error: { code: 'itemNotFound' } } };
  if (request.method === 'DELETE') {
    session.open = false;
    return { status: 204 };
  }
  if (request.method === 'GET') return { status: 200, body: statusOf(drive, session) };
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(request.headers['content-range'] ?? '');
  const [start, end, total] = (range ?? []).slice(1).map(Number);
  const bytes = request.body ?? new Uint8Array();
  const valid = start !== undefined && end === start + bytes.length - 1 && total === session.size;
  if (!valid) return { status: 400, body: { error: { code: 'invalidRequest' } } };
  if (start !== session.received) {
    const inner = start < session.received ? 'fragmentOverlap' : 'fragmentOutOfOrder';
    return { status: 416, body: { error: { code: 'invalidRange', innererror: { code: inner } } } };
  }
  session.bytes.set(bytes, start);
  session.received = end + 1;
  session.used = drive.environment.now();
  if (session.received < session.size) return { status: 202, body: statusOf(drive, session) };
  return finish(drive, session);
}

function finish(drive: FakeDrive, session: Session): Answer {
  const { target, bytes, conflictBehavior } = session;
  const file = drive.store(target, bytes, conflictBehavior);
  if (!file) return { status: 409, body: { error: { code: 'nameAlreadyExists' } } };
  session.open = false;
  const { driveId: _, eTag, file: facet, ...item } = drive.toItem(file);
  return { status: 201, body: { ...item, eTag, file: facet } };
}

function statusOf(drive: FakeDrive, session: Session) {
  return {
    expirationDateTime: new Date(expiryOf(drive)).toISOString(),
    nextExpectedRanges: session.received < session.size ? [`${session.received}-`] : [],
  };
}

/** Every answer gives the session another quarter of an hour, by the clock of the service. */
function expiryOf({ environment, settings }: FakeDrive): number {
  return environment.now() - settings.clockAhead + 15 * 60_000;
}

function isHeld({ sessions, settings, environment }: FakeDrive, { parentId, name }: UploadTarget): boolean {
  const ends = environment.now() - 15 * 60_000;
  for (const session of sessions) if (settings.holdsNames && session.used < ends) session.open = false;
  const holds = ({ open, target }: Session) => open && target.parentId === parentId && target.name === name;
  return settings.holdsNames && sessions.some(holds);
}

function secretUrlOf(id: string): SecretUrl {
  return createSecretUrl(`https://${HOST}/${id}?tempauth=${SECRET}`);
}

function sessionIdOf(url: SecretUrl): string {
  return new URL(revealSecretUrl(url)).pathname.slice(1);
}

function commit(drive: FakeDrive, target: UploadTarget, uploadUrl: SecretUrl, behavior: ConflictBehavior) {
  const session = drive.openSessions().find(({ id }) => id === sessionIdOf(uploadUrl));
  if (!session) throw new OneDriveError('not-found', { status: 404 });
  if (session.received < session.size) throw new OneDriveError('invalid-request', { status: 400 });
  const file = drive.store(target, session.bytes, behavior);
  if (!file) throw new OneDriveError('name-conflict', { status: 409 });
  session.open = false;
  return drive.toItem(file);
}

/** The Graph side: ports as the composition root would make them. */
export function createPorts(drive: FakeDrive): TransferPorts {
  const { environment, settings } = drive;
  const call = async <T>(
    operation: Operation,
    detail: string,
    work: () => T,
    signal?: AbortSignal,
  ): Promise<T> => {
    const closed = settings.opensAt - environment.now();
    if (closed > 0) throw new OneDriveError('throttled', { retryAfter: closed });
    drive.note(operation, detail);
    await new Promise<void>((resolve) => environment.after(settings.latency, resolve));
    if (signal?.aborted) throw new OneDriveError('cancelled');
    const refusal = drive.takeRefusal(operation);
    if (refusal) throw refusal;
    const fault = drive.takeFault(operation);
    if (fault?.effect === 'unreachable') throw new OneDriveError('offline');
    if (fault?.effect === 'answer' && fault.retryAfter !== undefined) {
      const retryAfter = fault.retryAfter * 1000;
      settings.opensAt = environment.now() + retryAfter;
      const code = fault.status === 429 ? 'throttled' : 'unavailable';
      throw new OneDriveError(code, { status: fault.status, retryAfter });
    }
    if (fault?.effect === 'answer') throw new OneDriveError('unavailable', { status: fault.status });
    const result = work();
    if (fault) throw new OneDriveError(fault.effect === 'stall' ? 'timed-out' : 'offline');
    return result;
  };
  return {
    putContent: async (target, blob, { conflictBehavior, signal }) => {
      const content = new Uint8Array(await blob.arrayBuffer());
      const put = () => {
        const file = drive.store(target, content, conflictBehavior);
        if (!file) throw new OneDriveError('name-conflict', { status: 409 });
        return drive.toItem(file);
      };
      return call('put', target.name, put, signal);
    },
    createUploadSession: (target, { fileSize, conflictBehavior }) =>
      call('session', target.name, () => {
        if (isHeld(drive, target)) throw new OneDriveError('name-conflict', { status: 409 });
        const id = drive.nextId('session');
        const bytes = new Uint8Array(fileSize);
        const used = environment.now();
        const session = {
          id,
          target,
          conflictBehavior,
          size: fileSize,
          bytes,
          received: 0,
          open: true,
          used,
        };
        drive.sessions.push(session);
        return { uploadUrl: secretUrlOf(id), nextExpectedRanges: [{ start: 0 }] };
      }),
    commitUploadSession: (target, uploadUrl, { conflictBehavior, signal }) =>
      call('commit', target.name, () => commit(drive, target, uploadUrl, conflictBehavior), signal),
    findItem: (target, signal) =>
      call(
        'find',
        target.name,
        () => {
          const file = drive.find(target.parentId, target.name);
          return file && drive.toItem(file);
        },
        signal,
      ),
    ensureFolder: (parent, name, signal) =>
      call(
        'folder',
        name,
        () => {
          const known = drive.folders.find((folder) => folder.parentId === parent.id && folder.name === name);
          const folder = known ?? { id: drive.nextId('folder'), parentId: parent.id, name };
          if (!known) drive.folders.push(folder);
          return { driveId: 'drive', id: folder.id, name };
        },
        signal,
      ),
    listChildren: async function* (folder) {
      for (const { id, name, parentId } of drive.folders) {
        if (parentId === folder.id) yield { id, name, driveId: 'drive', parentReference: {}, folder: {} };
      }
      for (const file of drive.files) if (file.parentId === folder.id) yield drive.toItem(file);
    },
    copyItem: (item, target, signal) =>
      call(
        'copy',
        target.name,
        () => {
          const file = drive.files.find(({ id }) => id === item.id);
          if (!file) throw new OneDriveError('not-found', { status: 404 });
          drive.store(target, file.content, 'fail');
          return secretUrlOf('monitor');
        },
        signal,
      ),
    getContent: (item, signal) =>
      call(
        'url',
        item.id,
        () => {
          const file = drive.files.find(({ id }) => id === item.id);
          if (!file) throw new OneDriveError('not-found', { status: 404 });
          return { url: secretUrlOf(item.id), item: drive.toItem(file) };
        },
        signal,
      ),
    authorizeWrite: (signal) => settings.authorize(signal),
    authorizeRead: (signal) => settings.authorizeRead(signal),
  };
}

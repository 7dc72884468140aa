import type { DriveItem } from '../../../../src/graph';
import {
  createQuickXorHash,
  createSecretUrl,
  OneDriveError,
  type ErrorCode,
  type SecretUrl,
} from '../../../../src/lib';
import type { ConflictBehavior, UploadTarget } from '../../../../src/transfer';
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
  /** As sessions were told it; otherwise when it was stored. */
  modified: number;
}

interface Session {
  readonly id: string;
  readonly target: UploadTarget;
  readonly conflictBehavior: ConflictBehavior;
  readonly size: number;
  readonly lastModified: number | undefined;
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
  | 'put'
  | 'session'
  | 'find'
  | 'list'
  | 'drive'
  | 'copy'
  | 'folder'
  | 'url'
  | 'fragment'
  | 'status'
  | 'delete'
  | 'commit';

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
    /** Bytes; undefined where nobody knows. */
    remaining: undefined as number | undefined,
    driveType: 'business' as 'business' | 'personal',
    /** Items of one page of a listing. */
    pageSize: 200,
    /** Ids of folders whose content the control knows already. */
    known: new Set<string>(),
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
    // In whole seconds, like Graph.
    fileSystemInfo: { lastModifiedDateTime: new Date(file.modified - (file.modified % 1000)).toISOString() },
    parentReference: { driveId: 'drive', id: file.parentId },
    file:
      settings.hashes && file.content.length > 0 ? { hashes: { quickXorHash: hashOf(file.content) } } : {},
  });
  const store = (
    target: UploadTarget,
    content: Uint8Array<ArrayBuffer>,
    behavior: ConflictBehavior,
    modified = environment.now(),
  ) => {
    const existing = find(target.parentId, target.name);
    const stored = settings.rewrite ? new Uint8Array([...content, 1, 2, 3]) : content;
    if (existing && behavior === 'fail') return undefined;
    if (existing && behavior === 'replace') {
      existing.content = stored;
      existing.version += 1;
      existing.modified = modified;
      return existing;
    }
    let name = target.name;
    for (let number = 1; find(target.parentId, name); number += 1) name = `${target.name} ${number}`;
    const { parentId } = target;
    const file = { id: nextId('file'), name, parentId, content: stored, version: 1, modified };
    files.push(file);
    return file;
  };
  const folderItem = ({ id, name, parentId }: (typeof folders)[number]): DriveItem => ({
    id,
    name,
    driveId: 'drive',
    parentReference: { driveId: 'drive', id: parentId },
    folder: {},
  });
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
    children: (parentId: string): readonly DriveItem[] => [
      ...folders.filter((folder) => folder.parentId === parentId).map(folderItem),
      ...files.filter((file) => file.parentId === parentId).map(toItem),
    ],
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
  const { target, bytes, conflictBehavior, lastModified } = session;
  const file = drive.store(target, bytes, conflictBehavior, lastModified);
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

/** Whether a session keeps the name to itself. */
export function isHeld(
  { sessions, settings, environment }: FakeDrive,
  { parentId, name }: UploadTarget,
): boolean {
  const ends = environment.now() - 15 * 60_000;
  for (const session of sessions) if (settings.holdsNames && session.used < ends) session.open = false;
  const holds = ({ open, target }: Session) => open && target.parentId === parentId && target.name === name;
  return settings.holdsNames && sessions.some(holds);
}

export function secretUrlOf(id: string): SecretUrl {
  return createSecretUrl(`https://${HOST}/${id}?tempauth=${SECRET}`);
}

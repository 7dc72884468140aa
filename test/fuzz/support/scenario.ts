import * as fc from 'fast-check';
import { FRAGMENT, SMALL_FILE } from './engine';

const KIB = 1024;

/** Around every limit: of the hash, of one request, of a fragment. */
const size = fc.oneof(
  fc.constantFrom(0, 1, SMALL_FILE - 1, SMALL_FILE, SMALL_FILE + 1, FRAGMENT - 1, FRAGMENT, FRAGMENT + 1),
  fc.constantFrom(2 * FRAGMENT - 1, 2 * FRAGMENT, 2 * FRAGMENT + 1),
  fc.integer({ min: 0, max: SMALL_FILE }),
  fc.integer({ min: 0, max: 3 * FRAGMENT }),
);

const name = fc.oneof(
  fc.integer({ min: 0, max: 3 }).map((number) => `file ${number}.bin`),
  fc.constantFrom(
    'FILE 1.bin',
    'file 1 1.bin',
    'no extension',
    '.hidden',
    'report.docx',
    '100% #1 & more.bin',
    'o’neil’s (1).bin',
    'a+b=c.bin',
    '%2F%21.bin',
    'ä.bin',
    'ä.bin',
    '日本語 🎉.bin',
    `${'long '.repeat(40)}end.bin`,
    'con',
    'a?b.bin',
    '~$lock.bin',
  ),
);

const takenName = fc.constantFrom('ask' as const, 'fail' as const, 'replace' as const, 'rename' as const);

const file = fc.record({
  name,
  size,
  takenName,
  folder: fc.option(fc.constantFrom('Folder', 'a#b'), { nil: undefined, freq: 4 }),
});

/** The requests of the control; those of other clients go by `/me/drive`. */
const match = fc.constantFrom(
  { origin: 'bytes', method: 'PUT' },
  { origin: 'bytes', method: 'PUT' },
  { origin: 'bytes', method: 'GET' },
  { origin: 'bytes', method: 'DELETE' },
  { origin: 'bytes' },
  { method: 'PUT', path: '^/v1.0/drives/.*/content' },
  { method: 'PUT', path: '^/v1.0/drives/' },
  { method: 'POST', path: 'createUploadSession|batch' },
  { method: 'POST', path: '^/v1.0/drives/.*/children' },
  { method: 'GET', path: '^/v1.0/drives/' },
  { path: '^/v1.0/drives/' },
);

const status = (code: number, rest: object = {}) => ({ kind: 'status', status: code, ...rest });
const asksToWait = fc
  .constantFrom('1', '7', '90', 'soon', '')
  .map((value) => ({ headers: { 'retry-after': value } }));

/** What is done, and what comes of it. Nobody says “refused” of what was applied: that only fails. */
const effect = fc.oneof(
  fc.record({
    phase: fc.constantFrom('before', 'during', 'after'),
    effect: fc.constantFrom({ kind: 'cut' }, { kind: 'stall' }),
  }),
  fc.record({
    phase: fc.constantFrom('before', 'after'),
    effect: fc.constantFrom(
      status(500),
      status(502, { headers: { 'content-type': 'text/html' }, body: '<h1>Bad gateway</h1>' }),
      status(503),
      status(504, { body: '' }),
      status(200, { body: '' }),
      status(201, { body: {} }),
      status(202, { body: {} }),
    ),
  }),
  fc.record({
    phase: fc.constant('before'),
    effect: fc.oneof(
      fc.constantFrom(400, 401, 403, 404, 408, 409, 410, 412, 416, 423, 507).map((code) => status(code)),
      fc.tuple(fc.constantFrom(429, 503, 509), asksToWait).map(([code, rest]) => status(code, rest)),
      fc.constant({ kind: 'claims-challenge' }),
    ),
  }),
);

const fault = fc
  .record({
    match,
    nth: fc.integer({ min: 1, max: 4 }),
    times: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 3 }) }, fc.integer({ min: 4, max: 9 })),
    effect,
  })
  .map(({ effect: what, ...which }) => ({ ...which, ...what }));

const act = fc.record({
  /** At the control's request of this number, or at this time. */
  when: fc.oneof(
    fc.record({ request: fc.integer({ min: 1, max: 25 }) }),
    fc.record({ time: fc.integer({ min: 0, max: 60_000 }) }),
  ),
  what: fc.constantFrom(
    'pause' as const,
    'pause all' as const,
    'resume all' as const,
    'cancel' as const,
    'cancel all' as const,
    'retry' as const,
    'retry failed' as const,
    'replace' as const,
    'keep both' as const,
    'skip' as const,
    'disconnect' as const,
    'another client writes' as const,
    'another client deletes' as const,
    'another client makes a folder' as const,
  ),
  /** Which file it is done to. */
  index: fc.nat({ max: 4 }),
});

export const scenario = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  drive: fc.constantFrom('business' as const, 'personal' as const),
  files: fc.array(file, { minLength: 1, maxLength: 5 }),
  /** Files that are there before, by the names of those to come. */
  occupied: fc.array(fc.nat({ max: 4 }), { maxLength: 2 }),
  faults: fc.array(fault, { minLength: 2, maxLength: 12, size: 'max' }),
  acts: fc.array(act, { maxLength: 5 }),
  unitsPerMinute: fc.option(fc.integer({ min: 15, max: 80 }), { nil: undefined, freq: 6 }),
});

export type Scenario = typeof scenario extends fc.Arbitrary<infer Value> ? Value : never;
export type Act = Scenario['acts'][number];
/** Bytes of a file that stood there before. */
export const FOREIGN = 3 * KIB;

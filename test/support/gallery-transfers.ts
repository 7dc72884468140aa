import { OneDriveError } from '../../src/lib';
import type { TransferState, TransferTask } from '../../src/transfer';
import { buildFile } from './drive-items';

const MEGABYTE = 1024 * 1024;
const progress = { loaded: 20 * MEGABYTE, total: 48 * MEGABYTE, restarts: 0 };
const sending: TransferState = { status: 'sending', ...progress };
const queued: TransferState = { status: 'waiting', reason: 'queue' };
const until = Date.now() + 42_000;
const failed = (code: ConstructorParameters<typeof OneDriveError>[0]): TransferState => ({
  status: 'failed',
  error: new OneDriveError(code, { status: 507, requestId: '6f1b2d5c-5d0e-4a61-9b1a-0f8c7d0a1b2c' }),
});
const conflict = { status: 'conflict', error: new OneDriveError('name-conflict') } as const;
const asked = (name: string, size: number): TransferState => ({
  ...conflict,
  existing: buildFile({ name, size, parentReference: { name: 'Minutes', path: '/drive/root:/Minutes' } }),
  proposal: name.replace('.', ' 1.'),
  prompts: true,
});
const misnamed: TransferState = {
  status: 'misnamed',
  problem: { kind: 'characters', characters: [':', '?'] },
  proposal: 'Trip - day 1',
  prompts: true,
};
const done: TransferState = {
  status: 'done',
  item: buildFile({ id: 'arrived', name: 'Report.pdf', webUrl: 'https://contoso.sharepoint.com/Report.pdf' }),
};

const STATES: Readonly<Record<string, readonly TransferState[]>> = {
  sending: [sending, { status: 'preparing' }, { status: 'verifying', progress }, queued, done],
  waiting: [
    { status: 'waiting', reason: 'throttled', until, progress },
    { status: 'waiting', reason: 'throttled', until: until + 900_000 },
  ],
  waits: (['offline', 'sign-in', 'throttled', 'unavailable', 'held'] as const).map((reason) => ({
    status: 'waiting',
    reason,
    until,
  })),
  paused: [{ status: 'paused', progress }, { status: 'paused' }, done],
  failed: [failed('quota-exceeded'), failed('session-lost'), failed('malware'), sending],
  conflict: [conflict, sending, queued],
  asked: [
    asked('Report.pdf', 900),
    asked('تقرير سنوي.docx', 51 * MEGABYTE),
    asked('A very long name of a file that does not fit into its row.xlsx', 4 * MEGABYTE),
    misnamed,
    sending,
  ],
  one: [asked('Report.pdf', 51 * MEGABYTE), sending],
  done: [done, done, done],
  ended: [done, failed('locked'), { status: 'cancelled' }, { status: 'cancelled', skipped: true }],
  mixed: [conflict, failed('access-denied'), sending, { status: 'paused', progress }, queued, done],
};
const NAMES = [
  'Report.pdf',
  'تقرير سنوي.docx',
  'A very long name of a file that does not fit into its row.xlsx',
  'Trip',
];

/** Transfers in every state, for looking at them. */
export function buildTransfers(kind: string): readonly TransferTask[] {
  const states = STATES[kind] ?? Array.from({ length: 10_000 }, () => queued);
  return states.map((state, index) => ({
    id: `${index}`,
    kind: 'upload',
    content: 'file',
    name: NAMES[index % NAMES.length] ?? '',
    folder: { driveId: 'drive', id: 'root', name: index % 2 ? 'Concert hall, phase two, drawings' : '' },
    size: 48 * MEGABYTE,
    lastModified: Date.UTC(2026, 9, 14, 12),
    state,
  }));
}

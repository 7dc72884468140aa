import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OneDriveError } from '../../../src/lib';
import { isAsking, isSettled, type TransferState } from '../../../src/transfer';
import { nextTransferState, QUEUED, type TransferEvent } from '../../../src/transfer/transfer-state';

const error = new OneDriveError('unavailable');
const progress = { loaded: 5, total: 10, restarts: 0 };
const MISNAMED: TransferState = { status: 'misnamed', problem: { kind: 'reserved' }, proposal: 'nul-1' };
const STATES: TransferState[] = [
  QUEUED,
  { status: 'waiting', reason: 'offline', until: 9, progress },
  { status: 'preparing' },
  { status: 'preparing', progress },
  { status: 'sending', ...progress },
  { status: 'verifying', progress },
  { status: 'paused', progress },
  { status: 'interrupted', needs: 'file' },
  { status: 'done' },
  { status: 'conflict', error },
  { status: 'failed', error },
  { status: 'cancelled' },
  MISNAMED,
];
const EVENTS: TransferEvent[] = [
  { type: 'queued' },
  { type: 'paused' },
  { type: 'interrupted', needs: 'file', refused: 'other-file' },
  { type: 'preparing' },
  { type: 'waiting', reason: 'throttled', until: 4 },
  { type: 'sent', loaded: 7, total: 10 },
  { type: 'restarted' },
  { type: 'verifying' },
  { type: 'finished', result: { unverified: true } },
  { type: 'conflicted', error },
  { type: 'asked', question: MISNAMED },
  { type: 'failed', error },
  { type: 'cancelled', skipped: true },
];
const RESULT: Record<TransferEvent['type'], TransferState['status']> = {
  queued: 'waiting',
  paused: 'paused',
  interrupted: 'interrupted',
  preparing: 'preparing',
  waiting: 'waiting',
  sent: 'sending',
  restarted: 'preparing',
  verifying: 'verifying',
  finished: 'done',
  conflicted: 'conflict',
  asked: 'misnamed',
  failed: 'failed',
  cancelled: 'cancelled',
};

function expected(state: TransferState, event: TransferEvent): TransferState['status'] {
  const rests = ['conflict', 'misnamed', 'paused', 'interrupted'].includes(state.status);
  if (event.type === 'queued') return isSettled(state) || rests ? 'waiting' : state.status;
  if (isSettled(state)) return state.status;
  if (event.type === 'interrupted') return state.status;
  const ends = event.type === 'cancelled' || event.type === 'failed';
  return rests && !ends ? state.status : RESULT[event.type];
}

describe('the life of a transfer', () => {
  for (const state of STATES) {
    for (const event of EVENTS) {
      it(`${JSON.stringify(state.status)} + ${event.type} → ${expected(state, event)}`, () => {
        expect(nextTransferState(state, event).status).toBe(expected(state, event));
      });
    }
  }

  it('returns the same object where nothing changed, so that nobody is told', () => {
    const sending: TransferState = { status: 'sending', ...progress };
    expect(nextTransferState(sending, { type: 'sent', loaded: 3, total: 10 })).toBe(sending);
    const done: TransferState = { status: 'done' };
    expect(nextTransferState(done, { type: 'failed', error })).toBe(done);
  });

  it('keeps what is known of the progress while it waits', () => {
    const waiting = nextTransferState(
      { status: 'sending', ...progress },
      { type: 'waiting', reason: 'offline' },
    );
    expect(waiting).toEqual({ status: 'waiting', reason: 'offline', progress });
  });

  it('begins again at 0 and says so after a fresh session', () => {
    const restarted = nextTransferState({ status: 'sending', ...progress }, { type: 'restarted' });
    const sent = nextTransferState(restarted, { type: 'sent', loaded: 1, total: 10 });
    expect(sent).toEqual({ status: 'sending', loaded: 1, total: 10, restarts: 1 });
  });

  it('never shows more than 100 % and never goes back but for a restart, whatever happens', () => {
    const event = fc.oneof(
      fc.constantFrom(...EVENTS.filter((known) => known.type !== 'sent')),
      fc.record({ type: fc.constant('sent' as const), loaded: fc.nat(30), total: fc.constant(20) }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let state: TransferState = QUEUED;
        let last = { loaded: 0, restarts: 0 };
        for (const next of events) {
          if (isSettled(state) || isAsking(state)) last = { loaded: 0, restarts: 0 };
          state = nextTransferState(state, next);
          if (state.status !== 'sending') continue;
          expect(state.loaded).toBeLessThanOrEqual(state.total);
          if (state.restarts === last.restarts) expect(state.loaded).toBeGreaterThanOrEqual(last.loaded);
          last = state;
        }
      }),
    );
  });
});

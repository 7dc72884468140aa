import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  followOperation,
  startOperation,
  summarizeOperation,
  type OperationEvent,
} from '../../../../src/drive/operations/follow-operation';
import type { Operation, Outcome } from '../../../../src/drive/operations/operation';
import { undoOf } from '../../../../src/drive/operations/undo-operation';
import { OneDriveError } from '../../../../src/lib';
import { buildFile } from '../../../support/drive-items';

const COUNT = 4;
const ITEMS = Array.from({ length: COUNT }, (_, index) =>
  buildFile({ id: `i${index}`, name: `${index}.txt`, parentReference: { driveId: 'drive', id: 'here' } }),
);
const TARGET = { driveId: 'drive', id: 'there', name: 'There' };
const move = () => startOperation('o', { kind: 'move', items: ITEMS, target: TARGET });
const FAILED: Outcome = { status: 'failed', error: new OneDriveError('locked') };
const CLASH: Outcome = { status: 'conflict', error: new OneDriveError('name-conflict') };
const DONE: Outcome = { status: 'done', item: buildFile({ id: 'i0' }) };

const index = fc.nat(COUNT - 1);
const events: fc.Arbitrary<OperationEvent> = fc.oneof(
  index.map((at): OperationEvent => ({ type: 'began', index: at, phase: 'changing' })),
  fc
    .tuple(index, fc.constantFrom(DONE, FAILED, CLASH))
    .map(([at, outcome]): OperationEvent => ({ type: 'ended', index: at, outcome })),
  fc.constantFrom<OperationEvent>({ type: 'stopped' }, { type: 'retried' }),
  fc
    .tuple(index, fc.constantFrom('rename', 'replace', 'skip'))
    .map(([at, answer]): OperationEvent => ({ type: 'answered', answers: new Map([[at, answer]]) })),
);
const follow = (operation: Operation, ...happened: readonly OperationEvent[]) =>
  happened.reduce(followOperation, operation);
const statuses = ({ entries }: Operation) => entries.map(({ result }) => result.status);

describe('an operation', () => {
  it('counts each item once, whatever happens to it in whatever order', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), (happened) => {
        const operation = follow(move(), ...happened);
        const { count, settled, done, conflicts, failed, left, isRunning } = summarizeOperation(operation);
        expect(count).toBe(COUNT);
        expect(done + conflicts + failed + left).toBe(settled);
        expect(isRunning).toBe(settled < count);
        expect(operation.entries.map(({ step }) => step.item.id)).toEqual(ITEMS.map(({ id }) => id));
      }),
    );
  });

  it('takes nothing for ever as it is now, unless somebody was told that it has changed', () => {
    const begun = follow(startOperation('o', { kind: 'delete-for-ever', items: ITEMS }), {
      type: 'began',
      index: 0,
      phase: 'changing',
    });
    const againAfter = (code: 'locked' | 'changed-elsewhere') =>
      follow(
        begun,
        { type: 'ended', index: 0, outcome: { status: 'failed', error: new OneDriveError(code) } },
        { type: 'stopped' },
        { type: 'retried' },
      ).entries.map(({ step }) => step.isAgain === true);
    expect(againAfter('locked')).toEqual([false, false, false, false]);
    expect(againAfter('changed-elsewhere')).toEqual([true, false, false, false]);
  });

  it('never takes back by an event what was done', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), events, (happened, last) => {
        const before = follow(move(), ...happened);
        const after = followOperation(before, last);
        for (const [at, { result }] of before.entries.entries())
          if (result.status === 'done') expect(after.entries[at]?.result).toBe(result);
      }),
    );
  });

  it('leaves what has not begun when it is stopped, and takes it up when it is tried again', () => {
    const stopped = follow(
      move(),
      { type: 'began', index: 0, phase: 'changing' },
      { type: 'stopped' },
      { type: 'ended', index: 0, outcome: DONE },
    );
    expect(statuses(stopped)).toEqual(['done', 'left', 'left', 'left']);
    expect(statuses(follow(stopped, { type: 'retried' }))).toEqual(['done', 'waiting', 'waiting', 'waiting']);
  });

  it('tries what has failed again with what the item is now, and keeps a copy that is there', () => {
    const copied = buildFile({ id: 'copy' });
    const failed = follow(
      move(),
      { type: 'began', index: 0, phase: 'removing' },
      { type: 'ended', index: 0, outcome: { status: 'failed', error: new OneDriveError('locked'), copied } },
      { type: 'retried' },
    );
    expect(failed.entries[0]?.step).toMatchObject({ isAgain: true, copied });
  });

  it('does with a taken name what somebody has said, and nothing until then', () => {
    const asked = [0, 1, 2].flatMap((at): OperationEvent[] => [
      { type: 'began', index: at, phase: 'changing' },
      { type: 'ended', index: at, outcome: CLASH },
    ]);
    const answers = new Map([
      [0, 'rename'],
      [1, 'skip'],
    ] as const);
    const operation = follow(move(), ...asked, { type: 'retried' }, { type: 'answered', answers });
    expect(statuses(operation)).toEqual(['waiting', 'left', 'conflict', 'waiting']);
    expect(operation.entries[0]?.step).toMatchObject({ taken: 'rename' });
  });
});

describe('taking back', () => {
  const never = () => false;
  const done = (operation: Operation): Operation =>
    operation.entries.reduce<Operation>(
      (now, { step }, at) =>
        follow(
          now,
          { type: 'began', index: at, phase: 'changing' },
          { type: 'ended', index: at, outcome: { status: 'done', item: { ...step.item, eTag: '"2"' } } },
        ),
      operation,
    );

  it('moves each item back to where it was, the last one first, as it is now', () => {
    const undo = undoOf(done(move()), 'u', never);
    expect(undo?.entries.map(({ step }) => step)).toEqual(
      ITEMS.toReversed().map((item) => ({
        kind: 'move',
        item: { ...item, eTag: '"2"' },
        to: { driveId: 'drive', id: 'here', name: '' },
      })),
    );
  });

  it('gives names back', () => {
    const [item] = ITEMS;
    if (!item) return expect.fail();
    const renamed = startOperation('o', { kind: 'rename', renames: [{ item, name: 'new.txt' }] });
    const undo = undoOf(done(renamed), 'u', never);
    expect(undo?.entries[0]?.step).toMatchObject({ kind: 'rename', name: '0.txt' });
    expect(undo?.isUndo).toBe(true);
  });

  it('restores what was deleted, only where the service can', () => {
    const deleted = done(startOperation('o', { kind: 'delete', items: ITEMS }));
    expect(undoOf(deleted, 'u', never)).toBeUndefined();
    expect(undoOf(deleted, 'u', ({ id }) => id !== 'i1')).toBeUndefined();
    expect(undoOf(deleted, 'u', () => true)?.entries).toHaveLength(COUNT);
  });

  it('deletes again what was restored, and brings nothing back that was deleted for ever', () => {
    const restored = done(startOperation('o', { kind: 'restore', items: ITEMS }));
    expect(undoOf(restored, 'u', never)?.entries.map(({ step }) => step.kind)).toEqual(
      ITEMS.map(() => 'delete'),
    );
    const gone = done(startOperation('o', { kind: 'delete-for-ever', items: ITEMS }));
    expect(undoOf(gone, 'u', () => true)).toBeUndefined();
  });

  it('is not offered of what was taken back, of nothing, between drives, and where something was replaced', () => {
    const undo = undoOf(done(move()), 'u', never);
    expect(undo && undoOf(done(undo), 'v', never)).toBeUndefined();
    expect(undoOf(move(), 'u', never)).toBeUndefined();
    const target = { ...TARGET, driveId: 'other' };
    expect(
      undoOf(done(startOperation('o', { kind: 'move', items: ITEMS, target })), 'u', never),
    ).toBeUndefined();
    const clash = follow(
      move(),
      { type: 'began', index: 0, phase: 'changing' },
      { type: 'ended', index: 0, outcome: CLASH },
      { type: 'answered', answers: new Map([[0, 'replace']]) },
    );
    expect(undoOf(done(clash), 'u', never)).toBeUndefined();
  });
});

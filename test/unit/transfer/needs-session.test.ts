import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { needsSession } from '../../../src/transfer/needs-session';
import { createScene } from './support/scene';
import { memoryFile, someBytes } from './support/memory-file';
import { createVirtualEnvironment, VIRTUAL_START } from './support/virtual-environment';

const MINUTE = 60_000;
const LIMIT = 4096;

it('a small file has a session for its time alone, and an empty one never', () => {
  const environment = createVirtualEnvironment();
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 * LIMIT }),
      fc.integer({ min: -3 * MINUTE, max: 3 * MINUTE }),
      (size, age) => {
        const file = { size, lastModified: VIRTUAL_START - age };
        const isLarge = size > LIMIT;
        const hasTime = size > 0 && Math.abs(age) > MINUTE;
        expect(needsSession({ smallFileLimit: LIMIT, environment }, file)).toBe(isLarge || hasTime);
      },
    ),
  );
});

it('small files are made ready ahead, and six at a time are sent', async () => {
  const scene = createScene();
  const files = Array.from({ length: 40 }, (_none, index) =>
    memoryFile(`${index}.bin`, someBytes(1000, index), 1_700_000_000_000),
  );
  let [sending, open] = [0, 0];
  scene.queue.tasks.subscribe(() => {
    const now = scene.queue.tasks.get().filter(({ state }) => state.status === 'sending').length;
    sending = Math.max(sending, now);
    open = Math.max(open, scene.drive.openSessions().length);
  });
  void scene.upload(...files);
  await scene.settled();
  expect(scene.queue.summary().done).toBe(40);
  expect(scene.drive.count('put')).toBe(0);
  expect(sending).toBeLessThanOrEqual(6);
  expect(open).toBeLessThanOrEqual(36);
});

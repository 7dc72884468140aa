import { expect, it } from 'vitest';
import { createPaced } from '../../../src/lib';
import { createVirtualEnvironment } from '../transfer/support/virtual-environment';

function scene() {
  const environment = createVirtualEnvironment();
  const begin = environment.now();
  const times: number[] = [];
  return {
    environment,
    times,
    paced: createPaced(environment, 100, () => times.push(environment.now() - begin)),
  };
}

it('is done at once, and then once for all that is asked for in a while', async () => {
  const { environment, times, paced } = scene();
  for (let time = 0; time < 30; time += 1) {
    paced.next();
    await environment.pass(10);
  }
  await environment.pass(1000);
  expect(times).toEqual([0, 100, 200, 310]);
  paced.next();
  expect(times.at(-1)).toBe(1300);
  expect(times).toHaveLength(5);
});

it('waits where that is enough, and not where it is not', async () => {
  const { environment, times, paced } = scene();
  paced.soon();
  expect(times).toEqual([]);
  paced.now();
  await environment.pass(1000);
  expect(times).toEqual([0]);
});

it('leaves nothing behind', () => {
  const { environment, times, paced } = scene();
  paced.soon();
  paced.end();
  expect(environment.pendingTimers()).toBe(0);
  expect(times).toEqual([]);
});

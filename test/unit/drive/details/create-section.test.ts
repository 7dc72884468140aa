import { expect, test } from 'vitest';
import type { DriveItem } from '../../../../src/drive';
import { createSection } from '../../../../src/drive/details/create-section';
import { OneDriveError } from '../../../../src/lib';
import { buildFile } from '../../../support/drive-items';
import { createManualEnvironment } from '../../../support/manual-environment';

const [A, B, C] = ['a.txt', 'b.txt', 'c.txt'].map((name) => buildFile({ name })) as [
  DriveItem,
  DriveItem,
  DriveItem,
];

function follow(answer: (item: DriveItem) => Promise<string> = async ({ name }) => name) {
  const environment = createManualEnvironment();
  const asked: { readonly name: string; readonly signal: AbortSignal }[] = [];
  const section = createSection(environment, (item, signal) => {
    asked.push({ name: item.name, signal });
    return answer(item);
  });
  section.setWanted(true);
  const names = () => asked.map(({ name }) => name);
  return { section, asked, names, pass: (ms: number) => environment.advance(ms) };
}

test('what is selected first is asked for at once, what comes after it only when the selection rests', async () => {
  const { section, names, pass } = follow();
  section.follow(A);
  expect(section.state.get()).toEqual({ status: 'loading' });
  await pass(0);
  expect(section.state.get()).toEqual({ status: 'known', value: 'a.txt', isCurrent: true });
  section.follow(B);
  await pass(200);
  section.follow(C);
  await pass(200);
  expect(names()).toEqual(['a.txt']);
  await pass(50);
  expect(names()).toEqual(['a.txt', 'c.txt']);
});

test('what is on its way for something that is selected no more is given up, and shows nowhere', async () => {
  let answer: (value: string) => void = () => {};
  const answered = new Promise<string>((resolve) => {
    answer = resolve;
  });
  const { section, asked, pass } = follow(() => answered);
  section.follow(A);
  await pass(0);
  section.follow(B);
  expect(asked[0]?.signal.aborted).toBe(true);
  answer('too late');
  await pass(0);
  expect(section.state.get()).toEqual({ status: 'loading' });
});

test('what has not changed is shown without asking again; what has is shown while it is asked for', async () => {
  const { section, names, pass } = follow(async ({ eTag }) => `of ${eTag}`);
  section.follow(A);
  await pass(0);
  section.follow(B);
  section.follow(A);
  expect(section.state.get()).toEqual({ status: 'known', value: 'of "1"', isCurrent: true });
  await pass(1_000);
  expect(names()).toEqual(['a.txt']);
  section.follow({ ...A, eTag: '"2"' });
  expect(section.state.get()).toEqual({ status: 'known', value: 'of "1"', isCurrent: false });
  await pass(250);
  expect(section.state.get()).toEqual({ status: 'known', value: 'of "2"', isCurrent: true });
});

test('a failure keeps what was known, and is tried again', async () => {
  let fails = false;
  const { section, pass } = follow(async () => {
    if (fails) throw new OneDriveError('offline');
    return 'known';
  });
  section.follow(A);
  await pass(0);
  fails = true;
  section.follow({ ...A, eTag: '"2"' });
  await pass(250);
  expect(section.state.get()).toMatchObject({ status: 'failed', value: 'known', error: { code: 'offline' } });
  fails = false;
  section.retry();
  await pass(0);
  expect(section.state.get()).toMatchObject({ status: 'known', isCurrent: true });
});

test('what nobody looks at is not asked for', async () => {
  const { section, names, pass } = follow();
  section.setWanted(false);
  section.follow(A);
  await pass(1_000);
  expect(section.state.get()).toEqual({ status: 'idle' });
  expect(names()).toEqual([]);
  section.setWanted(true);
  await pass(0);
  expect(names()).toEqual(['a.txt']);
});

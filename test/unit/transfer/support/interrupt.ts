import { expect } from 'vitest';
import type { UploadSource } from '../../../../src/transfer';
import type { JournalScene, Page } from './journal-scene';
import { sameBytes, someBytes } from './memory-file';
import { KIB, UNIT } from './scene';
import { VIRTUAL_START } from './virtual-environment';

export const TIMES = { lastModified: 1_700_000_000_000 };
/** Ten fragments. */
export const LARGE = someBytes(10 * UNIT - 7);
export const large = () => new File([LARGE], 'large.bin', TIMES);
/** Just made: one request carries all of it. */
export const small = (name = 'small.bin') =>
  new File([someBytes(10 * KIB)], name, { lastModified: VIRTUAL_START });
export const plain = (file: File): UploadSource => ({ kind: 'file', file, path: [] });

/** A page that is gone after so many fragments, with what it was sending. */
export async function interrupt(
  scene: JournalScene,
  source: UploadSource,
  options: { readonly fragments?: number; readonly conflictBehavior?: 'rename' | 'replace' } = {},
): Promise<Page> {
  const page = scene.open();
  const { fragments = 3, conflictBehavior } = options;
  scene.upload(page, [source], { conflictBehavior });
  await scene.environment.runUntil(() => scene.drive.count('fragment') >= fragments);
  page.kill();
  await scene.environment.pass(100);
  return page;
}

export async function expectArrived({ drive, entries, environment }: JournalScene): Promise<void> {
  await environment.pass(500);
  expect(drive.files).toHaveLength(1);
  expect(sameBytes(drive.files[0]?.content, LARGE)).toBe(true);
  expect(drive.openSessions()).toEqual([]);
  expect(entries()).toEqual([]);
}

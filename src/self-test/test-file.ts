import type { Environment } from '../lib';

/** The small file that goes up and comes down again. */
export interface TestFile {
  /** Known from the start, so that it can be deleted whatever becomes of its upload. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** True from the moment on at which the drive may hold it. */
  begun: boolean;
}

export function createTestFile({ randomId }: Pick<Environment, 'randomId'>): TestFile {
  const name = `onedrive-control-self-test-${randomId()}.txt`;
  const bytes = new TextEncoder().encode('OneDrive Control was tested. This file may be deleted.\n');
  return { name, bytes, begun: false };
}

/** By its name, at the top of the drive: of a lost answer nobody knows the id. */
export function testFilePath({ name }: TestFile): string {
  return `/me/drive/root:/${name}:`;
}

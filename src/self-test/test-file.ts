import type { Environment } from '../lib';

/** The small file that goes up and comes down again. */
export interface TestFile {
  /** Known before it is uploaded, so that it can be deleted whatever becomes of that. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One file in each run, or none. */
export interface TestFiles {
  /** From now on the drive may hold it. */
  begin(): TestFile;
  begun(): TestFile | undefined;
}

export function createTestFiles({ randomId }: Pick<Environment, 'randomId'>): TestFiles {
  let file: TestFile | undefined;
  return {
    begin: () => {
      const name = `onedrive-control-self-test-${randomId()}.txt`;
      const bytes = new TextEncoder().encode('OneDrive Control was tested. This file may be deleted.\n');
      file = { name, bytes };
      return file;
    },
    begun: () => file,
  };
}

/** By its name, at the top of the drive: of a lost answer nobody knows the id. */
export function testFilePath({ name }: TestFile): string {
  return `/me/drive/root:/${name}:`;
}

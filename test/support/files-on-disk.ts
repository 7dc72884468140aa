import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface FilesOnDisk {
  readonly folder: string;
  /** Writes a file of random bytes and returns its path. */
  write(name: string, size: number): Promise<string>;
  end(): Promise<void>;
}

export async function createFilesOnDisk(): Promise<FilesOnDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'onedrive-control-'));
  return {
    folder,
    write: async (name, size) => {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, randomBytes(size));
      return path;
    },
    end: () => rm(folder, { recursive: true, force: true }),
  };
}

export async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes);
  return hash.digest('hex');
}

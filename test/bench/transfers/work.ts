import { mkdir, mkdtemp, open, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type UploadKind = 'large' | 'many' | 'tree';

/** Something to upload that lies on the disk. */
export interface Work {
  readonly name: UploadKind;
  readonly label: string;
  /** Which of a page's two inputs takes it. */
  readonly input: 'files' | 'folder';
  /** For that input: files, or the one folder. */
  readonly paths: readonly string[];
  readonly files: number;
  /** The same, smaller: for what must not grow. */
  readonly part?: Work;
}

export interface WorkSize {
  readonly megabytes: number;
  readonly many: number;
  readonly tree: number;
}

const FULL: WorkSize = { megabytes: 1024, many: 1000, tree: 5000 };
export const QUICK: WorkSize = { megabytes: 128, many: 100, tree: 300 };

const SMALL = 10_000;
const LEAF = 2_000;
const FILES_IN_A_FOLDER = 20;
const FOLDERS_IN_A_FOLDER = 25;

export interface Works {
  readonly all: readonly Work[];
  remove(): Promise<void>;
}

/** The large file is a hole of zeros: what is measured is the way, and the disk gives it as fast as it can. */
export async function makeWorks(size: WorkSize = FULL): Promise<Works> {
  const place = await mkdtemp(join(tmpdir(), 'onedrive-control-bench-'));
  const many = Array.from({ length: size.many }, (_, n) => join(place, `file-${n}.bin`));
  for (const path of many) await writeAged(path, SMALL);
  const tree = join(place, 'tree');
  const leaves = Array.from({ length: size.tree }, (_, n) => join(tree, ...leafPath(n)));
  for (const path of leaves) {
    await mkdir(dirname(path), { recursive: true });
    await writeAged(path, LEAF);
  }
  const folders = new Set(leaves.map((path) => dirname(path))).size;
  return {
    all: [
      {
        ...(await largeWork(place, size.megabytes)),
        part: await largeWork(place, Math.round(size.megabytes / 8)),
      },
      {
        name: 'many',
        label: `${count(size.many)} files of 10 KB`,
        input: 'files',
        paths: many,
        files: size.many,
      },
      {
        name: 'tree',
        label: `${count(size.tree)} files of 2 KB in ${count(folders)} folders`,
        input: 'folder',
        paths: [tree],
        files: size.tree,
      },
    ],
    remove: () => rm(place, { recursive: true }),
  };
}

/** As files on a disk are: last changed a while ago. Ours keep that time, which takes another way for small ones. */
async function writeAged(path: string, size: number): Promise<void> {
  await writeFile(path, Buffer.alloc(size, path));
  const aMonthAgo = Date.now() / 1000 - 30 * 24 * 3600;
  await utimes(path, aMonthAgo, aMonthAgo);
}

async function largeWork(place: string, megabytes: number): Promise<Work> {
  const path = join(place, `large-${megabytes}.bin`);
  const file = await open(path, 'w');
  await file.truncate(megabytes * 1024 ** 2);
  await file.close();
  return {
    name: 'large',
    label: `one file of ${count(megabytes)} MiB`,
    input: 'files',
    paths: [path],
    files: 1,
  };
}

function count(n: number): string {
  return n.toLocaleString('en');
}

function leafPath(n: number): readonly string[] {
  const folder = Math.floor(n / FILES_IN_A_FOLDER);
  return [`part ${Math.floor(folder / FOLDERS_IN_A_FOLDER)}`, `folder ${folder}`, `leaf-${n}.bin`];
}

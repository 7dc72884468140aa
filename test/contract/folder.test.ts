import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startEmulator, type RunningEmulator } from '../../src/emulator';
import type { Json } from './graph-world';

let folder: string;
let emulator: RunningEmulator | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'real-folder-'));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await emulator?.close();
  emulator = undefined;
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<(path: string, init?: RequestInit) => Promise<Json>> {
  emulator = await startEmulator({ port: 0, bytesPort: 0, folder });
  const { loginOrigin } = emulator;
  const granted = await fetch(`${loginOrigin}/_emulator/token?user=work@contoso.example`);
  const { access_token: token } = (await granted.json()) as { access_token: string };
  return async (path, init) => {
    const response = await fetch(`${loginOrigin}/v1.0/me/drive${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${token}` },
    });
    return (response.status === 204 ? {} : await response.json()) as Json;
  };
}

describe('a real folder as the drive', () => {
  it('is there with its folders, bytes and times', async () => {
    const bytes = new Uint8Array(700_000).map((_, n) => n % 251);
    await mkdir(join(folder, 'Pläne/empty'), { recursive: true });
    await writeFile(join(folder, 'Pläne', 'a b.bin'), bytes);
    await writeFile(join(folder, 'nothing.txt'), '');
    await utimes(join(folder, 'Pläne', 'a b.bin'), 1_700_000_000, 1_700_000_000);
    const graph = await start();

    const { value } = await graph('/root/children');
    expect(value.map(({ name }) => name)).toEqual(['nothing.txt', 'Pläne']);
    const file = await graph('/root:/Pl%C3%A4ne/a%20b.bin');
    expect(file).toMatchObject({
      size: 700_000,
      fileSystemInfo: { lastModifiedDateTime: '2023-11-14T22:13:20Z' },
    });
    const told = await fetch(file['@microsoft.graph.downloadUrl']);
    const got = createHash('sha256').update(new Uint8Array(await told.arrayBuffer()));
    expect(got.digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect((await graph('/root:/Pl%C3%A4ne/empty')).folder.childCount).toBe(0);
  });

  it('is only read, and is copied anew at a reset', async () => {
    await writeFile(join(folder, 'a.txt'), 'kept');
    const graph = await start();
    await graph('/root:/a.txt', { method: 'DELETE' });
    expect((await graph('/root/children')).value).toEqual([]);
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('kept');
    await fetch(`${emulator?.loginOrigin}/_emulator/reset`, { method: 'POST' });
    expect((await graph('/root/children')).value.map(({ name }) => name)).toEqual(['a.txt']);
  });

  // Elsewhere such names can't be made in the first place.
  it.runIf(process.platform === 'linux')('leaves out what OneDrive could not hold, and says so', async () => {
    const said = vi.spyOn(console, 'warn').mockReturnValue();
    await writeFile(join(folder, 'good.txt'), '');
    await writeFile(join(folder, 'what?.txt'), '');
    await writeFile(join(folder, 'GOOD.TXT'), '');
    await symlink('good.txt', join(folder, 'link.txt'));
    await writeFile(Buffer.from(`${folder}/z\xff.txt`, 'latin1'), '');
    const graph = await start();
    expect((await graph('/root/children')).value).toHaveLength(1);
    expect(said.mock.calls.map(([text]) => String(text))).toEqual([
      expect.stringContaining('good.txt is left out: another name there differs from it only in case'),
      expect.stringContaining('link.txt is left out: it is no file'),
      expect.stringContaining('what?.txt is left out: The provided name'),
      expect.stringContaining('.txt is left out: its name is not UTF-8'),
    ]);
  });

  it('that is not there is refused in one sentence', async () => {
    await rm(folder, { recursive: true });
    await expect(start()).rejects.toThrow(`--folder: ${folder} can't be read (ENOENT).`);
  });
});

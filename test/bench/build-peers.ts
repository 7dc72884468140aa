import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPage } from './build-page';
import type { Contestant } from './contestants';
import { CACHE, installPeer } from './install-peer';

const SOURCES = 'test/bench/peers';
/** Too large to be built with what it needs (60 peer dependencies): its makers publish this build. */
const PREBUILT: Readonly<Record<string, readonly string[]>> = {
  box: ['explorer.js', 'explorer.css'],
};

export interface BuiltPeers {
  /** Where the built page of each is. */
  readonly folders: Readonly<Record<string, string>>;
  /** Why a peer is not there. */
  readonly missing: Readonly<Record<string, string>>;
}

/** Installs each by its lock file and builds its page for production. What can't be had is left out, with the reason. */
export async function buildPeers(
  peers: readonly Contestant[],
  tell: (line: string) => void,
): Promise<BuiltPeers> {
  await mkdir(CACHE, { recursive: true });
  await cp(join(SOURCES, 'items.js'), join(CACHE, 'items.js'));
  const folders: Record<string, string> = {};
  const missing: Record<string, string> = {};
  for (const { name, label } of peers) {
    try {
      tell(`Preparing ${label} …`);
      folders[name] = await preparePeer(name);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      missing[name] = reason.split('\n').slice(0, 3).join(' ');
      tell(`  left out: ${missing[name]}`);
    }
  }
  return { folders, missing };
}

async function preparePeer(name: string): Promise<string> {
  const folder = join(CACHE, name);
  await mkdir(folder, { recursive: true });
  // One page for all of them; where another is needed, it stands beside the peer's script.
  await cp(join(SOURCES, 'index.html'), join(folder, 'index.html'));
  await installPeer(join(SOURCES, name), name);
  const prebuilt = PREBUILT[name];
  if (!prebuilt) return buildPage(folder);
  const outDir = join(folder, 'dist');
  await mkdir(outDir, { recursive: true });
  await cp(join(folder, 'index.html'), join(outDir, 'index.html'));
  for (const file of prebuilt)
    await cp(join(folder, 'node_modules/box-ui-elements/dist', file), join(outDir, file));
  return outDir;
}

import { expect, vi } from 'vitest';
import { createFolderBrowser, type DriveItem, type ItemReference } from '../../src/drive';
import { buildFile, buildFolder } from './drive-items';
import { createFakeDriveRequests, type FakeListing } from './fake-drive-requests';
import { createManualEnvironment, settled } from './manual-environment';

const ROOT = buildFolder({ id: 'root', name: 'root', root: {}, parentReference: { driveId: 'drive' } });
/** Where an item lies. */
export const inside = (parent: string) => ({ parentReference: { driveId: 'drive', id: parent } });
export const DOCUMENTS = buildFolder({ id: 'documents', name: 'Documents', ...inside('root') });
export const YEAR = buildFolder({ id: 'year', name: '2026', ...inside('documents') });
export const A = buildFile({ id: 'a', name: 'a.txt' });
export const B = buildFile({ id: 'b', name: 'b.txt' });
export const C = buildFile({ id: 'c', name: 'c.txt' });

/** A folder browser over a drive that answers when the test says so: `/Documents/2026`, and files a, b, c. */
export function setUpFolderBrowser() {
  const environment = createManualEnvironment();
  const below = [DOCUMENTS, YEAR];
  const requests = createFakeDriveRequests(ROOT, below);
  const createFolder = vi.fn(async (parent: ItemReference, name: string) => {
    const made = buildFolder({ id: name.toLowerCase(), name, ...inside(parent.id) });
    below.push(made);
    return made;
  });
  const browser = createFolderBrowser({ requests, commands: { createFolder }, environment });
  const get = () => browser.state.get();
  return {
    environment,
    requests,
    createFolder,
    browser,
    get,
    names: () => get().rows.map((row) => row.name),
    path: () => get().path.map((folder) => folder.name),
    status: () => get().listing.status,
    listing: (index = -1): FakeListing => {
      const found = requests.listings.at(index);
      if (!found) throw new Error('No listing runs.');
      return found;
    },
  };
}

/** The same with the root open and completely listed. */
export async function openFolderBrowser(...items: DriveItem[]) {
  const parts = setUpFolderBrowser();
  await parts.browser.openPath([]);
  parts.listing().page(...items);
  parts.listing().end();
  await settled();
  expect(parts.status()).toBe('complete');
  return parts;
}

import { expect, test, vi } from 'vitest';
import { createFolderBrowser } from '../../../../src/drive';
import type { News } from '../../../../src/drive/live/drive-feed';
import { followDrive } from '../../../../src/drive/live/follow-drive';
import type { DriveItem } from '../../../../src/graph';
import { createStore } from '../../../../src/lib';
import { buildFile, buildFolder } from '../../../support/drive-items';
import { createFakeDriveRequests } from '../../../support/fake-drive-requests';
import { createManualEnvironment } from '../../../support/manual-environment';

const ROOT = buildFolder({ id: 'root', name: 'root', root: {} });
const seen = (driveType: string) =>
  buildFile({ id: 'seen', name: 'seen.txt', parentReference: { driveId: 'drive', driveType, id: 'root' } });

/** What is told of an item that is gone: little more than its id. */
const gone = (id: string, driveType?: string) => ({
  item: buildFile({ id, name: '', parentReference: { driveId: 'drive', driveType } }),
  isDeleted: true,
});

async function setUp(driveType: string) {
  const SEEN = seen(driveType);
  const environment = createManualEnvironment();
  const requests = createFakeDriveRequests(ROOT, [SEEN]);
  const commands = { createFolder: () => Promise.reject(new Error('Not asked.')) };
  const folder = createFolderBrowser({ requests, commands, environment });
  await folder.openPath([]);
  requests.listings[0]?.page(SEEN);
  requests.listings[0]?.end();
  await vi.waitFor(() => expect(folder.state.get().listing.status).toBe('complete'));
  const told: (readonly DriveItem[])[] = [];
  let say: (news: News) => void = () => {};
  followDrive({
    folder,
    requests,
    feedOf: () => ({
      follow: (listener) => {
        say = listener;
        return () => {};
      },
      stir: () => {},
    }),
    writing: createStore(false),
    tell: () => {},
    tellDeleted: (items) => told.push(items),
  });
  return { folder, told, say: (news: News) => say(news) };
}

test('what is told as deleted in a personal drive is told on, as it was where it was seen', async () => {
  const { folder, told, say } = await setUp('personal');
  say([gone('seen'), gone('unseen', 'personal')]);
  expect(told[0]?.map(({ id, name }) => `${id} ${name}`)).toEqual(['seen seen.txt', 'unseen ']);
  expect(folder.state.get().items).toEqual([]);
});

test('of a work drive nothing is told on: it gives nothing back', async () => {
  const { told, say } = await setUp('business');
  say([gone('seen', 'business'), gone('unseen', 'business')]);
  expect(told).toEqual([[]]);
});

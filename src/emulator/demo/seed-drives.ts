import type { DemoUser } from '../caller';
import {
  createDrive,
  type Drive,
  generatedContent,
  type GraphOptions,
  driveKey,
  personOf,
  type FolderItem,
} from '../drive-parts';
import { plantPersonalDrive } from './personal-drive';
import { pictures } from './picture-list';
import { drawPicture, type Picture } from './pictures';
import { daysAgo, plantFolder, plantMany } from './planting';
import { plantWorkDrive } from './work-drive';

const LARGE = 100_000;
const MANY = 10_000;
const SOME = 250;
const PERSONAL_PICTURES = 5;

/** A drive for every user who has one, by the comparable form of its id. */
export async function seedDrives(
  users: readonly DemoUser[],
  options: GraphOptions,
): Promise<Map<string, Drive>> {
  const album = options.plant === undefined && options.drive === 'demo' ? await drawAlbum(options) : [];
  const drives = users
    .filter(({ oneDrive }) => oneDrive === 'ready')
    .map((user) => {
      const personal = user.kind === 'personal' || options.profile === 'personal';
      const by = personOf(user);
      const drive = createDrive({
        owner: { kind: 'user', person: by },
        driveType: personal ? 'personal' : 'business',
        created: daysAgo(1_600),
        by,
      });
      return { user, drive };
    });
  const { plant } = options;
  for (const [index, { user, drive }] of drives.entries()) {
    if (plant === undefined) fill(drive, options, album, { kind: user.kind, first: index === 0 });
    else if (index === 0) await plant(drive);
  }
  return new Map(drives.map(({ drive }) => [driveKey(drive.id), drive]));
}

interface Drawn {
  readonly picture: Picture;
  readonly bytes: Uint8Array;
}

function drawAlbum({ thumbnailer }: GraphOptions): Promise<Drawn[]> {
  return Promise.all(
    pictures.map(async (picture) => ({ picture, bytes: await drawPicture(thumbnailer, picture) })),
  );
}

// Only the first account's folder is large: more of them would make start and state slow.
function fill(
  drive: Drive,
  options: GraphOptions,
  album: readonly Drawn[],
  { kind, first }: { readonly kind: DemoUser['kind']; readonly first: boolean },
): void {
  switch (options.drive) {
    case 'empty':
      return;
    case 'large':
      plantMany(
        drive,
        plantFolder(drive, drive.root, 'Large folder', { days: 500 }),
        first ? (options.items ?? LARGE) : SOME,
      );
      return;
    case 'demo':
      if (kind === 'work')
        plantWorkDrive(drive, first ? MANY : SOME, (folder) => plantAlbum(drive, folder, album));
      else
        plantPersonalDrive(drive, (folder) => plantAlbum(drive, folder, album.slice(0, PERSONAL_PICTURES)));
  }
}

function plantAlbum(drive: Drive, folder: FolderItem, album: readonly Drawn[]): void {
  for (const [index, { picture, bytes }] of album.entries()) {
    const birth = { name: picture.name, at: daysAgo(30 + index * 61), by: drive.root.createdBy };
    const file = drive.addFile(
      folder,
      birth,
      generatedContent(() => bytes, drive.driveType === 'personal'),
    );
    file.image = { width: picture.width, height: picture.height };
    file.taken = daysAgo(31 + index * 61);
  }
}

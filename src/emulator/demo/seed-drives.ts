import type { DemoUser } from '../caller';
import {
  createDrive,
  createLibrary,
  type Drive,
  generatedContent,
  type GraphOptions,
  driveKey,
  personalSite,
  personOf,
  type TeamSite,
  type FolderItem,
} from '../drive-parts';
import { plantPersonalDrive } from './personal-drive';
import { pictures } from './picture-list';
import { drawPicture, type Picture } from './pictures';
import { daysAgo, plantFolder, plantMany } from './planting';
import { invite } from './shares';
import { seedTeamSites, type Directory } from './team-sites';
import { plantWorkDrive } from './work-drive';

const LARGE = 100_000;
const MANY = 10_000;
const SOME = 250;
const PERSONAL_PICTURES = 5;

/** What the world begins with: the drives by the comparable form of their ids. */
interface Seeds {
  readonly drives: Map<string, Drive>;
  readonly sites: readonly TeamSite[];
}

/** A drive for every user who has one, and a site for every group. */
export async function seedDrives(directory: Directory, options: GraphOptions): Promise<Seeds> {
  const { plant } = options;
  const demo = plant === undefined && options.drive === 'demo';
  const album = demo ? await drawAlbum(options) : [];
  const owned = directory
    .users()
    .filter(({ oneDrive }) => oneDrive === 'ready')
    .map((user) => ({ user, drive: driveFor(user, options) }));
  for (const [index, { user, drive }] of owned.entries()) {
    if (plant === undefined) fill(drive, options, album, { kind: user.kind, first: index === 0 });
    else if (index === 0) await plant(drive);
  }
  if (demo) shareAmongColleagues(owned.filter(({ user }) => user.kind === 'work').map(({ drive }) => drive));
  const sites = options.profile === 'business' ? seedTeamSites(directory, options, demo) : [];
  const drives = [...owned.map(({ drive }) => drive), ...sites.flatMap((site) => site.drives)];
  return { drives: new Map(drives.map((drive) => [driveKey(drive.id), drive])), sites };
}

function driveFor(user: DemoUser, options: GraphOptions): Drive {
  const personal = user.kind === 'personal' || options.profile === 'personal';
  const by = personOf(user);
  return createDrive({
    owner: { kind: 'user', person: by },
    driveType: personal ? 'personal' : 'business',
    library: createLibrary(personalSite(user.upn), 'OneDrive', 'Documents'),
    created: daysAgo(1_600),
    by,
    distinctAccents: options.distinctAccents,
  });
}

/** The first of them finds something of the second among what is shared with them. */
function shareAmongColleagues([first, second]: readonly Drive[]): void {
  const notes = second?.root.children.get('Notes');
  if (first !== undefined && second !== undefined && notes !== undefined) {
    invite(second, notes, [first.root.createdBy], 8);
  }
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

import type { Caller } from '../../caller';
import { deedOf } from '../deed';
import { makeFolder } from '../model/deeds';
import type { FolderItem } from '../model/model';
import { freeName } from '../model/names';
import { findSpecial, makeSpecial } from '../model/special-folders';
import { accessDenied, GraphError, invalidRequest, itemNotFound } from '../protocol/graph-error';
import { hasScope, maySpeakForAppFolder, WRITE_FILES, type Need } from '../protocol/scopes';
import type { DriveCall } from '../world';

interface Known {
  /** As the folder tells it. */
  readonly name: string;
  /** Where it is made. */
  readonly path: readonly string[];
}

const FOLDERS: Readonly<Record<string, Known>> = {
  documents: { name: 'documents', path: ['Documents'] },
  photos: { name: 'photos', path: ['Pictures'] },
  cameraroll: { name: 'cameraRoll', path: ['Pictures', 'Camera Roll'] },
  music: { name: 'music', path: ['Music'] },
};

/**
 * The folder meant by `special/{name}`. It is made when something is first written into it, an
 * application's own one whenever the application asks for it.
 * @throws GraphError 404 where it is missing, 403 where it could not be made either.
 */
export function specialFolder(call: DriveCall, asked: string, right: Need['right']): FolderItem {
  const key = asked.toLowerCase();
  const isOwn = key === 'approot';
  const known = isOwn ? { name: 'approot', path: ['Apps', nameOf(call.caller)] } : knownFolder(call, key);
  const found = isOwn ? appFolder(call) : findSpecial(call.drive, key);
  if (found !== undefined) return found;
  const { caller, drive, user, request } = call;
  if (drive.owner.kind !== 'user' || drive.owner.person.id !== user.oid) throw itemNotFound();
  if (!hasScope(caller, WRITE_FILES) && !(isOwn && maySpeakForAppFolder(caller))) throw accessDenied();
  const writesInto = right === 'write' && (request.method === 'PUT' || request.method === 'POST');
  if (!isOwn && !writesInto) throw itemNotFound();
  const folder = make(call, known.path);
  makeSpecial(drive, isOwn ? appKey(caller) : key, { folder, name: known.name });
  return folder;
}

/** The calling application's own folder, if there is one yet. */
export function appFolder({ drive, caller }: Pick<DriveCall, 'drive' | 'caller'>): FolderItem | undefined {
  return findSpecial(drive, appKey(caller));
}

/** `GET {drive}/special`: those that there are. */
export function specialFolders(call: DriveCall): FolderItem[] {
  const keys = [...Object.keys(FOLDERS), appKey(call.caller)];
  return keys.flatMap((key) => findSpecial(call.drive, key) ?? []);
}

function knownFolder({ drive }: DriveCall, key: string): Known {
  if (key === 'recyclebin' && drive.driveType !== 'personal') {
    throw new GraphError(501, 'notSupported', 'The emulator keeps no recycle bin of work drives.');
  }
  const known = FOLDERS[key];
  if (known === undefined || (key === 'cameraroll' && drive.driveType !== 'personal')) {
    throw invalidRequest("The special folder identifier isn't valid");
  }
  return known;
}

/** A folder that is there already under its usual name becomes the special one. */
function make(call: DriveCall, path: readonly string[]): FolderItem {
  let folder = call.drive.root;
  for (const name of path) {
    const child = folder.children.get(name);
    folder =
      child?.kind === 'folder'
        ? child
        : makeFolder(call.drive, folder, { name: freeName(folder, name), ...deedOf(call) });
  }
  return folder;
}

function appKey({ clientId }: Caller): string {
  return `approot ${clientId}`;
}

/** What the application is called in the drive: its name without what names must not hold. */
function nameOf({ claims, clientId }: Caller): string {
  const name = claims['app_displayname'];
  const clean = typeof name === 'string' ? name.replaceAll(/["*:<>?/\\|~.]/g, ' ').trim() : '';
  return clean === '' ? clientId : clean;
}

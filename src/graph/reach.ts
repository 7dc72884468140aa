import type { Access } from '../auth';

/** How far calls reach: the user's own drive opens with less than those of others (docs/decisions/0028). */
export interface Reach {
  /** What a call takes that is known by its address. */
  accessOf(url: string, access: Access): Access;
  /** What this takes in that drive. */
  accessTo(driveId: string, access: 'read' | 'write'): Access;
  /** What writing takes wherever something was written lately. */
  writing(): Access;
  /** The user's own drive; `undefined` where they have none. Until it is told, any drive is taken for theirs. */
  learnOwn(driveId: string | undefined): void;
  /** Somebody else may be signed in by now. */
  forget(): void;
}

const DRIVE = /\/drives\/([^/?:]+)/;
/** The service changes the case of personal drive ids and drops their zeros (onedrive-api-docs 1902, 1890). */
const PERSONAL = /^[0-9a-f]{1,16}$/i;

export function createReach(): Reach {
  let own: { readonly key: string | undefined } | undefined;
  let writing: Access = 'write';
  const accessTo: Reach['accessTo'] = (driveId, access) =>
    own === undefined || own.key === driveKey(driveId) ? access : `${access}-all`;
  return {
    accessTo,
    accessOf: (url, access) => {
      const driveId = DRIVE.exec(url)?.[1];
      if (driveId === undefined || (access !== 'read' && access !== 'write')) return access;
      const needed = accessTo(decodeURIComponent(driveId), access);
      if (access === 'write') writing = needed;
      return needed;
    },
    writing: () => writing,
    learnOwn: (driveId) => {
      own = { key: driveId === undefined ? undefined : driveKey(driveId) };
    },
    forget: () => {
      own = undefined;
      writing = 'write';
    },
  };
}

/** Two ids with the same key are one drive. */
export function driveKey(driveId: string): string {
  return PERSONAL.test(driveId) ? driveId.toLowerCase().replace(/^0+/, '') : driveId;
}

import type { Text } from '../../text';

const REASONS = {
  openid: 'scope.signIn',
  profile: 'scope.signIn',
  email: 'scope.signIn',
  offline_access: 'scope.offline',
  'user.read': 'scope.profile',
  'files.read': 'scope.filesRead',
  'files.readwrite': 'scope.filesWrite',
  'files.read.all': 'scope.allFilesRead',
  'files.readwrite.all': 'scope.allFilesWrite',
  'files.readwrite.appfolder': 'scope.appFolder',
  'sites.read.all': 'scope.sitesRead',
  'sites.readwrite.all': 'scope.sitesWrite',
  'team.readbasic.all': 'scope.teams',
  'channel.readbasic.all': 'scope.channels',
  'people.read': 'scope.people',
  'user.readbasic.all': 'scope.colleagues',
} as const;

/** What a permission is wanted for, in plain words; one that we don't know speaks for itself. */
export function scopeReason(scope: string, text: Text): string {
  const name = scope.toLowerCase();
  return isKnown(name) ? text(REASONS[name]) : scope;
}

function isKnown(name: string): name is keyof typeof REASONS {
  return Object.hasOwn(REASONS, name);
}

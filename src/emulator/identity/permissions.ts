/** A delegated Microsoft Graph permission, in the words of the consent page. */
export interface Permission {
  readonly name: string;
  readonly words: string;
  /** Users can't grant it themselves, whatever their organisation allows. */
  readonly adminOnly: boolean;
}

const permission = (name: string, words: string, adminOnly = false): Permission => ({
  name,
  words,
  adminOnly,
});

const graphPermissions: readonly Permission[] = [
  permission('User.Read', 'Sign you in and read your profile'),
  permission('User.ReadWrite', 'Read and update your profile'),
  permission('User.ReadBasic.All', 'Read the basic profiles of people in your organisation'),
  permission('User.Read.All', 'Read the full profiles of all people in your organisation', true),
  permission(
    'User.ReadWrite.All',
    'Read and write the full profiles of all people in your organisation',
    true,
  ),
  permission('Directory.Read.All', 'Read directory data', true),
  permission('People.Read', 'See the people relevant to you'),
  permission('Files.Read', 'Read your files'),
  permission('Files.Read.All', 'Read all files that you have access to'),
  permission('Files.ReadWrite', 'Have full access to your files'),
  permission('Files.ReadWrite.All', 'Have full access to all files you have access to'),
  permission('Files.Read.Selected', 'Read files that you select'),
  permission('Files.ReadWrite.Selected', 'Read and write files that you select'),
  permission('Files.ReadWrite.AppFolder', 'Have full access to its own folder in your OneDrive'),
  permission('Files.SelectedOperations.Selected', 'Access files that were given to this application'),
  permission('Sites.Read.All', 'Read items in all sites that you can reach'),
  permission('Sites.ReadWrite.All', 'Edit or delete items in all sites that you can reach'),
  permission('Sites.Selected', 'Access sites that were given to this application'),
  permission('Sites.Manage.All', 'Create, edit and delete items and lists in all your sites'),
  permission('Sites.FullControl.All', 'Have full control of all your sites', true),
  permission('Team.ReadBasic.All', 'Read the names and descriptions of your teams'),
  permission('Channel.ReadBasic.All', 'Read the names and descriptions of your channels'),
  permission('Chat.Read', 'Read your chat messages'),
  permission('Calendars.Read', 'Read your calendars'),
  permission('Contacts.Read', 'Read your contacts'),
  permission('Mail.Read', 'Read your mail'),
  permission('Mail.Send', 'Send mail as you'),
  permission('Presence.Read', 'Read your presence information'),
  permission('Group.Read.All', 'Read all groups of your organisation', true),
  permission('Group.ReadWrite.All', 'Read and write all groups of your organisation', true),
  permission('GroupMember.Read.All', 'Read the memberships of your groups', true),
];

/** OpenID Connect scopes: no resource, no token of their own. */
export const openIdPermissions: readonly Permission[] = [
  permission('openid', 'Sign you in'),
  permission('profile', 'View your basic profile'),
  permission('email', 'View your email address'),
  permission('offline_access', 'Keep access to data you have given it access to'),
];

const byLowerName = new Map(graphPermissions.map((entry) => [entry.name.toLowerCase(), entry]));

export function findGraphPermission(name: string): Permission | undefined {
  return byLowerName.get(name.toLowerCase());
}

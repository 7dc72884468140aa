import type { SetupInput } from '../setup-input';

/** What the page is to be able to do beyond showing a user's own files. */
export const FEATURES = ['change', 'others', 'sites', 'teams', 'people'] as const;
export type Feature = (typeof FEATURES)[number];

/** Of work and school accounts alone: Graph has no sites, teams and colleagues for personal ones. */
const WORK_FEATURES: readonly Feature[] = ['sites', 'teams', 'people'];

/** Delegated permissions of Microsoft Graph by their ids, which are the same in every cloud. */
const IDS = {
  'User.Read': 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
  'Files.Read': '10465720-29dd-4523-a11a-6a75c743c9d9',
  'Files.ReadWrite': '5c28f0bf-8a70-41f1-8ab2-9032436ddb65',
  'Files.Read.All': 'df85f4d6-205c-4ac5-a5ea-6bf408dba283',
  'Files.ReadWrite.All': '863451e7-0667-486c-a5d6-d135439485f0',
  'Sites.Read.All': '205e70e5-aba6-4c52-a976-6d2d46c48043',
  'Team.ReadBasic.All': '485be79e-c497-4b35-9400-0e3fa7f2a5d4',
  'Channel.ReadBasic.All': '9d8982ae-4365-4f57-95e9-d6032a4c0b87',
  'People.Read': 'ba47897c-39ec-4d83-8086-ee8256fa737d',
} as const;
export type PermissionName = keyof typeof IDS;

export interface Permission {
  readonly name: PermissionName;
  readonly id: string;
}

/** What the accounts that may sign in can have. */
export function offeredFeatures({ audience }: Pick<SetupInput, 'audience'>): readonly Feature[] {
  return FEATURES.filter(
    (feature) => audience !== 'PersonalMicrosoftAccount' || !WORK_FEATURES.includes(feature),
  );
}

/** The least that the chosen features need, least first. None of them needs an administrator by Microsoft's default. */
export function permissionsOf(input: Pick<SetupInput, 'features' | 'audience'>): readonly Permission[] {
  const features = offeredFeatures(input).filter((feature) => input.features.includes(feature));
  const has = (feature: Feature) => features.includes(feature);
  // What lies in sites and teams is in other people's drives.
  const reachesOthers = has('others') || has('sites') || has('teams');
  const names: PermissionName[] = ['User.Read', reachesOthers ? 'Files.Read.All' : 'Files.Read'];
  if (has('change')) names.push(reachesOthers ? 'Files.ReadWrite.All' : 'Files.ReadWrite');
  if (has('sites')) names.push('Sites.Read.All');
  if (has('teams')) names.push('Team.ReadBasic.All', 'Channel.ReadBasic.All');
  if (has('people')) names.push('People.Read');
  return names.map((name) => ({ name, id: IDS[name] }));
}

/** What the control asks for unless it is told. */
const OWN: readonly PermissionName[] = ['User.Read', 'Files.Read', 'Files.ReadWrite'];

/** For the page's settings; undefined where they are the control's own. */
export function scopesOf(
  input: Pick<SetupInput, 'features' | 'audience'>,
): readonly PermissionName[] | undefined {
  const names = permissionsOf(input).map(({ name }) => name);
  return names.every((name) => OWN.includes(name)) ? undefined : names;
}

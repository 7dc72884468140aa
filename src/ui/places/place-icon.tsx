import {
  AppFolderRegular,
  BinRecycleRegular,
  BuildingMultipleRegular,
  ClockRegular,
  DocumentRegular,
  FolderRegular,
  HardDriveRegular,
  LibraryRegular,
  NumberSymbolRegular,
  PeopleRegular,
  PeopleTeamRegular,
  SearchRegular,
  StarRegular,
} from '@fluentui/react-icons';
import type { PlaceNode } from './place-tree';

const ICONS = {
  'my-files': HardDriveRegular,
  'app-folder': AppFolderRegular,
  folder: FolderRegular,
  recent: ClockRegular,
  shared: PeopleRegular,
  favourites: StarRegular,
  sites: BuildingMultipleRegular,
  site: BuildingMultipleRegular,
  library: LibraryRegular,
  teams: PeopleTeamRegular,
  team: PeopleTeamRegular,
  channel: NumberSymbolRegular,
  item: DocumentRegular,
  search: SearchRegular,
  below: FolderRegular,
  'recycle-bin': BinRecycleRegular,
} as const;

export function PlaceIcon({ way, className }: Pick<PlaceNode, 'way'> & { readonly className: string }) {
  const kind = way === 'my-files' ? way : (way.at(-1)?.elsewhere?.kind ?? 'folder');
  const Icon = ICONS[kind];
  return <Icon className={className} aria-hidden />;
}

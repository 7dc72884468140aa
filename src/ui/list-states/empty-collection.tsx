import type { PathFolder } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { EmptyFolderPicture } from './pictures-of-nothing';
import { EmptySearch } from './empty-search';
import { NoAppFolder } from './no-app-folder';
import { StatePanel } from './state-panel';

type Kind = Exclude<NonNullable<PathFolder['elsewhere']>['kind'], 'library' | 'channel'>;

interface EmptyCollectionProps {
  readonly kind: Kind;
}

/** A collection with nothing in it says what it would hold, and why it may be empty. */
export function EmptyCollection({ kind }: EmptyCollectionProps) {
  switch (kind) {
    case 'search':
      return <EmptySearch />;
    case 'app-folder':
      return <NoAppFolder />;
    default:
      return <EmptyList kind={kind} />;
  }
}

function EmptyList({ kind }: { readonly kind: Exclude<Kind, 'search' | 'app-folder'> }) {
  const text = useText();
  const { note } = useStore(useControl().folder.state);
  const advice =
    kind === 'favourites' ? text('collection.empty.favouritesAdvice') : note && text(`collection.${note}`);
  return (
    <StatePanel
      picture={<EmptyFolderPicture />}
      title={text(`collection.empty.${kind}`)}
      {...(advice && { advice })}
    />
  );
}

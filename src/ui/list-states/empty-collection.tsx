import type { PathFolder } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { EmptyFolderPicture } from './pictures-of-nothing';
import { EmptySearch } from './empty-search';
import { StatePanel } from './state-panel';

type Kind = Exclude<NonNullable<PathFolder['elsewhere']>['kind'], 'library' | 'channel'>;

interface EmptyCollectionProps {
  readonly kind: Kind;
}

/** A collection with nothing in it says what it would hold, and why it may be empty. */
export function EmptyCollection({ kind }: EmptyCollectionProps) {
  return kind === 'search' ? <EmptySearch /> : <EmptyList kind={kind} />;
}

function EmptyList({ kind }: { readonly kind: Exclude<Kind, 'search'> }) {
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

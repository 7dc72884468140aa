import type { PathFolder } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { EmptyFolderPicture } from './pictures-of-nothing';
import { StatePanel } from './state-panel';

type Kind = Exclude<NonNullable<PathFolder['elsewhere']>['kind'], 'library' | 'channel'>;

/** A collection with nothing in it says what it would hold, and why it may be empty. */
export function EmptyCollection({ kind }: { readonly kind: Kind }) {
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

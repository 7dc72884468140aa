import { Spinner } from '@fluentui/react-components';
import type { DriveItem } from '../../drive';
import { useText } from '../text';
import { AccessPart } from './access-part';
import { useItemSharing } from './use-item-sharing';

/** Who can reach an item, with what can be changed about it: for any place that shows one item. */
export function PeopleWithAccess({ item }: { readonly item: DriveItem }) {
  const text = useText();
  const sharing = useItemSharing(item);
  if (!sharing) return <Spinner size="tiny" label={text('share.loading')} />;
  return <AccessPart item={item} sharing={sharing} />;
}

import { Skeleton, SkeletonItem } from '@fluentui/react-components';
import type { DriveItem } from '../../drive';
import { later } from '../later';
import { useText } from '../text';
import { useViewOptions } from '../view-options';
import { FoldedSection } from './folded-section';

const PeopleWithAccess = later(async () => (await import('../sharing')).PeopleWithAccess);

interface AccessSectionProps {
  readonly item: DriveItem;
  /** Whether what the pane asks first has been answered: whoever only walks along the rows asks nothing. */
  readonly isAtRest: boolean;
}

/** Who can reach the item, where the page lets people share. The drive itself has no such list. */
export function AccessSection({ item, isAtRest }: AccessSectionProps) {
  const text = useText();
  const { actions } = useViewOptions();
  if (!actions.has('share') || item.elsewhere || item.unreachable || item.name === '') return null;
  return (
    <FoldedSection id="access">
      {isAtRest ? (
        <PeopleWithAccess item={item} />
      ) : (
        <Skeleton aria-label={text('details.loading')}>
          <SkeletonItem size={40} />
        </Skeleton>
      )}
    </FoldedSection>
  );
}

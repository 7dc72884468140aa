import { Skeleton, SkeletonItem } from '@fluentui/react-components';
import type { Details } from '../../drive';
import { useStore } from '../control-context';
import { useText } from '../text';
import { useViewState } from '../view-state';
import { ActivityList } from './activity-list';
import { FoldedSection } from './folded-section';
import { SectionFailure } from './section-failure';
import { useSection } from './use-details';

/** What has happened to the item, as far as Microsoft tells. */
export function ActivitySection({ details }: { readonly details: Details | undefined }) {
  const text = useText();
  const isUnfolded = useStore(useViewState().details).unfolded.has('activity');
  const section = useSection(details?.activity, isUnfolded);
  const activity = section.status === 'known' || section.status === 'failed' ? section.value : undefined;
  return (
    <FoldedSection id="activity">
      {section.status === 'failed' && (
        <SectionFailure error={section.error} onRetry={() => details?.activity.retry()} />
      )}
      {activity && <ActivityList activity={activity} />}
      {!activity && section.status !== 'failed' && (
        <Skeleton aria-label={text('details.loading')}>
          <SkeletonItem size={40} />
        </Skeleton>
      )}
    </FoldedSection>
  );
}

import { Skeleton, SkeletonItem } from '@fluentui/react-components';
import type { Details, DriveItem } from '../../drive';
import { useStore } from '../control-context';
import { useText } from '../text';
import { useViewState } from '../view-state';
import { FoldedSection } from './folded-section';
import { SectionFailure } from './section-failure';
import { useSection } from './use-details';
import { VersionList } from './version-list';

interface VersionSectionProps {
  readonly item: DriveItem;
  readonly details: Details | undefined;
}

/** What the file was before, and what can be done with it. */
export function VersionSection({ item, details }: VersionSectionProps) {
  const text = useText();
  const isUnfolded = useStore(useViewState().details).unfolded.has('versions');
  const section = useSection(details?.versions, isUnfolded);
  const versions = section.status === 'known' || section.status === 'failed' ? section.value : undefined;
  return (
    <FoldedSection id="versions">
      {section.status === 'failed' && (
        <SectionFailure error={section.error} onRetry={() => details?.versions.retry()} />
      )}
      {versions && details && <VersionList item={item} versions={versions} details={details} />}
      {!versions && section.status !== 'failed' && (
        <Skeleton aria-label={text('details.loading')}>
          <SkeletonItem size={40} />
        </Skeleton>
      )}
    </FoldedSection>
  );
}

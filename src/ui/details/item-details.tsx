import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import type { DriveItem, PathFolder } from '../../drive';
import { ItemName } from '../file-list/item-name';
import { useText } from '../text';
import { AccessSection } from './access-section';
import { ActivitySection } from './activity-section';
import { describeItem } from './describe-item';
import { FactsList } from './facts-list';
import { FieldSection } from './field-section';
import { ItemId } from './item-id';
import { ItemPicture } from './item-picture';
import { SectionFailure } from './section-failure';
import { useDetails, useSection } from './use-details';
import { VersionSection } from './version-section';

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    // In full: here is the place for it.
    '> *': { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', display: 'inline' },
  },
});

interface ItemDetailsProps {
  readonly item: DriveItem;
  readonly path: readonly PathFolder[];
}

/** One item. */
export function ItemDetails({ item, path }: ItemDetailsProps) {
  const text = useText();
  const styles = useStyles();
  const details = useDetails(item);
  const section = useSection(details?.facts);
  const facts = section.status === 'known' || section.status === 'failed' ? section.value : undefined;
  // Nobody tells more of these than the list does.
  const isAsked = !item.isDeleted && !item.elsewhere;
  const isWaiting = isAsked && facts === undefined && section.status !== 'failed';
  return (
    <>
      <div className={styles.part} aria-busy={isWaiting}>
        <ItemPicture item={item} known={facts?.item} />
        <h3 className={styles.name}>
          <ItemName name={item.name || text('path.root')} />
        </h3>
        <FactsList facts={describeItem(item, facts, path, text)} />
        {isWaiting && <Waiting />}
        {section.status === 'failed' && (
          <SectionFailure error={section.error} onRetry={() => details?.facts.retry()} />
        )}
      </div>
      <FieldSection details={details} />
      {item.file && !item.isDeleted && <VersionSection item={item} details={details} />}
      {isAsked && <ActivitySection details={details} />}
      <AccessSection item={item} isAtRest={!isWaiting} />
      <ItemId item={item} />
    </>
  );
}

function Waiting() {
  const text = useText();
  return (
    <Skeleton aria-label={text('details.loading')}>
      <SkeletonItem size={16} />
    </Skeleton>
  );
}

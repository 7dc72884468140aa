import { Checkbox, makeStyles, tokens, typographyStyles, useId } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { isFolder, type DriveItem } from '../../drive';
import { parseInstant } from '../../lib';
import { ItemName } from '../file-list';
import { fileTypeOf } from '../file-list/file-type';
import { FileTypeIcon } from '../file-list/file-type-icon';
import { RowPicture } from '../file-list/row-picture';
import { useText, type Text } from '../text';
import { answerTo, type Kept } from './decisions';
import { canReplace, type Clash } from './upload-questions';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { ...typographyStyles.body1Strong, display: 'flex' },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 200px), 1fr))',
    gap: tokens.spacingHorizontalS,
  },
  side: { display: 'flex', alignItems: 'start', minWidth: '0', gap: tokens.spacingHorizontalXS },
  label: { display: 'flex', flexDirection: 'column', minWidth: '0' },
  which: { display: 'flex', alignItems: 'baseline', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  newer: { ...typographyStyles.caption1Strong, color: tokens.colorBrandForeground1 },
  fact: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    unicodeBidi: 'plaintext',
    overflowWrap: 'anywhere',
  },
  picture: { flexShrink: 0, display: 'flex', paddingBlockStart: tokens.spacingVerticalSNudge },
  outcome: { ...typographyStyles.caption1, unicodeBidi: 'plaintext', overflowWrap: 'anywhere' },
});

interface ClashRowProps {
  readonly clash: Clash;
  readonly kept: Kept;
  readonly onKeep: (kept: Kept) => void;
}

/** Two that want one name: both can be kept, or one of them. */
export function ClashRow({ clash, kept, onKeep }: ClashRowProps) {
  const text = useText();
  const styles = useStyles();
  const titleId = useId('clash');
  const { name, file, state, count } = clash;
  const { existing, proposal = name } = state;
  const mine = { size: file?.size, modified: file?.lastModified };
  const theirs = { size: sizeOf(existing), modified: parseInstant(existing?.lastModifiedDateTime) };
  const by = existing?.lastModifiedBy;
  const place = existing && folderNameOf(existing);
  const isNewer = (one: number | undefined, other: number | undefined) =>
    one !== undefined && other !== undefined && one > other;
  return (
    <div role="group" aria-labelledby={titleId} className={styles.row}>
      <div>
        <div id={titleId} className={styles.name}>
          <ItemName name={name} />
        </div>
        {place && <div className={styles.fact}>{text('questions.place', { folder: place })}</div>}
      </div>
      <div className={styles.sides}>
        <Side
          title={text('questions.mine')}
          isNewer={isNewer(mine.modified, theirs.modified)}
          facts={file ? factsOf(mine, text) : [text('questions.folder', { count })]}
          isKept={kept.mine}
          onKeep={(isKept) => onKeep({ ...kept, mine: isKept })}
          picture={<FileTypeIcon type={file ? fileTypeOf({ name }) : 'folder'} size={28} />}
        />
        <Side
          title={text('questions.existing')}
          isNewer={isNewer(theirs.modified, mine.modified)}
          facts={[...factsOf(theirs, text), ...(by ? [text('questions.by', { name: by })] : [])]}
          isKept={kept.existing}
          // A folder neither replaces a file nor is replaced by one.
          onKeep={canReplace(clash) ? (isKept) => onKeep({ ...kept, existing: isKept }) : undefined}
          picture={existing && <RowPicture item={existing} faded={false} size={28} />}
        />
      </div>
      <div className={styles.outcome} aria-live="polite">
        {text(`questions.outcome.${answerTo(kept)}`, { name: proposal })}
      </div>
    </div>
  );
}

interface SideProps {
  readonly title: string;
  readonly isNewer: boolean;
  readonly facts: readonly string[];
  readonly isKept: boolean;
  /** Left out where it has to be kept. */
  readonly onKeep: ((isKept: boolean) => void) | undefined;
  readonly picture: ReactNode;
}

function Side({ title, isNewer, facts, isKept, onKeep, picture }: SideProps) {
  const text = useText();
  const styles = useStyles();
  return (
    <div className={styles.side}>
      <Checkbox
        checked={isKept}
        disabled={!onKeep}
        onChange={(_, data) => onKeep?.(data.checked === true)}
        label={
          <span className={styles.label}>
            <span className={styles.which}>
              {title}
              {isNewer && <span className={styles.newer}>{text('questions.newer')}</span>}
            </span>
            {facts.map((fact) => (
              <span key={fact} className={styles.fact}>
                {fact}
              </span>
            ))}
          </span>
        }
      />
      <span className={styles.picture} aria-hidden>
        {picture}
      </span>
    </div>
  );
}

interface Facts {
  readonly size: number | undefined;
  readonly modified: number | undefined;
}

function factsOf({ size, modified }: Facts, text: Text): readonly string[] {
  return [
    ...(size === undefined ? [] : [text.size(size)]),
    ...(modified === undefined ? [] : [text.date(modified)]),
  ];
}

/** That of a folder is what lies in it, which says nothing here. */
function sizeOf(item: DriveItem | undefined): number | undefined {
  return item && !isFolder(item) ? item.size : undefined;
}

/** Undefined in the root, which has no name of its own. */
function folderNameOf({ parentReference: { name, path } }: DriveItem): string | undefined {
  return path?.includes('root:/') ? name : undefined;
}

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowEnterRegular, CloudArrowUpRegular, CopyRegular } from '@fluentui/react-icons';
import { useText } from '../text';
import type { DragOver } from './use-drag';

const useStyles = makeStyles({
  // Never a target itself: else showing it would count as leaving the zone.
  layer: {
    position: 'absolute',
    inset: tokens.spacingVerticalXS,
    zIndex: 2,
    pointerEvents: 'none',
    display: 'flex',
    alignItems: 'end',
    justifyContent: 'center',
    padding: tokens.spacingVerticalXXL,
  },
  frame: {
    position: 'absolute',
    boxSizing: 'border-box',
    zIndex: 2,
    pointerEvents: 'none',
    borderRadius: tokens.borderRadiusXLarge,
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    '::before': {
      content: '""',
      position: 'absolute',
      inset: 0,
      borderRadius: tokens.borderRadiusLarge,
      backgroundColor: tokens.colorBrandBackground2,
      opacity: 0.72,
    },
  },
  whole: { inset: tokens.spacingVerticalXS },
  label: {
    position: 'relative',
    zIndex: 2,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    maxWidth: '100%',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    boxShadow: tokens.shadow16,
    fontWeight: tokens.fontWeightSemibold,
    forcedColorAdjust: 'none',
    overflowWrap: 'anywhere',
  },
  icon: { fontSize: '24px', flexShrink: 0 },
});

const WORDS = {
  upload: ['drop.here', CloudArrowUpRegular],
  move: ['drag.move', ArrowEnterRegular],
  copy: ['drag.copy', CopyRegular],
} as const;

/** Where files, or items, go that are let go now: around that folder alone, and by its name. */
export function DropFrame({ over: { folder, box, effect } }: { readonly over: DragOver }) {
  const text = useText();
  const styles = useStyles();
  const [id, Icon] = effect === 'none' ? WORDS.upload : WORDS[effect];
  return (
    <>
      <div className={mergeClasses(styles.frame, !box && styles.whole)} style={box} data-part="drop-frame" />
      <div className={styles.layer}>
        <div className={styles.label}>
          <Icon className={styles.icon} aria-hidden />
          {text(id, { folder: folder.name || text('path.root') })}
        </div>
      </div>
    </>
  );
}

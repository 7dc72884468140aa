import { makeStyles, tokens } from '@fluentui/react-components';

/** What stands below the list, never over it: the ends of picking and of saving. */
export const useTrayStyles = makeStyles({
  tray: { containerType: 'inline-size', flexShrink: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    minHeight: '48px',
    boxSizing: 'border-box',
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
  },
  notice: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    paddingBlockStart: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  icon: { flexShrink: 0, fontSize: '20px' },
  summary: { display: 'flex', flexGrow: 1, flexBasis: '180px', minWidth: 0 },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginInlineStart: 'auto',
    // A row of their own: easy to hit with a thumb.
    '@container (max-width: 480px)': { flexGrow: 1, flexBasis: '100%', '> *': { flexGrow: 1 } },
  },
});

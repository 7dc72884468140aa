import { makeStyles, tokens } from '@fluentui/react-components';

/** A line below the list, for something that goes on: a sign, words, buttons. */
export const useLineStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    minHeight: '44px',
    boxSizing: 'border-box',
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalL,
  },
  sign: { display: 'flex', flexShrink: 0, width: '24px', justifyContent: 'center', fontSize: '24px' },
  failed: { color: tokens.colorStatusDangerForeground1 },
  words: { flexGrow: 1, flexBasis: '160px', minWidth: 0, overflowWrap: 'anywhere' },
});

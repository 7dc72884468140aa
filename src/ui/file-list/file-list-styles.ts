import { makeStyles, shorthands, tokens } from '@fluentui/react-components';
import { HEADER_HEIGHT, type Density } from './columns';

/** The tracks of header and rows. */
export const COLUMNS: Readonly<Record<Density, string>> = {
  wide: '44px minmax(0, 1fr) 156px 168px 104px',
  medium: '44px minmax(0, 1fr) 148px 92px',
  narrow: '44px minmax(0, 1fr)',
};

export const useFileListStyles = makeStyles({
  box: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    outlineStyle: 'none',
  },
  grid: {
    position: 'relative',
    flexGrow: 1,
    minHeight: 0,
    overflowX: 'hidden',
    overflowY: 'auto',
    overflowAnchor: 'none',
    overscrollBehavior: 'contain',
    scrollPaddingBlockStart: `${HEADER_HEIGHT}px`,
    outlineStyle: 'none',
  },
  empty: { flexGrow: 0, flexShrink: 0, overflowY: 'hidden' },
  rows: { position: 'relative', minHeight: `calc(100% - ${HEADER_HEIGHT}px)` },
  header: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    display: 'grid',
    alignItems: 'stretch',
    boxSizing: 'border-box',
    height: `${HEADER_HEIGHT}px`,
    paddingInline: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  columnHeader: { display: 'flex', minWidth: 0 },
  sort: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    maxWidth: '100%',
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
    paddingInline: tokens.spacingHorizontalS,
    paddingBlock: 0,
    ...shorthands.borderStyle('none'),
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  plain: { alignItems: 'center', cursor: 'default' },
  arrow: { flexShrink: 0, color: tokens.colorBrandForeground1 },
});

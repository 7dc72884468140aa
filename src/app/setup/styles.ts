import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const useSetupStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  heading: {
    ...typographyStyles.subtitle1,
    margin: 0,
    borderRadius: tokens.borderRadiusMedium,
    // It takes the focus when the step changes, for those who hear the page; a frame says nothing to those who see it.
    ':focus': { outlineStyle: 'none' },
  },
  part: { ...typographyStyles.subtitle2, margin: 0 },
  text: { ...typographyStyles.body1, margin: 0, maxWidth: '70ch', overflowWrap: 'anywhere' },
  faint: { ...typographyStyles.body1, margin: 0, maxWidth: '70ch', color: tokens.colorNeutralForeground2 },
  list: {
    ...typographyStyles.body1,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXXL,
    maxWidth: '70ch',
    overflowWrap: 'anywhere',
    '& > li': { marginBlockEnd: tokens.spacingVerticalS },
  },
  table: {
    ...typographyStyles.body1,
    borderCollapse: 'collapse',
    '& th, & td': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: 'start',
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
    },
  },
});

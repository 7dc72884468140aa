import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

/** A form of the sharing dialog: fields below one another, two in a row where there is room. */
export const useFormStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
  },
  reason: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, display: 'block' },
});

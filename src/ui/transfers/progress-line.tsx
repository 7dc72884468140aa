import { makeStyles, ProgressBar, type ProgressBarProps } from '@fluentui/react-components';

const useStyles = makeStyles({
  // Fluent glides the width, and each step is a layout of the whole page: sixty a second, for bytes told ten times.
  bar: { transitionProperty: 'none' },
});

/** How far something is, as often as it is told. */
export function ProgressLine(props: ProgressBarProps) {
  const styles = useStyles();
  return <ProgressBar bar={{ className: styles.bar }} {...props} />;
}

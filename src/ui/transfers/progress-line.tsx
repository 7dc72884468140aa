import { makeStyles, mergeClasses, ProgressBar, type ProgressBarProps } from '@fluentui/react-components';

const useStyles = makeStyles({
  // Each step lays out the line, and not the whole page.
  line: {
    contain: 'strict',
    // Fluent draws the rest in the colour of text there, from which what is done hardly differs. In its own words of the
    // media: only so does one replace the other.
    '@media screen and (forced-colors: active)': { backgroundColor: 'Canvas' },
  },
  // Fluent glides the width, and each step is a layout: sixty a second, for bytes told ten times.
  bar: { transitionProperty: 'none' },
});

/** How far something is, as often as it is told. */
export function ProgressLine({ className, ...props }: ProgressBarProps) {
  const styles = useStyles();
  return (
    <ProgressBar
      className={mergeClasses(styles.line, className)}
      bar={{ className: styles.bar }}
      {...props}
    />
  );
}

import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  mirrored: { ':dir(rtl)': { transform: 'scaleX(-1)' } },
});

interface PathIconProps {
  /** In a square of 20 by 20. */
  readonly path: string;
  /** It points to a side. */
  readonly isMirrored?: boolean;
}

/** An icon of the data of a path alone: nothing that a page could make the control load. */
export function PathIcon({ path, isMirrored = false }: PathIconProps) {
  const styles = useStyles();
  return (
    <svg
      className={isMirrored ? styles.mirrored : ''}
      viewBox="0 0 20 20"
      width="1em"
      height="1em"
      fill="currentColor"
      aria-hidden
      focusable={false}
    >
      <path d={path} />
    </svg>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  picture: { width: '160px', height: 'auto', display: 'block', forcedColorAdjust: 'none' },
  far: { fill: tokens.colorBrandBackground2Pressed },
  near: { fill: tokens.colorBrandBackground },
  sheet: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorBrandStroke2, strokeWidth: '1.5px' },
  line: { stroke: tokens.colorBrandStroke2, strokeWidth: '3px', strokeLinecap: 'round' },
  ground: { fill: tokens.colorNeutralBackground3 },
});

/** A cloud with documents: decoration only. */
export function CloudPicture() {
  const styles = useStyles();
  return (
    <svg className={styles.picture} viewBox="4 -10 152 122" aria-hidden="true" focusable="false">
      <ellipse className={styles.ground} cx="80" cy="102" rx="64" ry="6" />
      <path className={styles.far} d="M58 84a22 22 0 0 1-1-44 30 30 0 0 1 57-6 25 25 0 0 1 21 50z" />
      <g transform="rotate(-7 64 34)">
        <rect className={styles.sheet} x="46" y="2" width="36" height="52" rx="4" />
        <path className={styles.line} d="M54 16h20M54 25h20M54 34h12" fill="none" />
      </g>
      <g transform="rotate(7 100 38)">
        <rect className={styles.sheet} x="82" y="8" width="36" height="52" rx="4" />
        <path className={styles.line} d="M90 22h20M90 31h20M90 40h12" fill="none" />
      </g>
      <path
        className={styles.near}
        d="M44 98a20 20 0 0 1-2-40 27 27 0 0 1 50-9 19 19 0 0 1 22 12 19 19 0 0 1 3 37z"
      />
    </svg>
  );
}

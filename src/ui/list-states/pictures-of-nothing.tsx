import { Picture, usePictureStyles } from './picture';

/** An open folder that waits for something to be put in. */
export function EmptyFolderPicture() {
  const styles = usePictureStyles();
  return (
    <Picture>
      <path fill="#d99a0b" d="M26 30a7 7 0 0 1 7-7h22c2 0 4 .8 5.4 2.300L66 31h37a7 7 0 0 1 7 7v44H26z" />
      <g transform="rotate(-8 60 44)">
        <rect className={styles.paper} x="42" y="20" width="40" height="48" rx="4" />
        <path className={styles.ink} d="M51 33h22M51 42h22M51 51h13" />
      </g>
      <g transform="rotate(9 88 44)">
        <rect className={styles.paper} x="70" y="26" width="34" height="42" rx="4" />
        <circle className={styles.brand} cx="81" cy="38" r="4" />
        <path className={styles.brandInk} d="m76 56 7-9 5 6 4-4 6 7" />
      </g>
      <path
        fill="#ffcf48"
        d="M20 52a6 6 0 0 1 6-6.500h84a6 6 0 0 1 6 6.900l-4.6 33a7 7 0 0 1-7 6.100H31.600a7 7 0 0 1-7-6.100z"
      />
      <path fill="#fff" opacity=".35" d="M26 45.500h84a6 6 0 0 1 6 6H20a6 6 0 0 1 6-6z" />
    </Picture>
  );
}

/** A glass over pages: looked for, not found. */
export function NothingFoundPicture() {
  const styles = usePictureStyles();
  return (
    <Picture>
      <g transform="rotate(-6 56 50)">
        <rect className={styles.paper} x="32" y="18" width="50" height="64" rx="5" />
        <path className={styles.ink} d="M43 34h28M43 45h28M43 56h16" />
      </g>
      <circle className={styles.glass} cx="84" cy="54" r="21" />
      <circle className={styles.brandInk} cx="84" cy="54" r="21" strokeWidth="5" />
      <path className={styles.brandInk} d="m100 70 14 15" strokeWidth="8" />
      <path className={styles.ink} d="M77 47l14 14M91 47 77 61" />
    </Picture>
  );
}

import { Picture, usePictureStyles } from './picture';

/** A cloud out of reach: all failures. */
export function CloudTroublePicture() {
  const styles = usePictureStyles();
  return (
    <Picture>
      <path
        className={styles.soft}
        d="M46 80a20 20 0 0 1-3-39.800A27 27 0 0 1 94.5 36 22.5 22.5 0 0 1 94 80z"
      />
      <circle className={styles.paper} cx="68" cy="58" r="17" />
      <path className={styles.brandInk} d="M68 49v10" strokeWidth="4" />
      <circle className={styles.brand} cx="68" cy="66.5" r="2.6" />
    </Picture>
  );
}

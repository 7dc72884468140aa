import { makeStyles, Spinner } from '@fluentui/react-components';
import type { DriveItem } from '../../drive';
import { useText } from '../text';

const useStyles = makeStyles({
  place: { position: 'absolute', inset: 0, display: 'grid', placeContent: 'center' },
});

export function PreviewLoading({ item }: { readonly item: DriveItem }) {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.place}>
      <Spinner aria-label={text('preview.loading', { name: item.name })} />
    </div>
  );
}

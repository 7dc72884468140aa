import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useControl, useStore } from '../control-context';
import { SectionFailure } from '../details/section-failure';
import { useText } from '../text';

const useStyles = makeStyles({
  notice: { color: tokens.colorNeutralForeground3 },
});

/** How far it is with the columns of the library, where there is something to say or to do. */
export function LibraryNotice({ onLeave }: { readonly onLeave: () => void }) {
  const styles = useStyles();
  const text = useText();
  const { folder } = useControl();
  const { library } = useStore(folder.state);
  if (library === undefined) return null;
  const ask = (mayAsk: boolean) => folder.askColumns(mayAsk);
  switch (library.status) {
    case 'loading':
      return (
        <Text role="status" className={styles.notice}>
          {text('view.columns.loading')}
        </Text>
      );
    case 'failed':
      return library.error.code === 'sign-in-needed' || library.error.code === 'consent-declined' ? (
        <Button
          size="small"
          onClick={() => {
            // The dialog that asks stands above everything.
            onLeave();
            ask(true);
          }}
        >
          {text('view.columns.ask')}
        </Button>
      ) : (
        <SectionFailure error={library.error} onRetry={() => ask(true)} />
      );
    case 'known':
      return typeof library.values === 'string' ? null : (
        <SectionFailure error={library.values} onRetry={() => ask(false)} />
      );
  }
}

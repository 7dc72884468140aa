import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import type { SelfTestSettings } from '../../self-test';
import { Realm } from '../../ui';
import type { Configuration } from '../configuration';
import { SelfTestPanel } from './self-test-panel';

const useStyles = makeStyles({
  screen: {
    flexGrow: 1,
    minHeight: '0',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

export interface SelfTestScreenProps extends Pick<Configuration, 'locale' | 'theme'> {
  readonly settings: SelfTestSettings;
  /** Address of the set-up assistant, where it may be used. */
  readonly assistant: string | undefined;
}

/** The self-test as a page of its own: `?self-test`. */
export function SelfTestScreen({ settings, assistant, locale, theme }: SelfTestScreenProps) {
  return (
    <Realm className="whole-page" locale={locale} theme={theme}>
      <Screen settings={settings} assistant={assistant} />
    </Realm>
  );
}

function Screen({ settings, assistant }: Pick<SelfTestScreenProps, 'settings' | 'assistant'>) {
  const styles = useStyles();
  return (
    <main className={styles.screen}>
      <Suspense fallback={null}>
        <SelfTestPanel settings={settings} assistant={assistant} />
      </Suspense>
    </main>
  );
}

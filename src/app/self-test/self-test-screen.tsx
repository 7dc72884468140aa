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
}

/** The self-test as a page of its own: `?self-test`. */
export function SelfTestScreen({ settings, locale, theme }: SelfTestScreenProps) {
  return (
    <Realm locale={locale} theme={theme}>
      <Screen settings={settings} />
    </Realm>
  );
}

function Screen({ settings }: { readonly settings: SelfTestSettings }) {
  const styles = useStyles();
  return (
    <div className={styles.screen}>
      <Suspense fallback={null}>
        <SelfTestPanel settings={settings} back={location.pathname} />
      </Suspense>
    </div>
  );
}

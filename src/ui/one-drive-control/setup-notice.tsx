import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { OneDriveError } from '../../lib';
import { loadSettingWords } from '../../locales';
import { CloudTroublePicture, StatePanel } from '../list-states';
import type { OneDriveViewProps } from '../one-drive-view';
import { Realm } from '../realm';
import { useText } from '../text';
import { TextProvider } from '../text-provider';

const useStyles = makeStyles({
  place: {
    display: 'flex',
    flexDirection: 'column',
    boxSizing: 'border-box',
    flexGrow: 1,
    minHeight: 'inherit',
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

const SENTENCES = {
  clientId: 'setup.clientId',
  redirectUri: 'setup.redirectUri',
  tenant: 'setup.tenant',
  authority: 'setup.authority',
  cloud: 'setup.cloud',
  graph: 'setup.graph',
  getAccessToken: 'setup.getAccessToken',
} as const;

interface SetupNoticeProps extends Omit<OneDriveViewProps, 'model' | 'options'> {
  /** `configuration-invalid`, its serviceCode naming the setting. */
  readonly error: OneDriveError;
}

/** What stands here instead of an empty place when the settings can't be right: which one, and what to do. */
export function SetupNotice({ error, strings, onInvalidString, ...realm }: SetupNoticeProps) {
  return (
    <Realm {...realm}>
      <TextProvider locale={realm.locale} strings={strings} onInvalidString={onInvalidString}>
        <Explanation error={error} />
      </TextProvider>
    </Realm>
  );
}

function Explanation({ error }: { readonly error: OneDriveError }) {
  const { serviceCode: setting = '' } = error;
  const reason = useReason(error);
  const styles = useStyles();
  const text = useText();
  return (
    <section className={styles.place} aria-label={text('view.label')}>
      <StatePanel
        alert
        picture={<CloudTroublePicture />}
        title={text('setup.title')}
        advice={
          reason ??
          (isNamed(setting)
            ? text(SENTENCES[setting], { origin: location.origin })
            : text('error.configuration-invalid.advice'))
        }
      />
    </section>
  );
}

/** Why the setting was refused, once the words for it are there. */
function useReason({ cause }: OneDriveError): string | undefined {
  const [reason, setReason] = useState<string>();
  useEffect(() => {
    let isGone = false;
    const tell = async () => {
      const { describeSetting, isSettingWordsCode } = await loadSettingWords();
      if (isGone || !isProblem(cause) || !isSettingWordsCode(cause.code)) return;
      const { what, fix } = describeSetting({ code: cause.code, value: cause.value });
      setReason(`${what} ${fix}`);
    };
    // Without them stands what is said of the setting as such.
    tell().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [cause]);
  return reason;
}

function isProblem(cause: unknown): cause is { readonly code: unknown; readonly value: string } {
  return typeof cause === 'object' && cause !== null && 'code' in cause && 'value' in cause;
}

function isNamed(setting: string): setting is keyof typeof SENTENCES {
  return Object.hasOwn(SENTENCES, setting);
}

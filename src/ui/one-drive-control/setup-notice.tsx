import { makeStyles, tokens } from '@fluentui/react-components';
import type { OneDriveError } from '../../lib';
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
        <Explanation setting={error.serviceCode ?? ''} />
      </TextProvider>
    </Realm>
  );
}

function Explanation({ setting }: { readonly setting: string }) {
  const styles = useStyles();
  const text = useText();
  return (
    <section className={styles.place} aria-label={text('view.label')}>
      <StatePanel
        alert
        picture={<CloudTroublePicture />}
        title={text('setup.title')}
        advice={
          isNamed(setting)
            ? text(SENTENCES[setting], { origin: location.origin })
            : text('error.configuration-invalid.advice')
        }
      />
    </section>
  );
}

function isNamed(setting: string): setting is keyof typeof SENTENCES {
  return Object.hasOwn(SENTENCES, setting);
}

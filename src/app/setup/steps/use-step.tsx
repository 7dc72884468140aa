import { Button } from '@fluentui/react-components';
import { fillIn } from '../../../locales';
import { addressOfStep, PAGE, SELF_TEST } from '../../pages';
import { keepTrial } from '../../trial-settings';
import { CodeBox } from '../code-box';
import { Note } from '../note';
import { adminConsentLink, adminRequest } from '../outputs/admin-request';
import {
  CLIENT_ID_PLACEHOLDER,
  elementSnippet,
  reactSnippet,
  settingsOf,
  TENANT_PLACEHOLDER,
} from '../outputs/settings';
import { tenantOf } from '../setup-input';
import { useSetupStyles } from '../styles';

import { useSetup, type Setup } from '../use-setup';

/** What to put where, and a way to try it before. */
export function UseStep() {
  const setup = useSetup();
  const styles = useSetupStyles();
  const { input, ids, texts, own, redirectUris } = setup;
  const settings = settingsOf(input, ids);
  const missing = missingPlaceholder(setup);
  const canChange = input.features.includes('change');
  // Another page was named for a reason: the control is embedded there.
  const ofPage = redirectUris[1] ?? own.address;
  const { use } = texts;
  return (
    <>
      {missing !== undefined && <Note kind="warning">{fillIn(use.missing, { placeholder: missing })}</Note>}
      <h3 className={styles.part}>{use.configuration}</h3>
      <p className={styles.faint}>{use.configurationHint}</p>
      {input.cloud === 'emulator' && <Note kind="info">{use.configurationEmulator}</Note>}
      <CodeBox
        label={use.configuration}
        code={JSON.stringify(settings, undefined, 2)}
        file="onedrive.config.json"
      />
      <TryIt isReady={missing === undefined} settings={settings} />
      <h3 className={styles.part}>{use.element}</h3>
      <p className={styles.faint}>{use.elementHint}</p>
      <CodeBox label={use.element} code={elementSnippet(settings, ofPage, canChange)} file="onedrive.html" />
      <h3 className={styles.part}>{use.react}</h3>
      <CodeBox label={use.react} code={reactSnippet(settings, ofPage, canChange)} file="files.tsx" />
      {input.audience !== 'PersonalMicrosoftAccount' && <ForAdministrator />}
    </>
  );
}

/** What stands in the outputs where something was not entered yet. */
function missingPlaceholder({ input, ids }: Setup): string | undefined {
  if (ids.clientId === undefined) return CLIENT_ID_PLACEHOLDER;
  const needsTenant = ids.tenant === undefined && tenantOf({ ...input, tenant: '' }) === undefined;
  return needsTenant ? TENANT_PLACEHOLDER : undefined;
}

interface TryItProps {
  readonly isReady: boolean;
  readonly settings: ReturnType<typeof settingsOf>;
}

function TryIt({ isReady, settings }: TryItProps) {
  const { texts, environment, input, isLoopback } = useSetup();
  const styles = useSetupStyles();
  const { use } = texts;
  const openWith = (address: string) => {
    keepTrial(environment, settings);
    // Tried out, the page itself shows the control: back is here.
    history.replaceState(null, '', addressOfStep('use'));
    location.assign(address);
  };
  return (
    <>
      <h3 className={styles.part}>{use.try}</h3>
      {input.cloud === 'emulator' && !isLoopback && (
        <Note kind="warning">{fillIn(use.unreachable, { host: location.host })}</Note>
      )}
      <div>
        <Button appearance="primary" disabled={!isReady} onClick={() => openWith(PAGE)}>
          {use.open}
        </Button>
      </div>
      <p className={styles.faint}>{use.openHint}</p>
      <div>
        <Button disabled={!isReady} onClick={() => openWith(SELF_TEST)}>
          {use.selfTest}
        </Button>
      </div>
      <p className={styles.faint}>{use.selfTestHint}</p>
    </>
  );
}

function ForAdministrator() {
  const { input, ids, own, texts } = useSetup();
  const styles = useSetupStyles();
  const link = adminConsentLink(input, ids, own.address);
  const { use } = texts;
  return (
    <>
      <h3 className={styles.part}>{use.administrator}</h3>
      <p className={styles.faint}>{link === undefined ? use.needsClientId : use.administratorHint}</p>
      {link !== undefined && (
        <CodeBox
          label={use.administrator}
          code={adminRequest(input, link, own.address, texts)}
          file="for-the-administrator.txt"
        />
      )}
    </>
  );
}

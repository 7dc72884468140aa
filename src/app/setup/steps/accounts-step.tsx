import { Field, makeStyles, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { fillIn } from '../../../locales';
import { audiencesOf, type SetupInput } from '../setup-input';
import { Note } from '../note';
import { useSetup } from '../use-setup';
import { EmulatorAddress } from './emulator-address';

const CLOUDS = ['global', 'usgov', 'usgov-dod', 'china'] as const;

// As wide as the page and no wider, however long the name of a cloud is.
const useStyles = makeStyles({
  select: { minWidth: 0, width: '100%', '& > select': { minWidth: 0, width: '100%' } },
});

/** In which cloud, and whose accounts. */
export function AccountsStep() {
  const { input, change, texts, own, isLoopback } = useSetup();
  const { accounts } = texts;
  const styles = useStyles();
  const audiences = audiencesOf(input.cloud);
  // The emulator is of no use where its computer can't be reached.
  const clouds = isLoopback || input.cloud === 'emulator' ? ([...CLOUDS, 'emulator'] as const) : CLOUDS;
  const choose = (cloud: SetupInput['cloud']) =>
    change({ cloud, ...(!audiencesOf(cloud).includes(input.audience) && { audience: 'AzureADMyOrg' }) });
  return (
    <>
      <Field label={accounts.cloud}>
        <Select
          className={styles.select}
          value={input.cloud}
          onChange={(_event, { value }) => choose(clouds.find((cloud) => cloud === value) ?? 'global')}
        >
          {clouds.map((cloud) => (
            <option key={cloud} value={cloud}>
              {accounts.clouds[cloud]}
            </option>
          ))}
        </Select>
      </Field>
      {input.cloud === 'emulator' && <EmulatorAddress />}
      {!isLoopback && (input.cloud === 'emulator' || own.warnings.includes('tunnel')) && (
        <Note kind="warning">{fillIn(texts.use.unreachable, { host: location.host })}</Note>
      )}
      <Field label={accounts.audience}>
        <RadioGroup
          value={input.audience}
          onChange={(_event, { value }) =>
            change({ audience: audiences.find((audience) => audience === value) ?? 'AzureADMyOrg' })
          }
        >
          {audiences.map((audience) => (
            <Radio key={audience} value={audience} label={accounts.audiences[audience]} />
          ))}
        </RadioGroup>
      </Field>
      <Note kind="info">{accounts.consequence[input.audience]}</Note>
    </>
  );
}

import { Field, Input, Textarea } from '@fluentui/react-components';
import { fillIn } from '../../../locales';
import { CodeBox } from '../code-box';
import { Note } from '../note';
import { useSetupStyles } from '../styles';
import { useSetup } from '../use-setup';

/** What the app is called, and where Microsoft sends people back to. */
export function AddressesStep() {
  const { input, change, texts, own, more, redirectUris } = useSetup();
  const styles = useSetupStyles();
  const { addresses } = texts;
  const warnings = new Set(
    [own, ...more].flatMap((address) => ('warnings' in address ? address.warnings : [])),
  );
  const wrong = more.flatMap((address) => ('malformed' in address ? [address.malformed] : []));
  return (
    <>
      <Field label={addresses.name} hint={addresses.nameHint}>
        <Input value={input.name} maxLength={120} onChange={(_event, { value }) => change({ name: value })} />
      </Field>
      <h3 className={styles.part}>{addresses.own}</h3>
      <CodeBox label={addresses.own} code={own.address} />
      {[...warnings].map((warning) => (
        <Note key={warning} kind={warning === 'insecure' || warning === 'tunnel' ? 'warning' : 'info'}>
          {addresses.warnings[warning]}
        </Note>
      ))}
      <Field
        label={`${addresses.more} (${texts.optional})`}
        hint={addresses.moreHint}
        validationState={wrong.length > 0 ? 'error' : 'none'}
        validationMessage={wrong.length > 0 ? fillIn(addresses.malformed, { value: wrong[0] }) : null}
      >
        <Textarea
          value={input.moreAddresses}
          onChange={(_event, { value }) => change({ moreAddresses: value })}
        />
      </Field>
      {redirectUris.length > 1 && (
        <>
          <h3 className={styles.part}>{addresses.registered}</h3>
          <CodeBox label={addresses.registered} code={redirectUris.join('\n')} />
        </>
      )}
    </>
  );
}

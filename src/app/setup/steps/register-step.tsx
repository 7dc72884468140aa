import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { CodeBox } from '../code-box';
import { Note } from '../note';
import { emulatorCommands, registrationCommands } from '../outputs/commands';
import { CLIENT_ID_PLACEHOLDER } from '../outputs/settings';
import { emulatorRegistrationOf, registrationOf } from '../outputs/registration';
import { useSetup } from '../use-setup';
import { ByHand } from './by-hand';
import { EmulatorAddress } from './emulator-address';
import { MadeUpId } from './made-up-id';

/** The registration, by hand or by a command. */
export function RegisterStep() {
  const { input, texts } = useSetup();
  return (
    <>
      {input.cloud === 'emulator' ? <AtEmulator /> : <AtMicrosoft cloud={input.cloud} />}
      <Note kind="info">{texts.register.noSecret}</Note>
      <Note kind="info">{texts.register.web}</Note>
    </>
  );
}

const WAYS = ['hand', 'bash', 'powerShell', 'graphPowerShell', 'request', 'manifest'] as const;
type Way = (typeof WAYS)[number];

const FILES = {
  bash: 'register-app.sh',
  powerShell: 'register-app.ps1',
  graphPowerShell: 'register-app-graph.ps1',
  request: 'register-app.http',
  manifest: 'manifest.json',
} as const;

function AtMicrosoft({ cloud }: { readonly cloud: Parameters<typeof registrationCommands>[1] }) {
  const { input, redirectUris, texts } = useSetup();
  const [way, setWay] = useState<Way>('hand');
  const registration = registrationOf(input, redirectUris);
  const outputs = {
    ...registrationCommands(registration, cloud),
    manifest: JSON.stringify(registration, undefined, 2),
  };
  return (
    <>
      <Ways ways={WAYS} names={texts.register.way} chosen={way} choose={setWay} />
      {way === 'hand' ? (
        <ByHand cloud={cloud} />
      ) : (
        <Field hint={texts.register.wayHint[way]}>
          <div>
            <CodeBox label={texts.register.way[way]} code={outputs[way]} file={FILES[way]} />
          </div>
        </Field>
      )}
    </>
  );
}

const EMULATOR_WAYS = ['bash', 'powerShell', 'request'] as const;

function AtEmulator() {
  const { input, ids, redirectUris, texts } = useSetup();
  const [way, setWay] = useState<(typeof EMULATOR_WAYS)[number]>('bash');
  const registration = emulatorRegistrationOf(input, redirectUris, ids.clientId ?? CLIENT_ID_PLACEHOLDER);
  const outputs = emulatorCommands(registration, input.emulator);
  return (
    <>
      <EmulatorAddress />
      <MadeUpId />
      <Ways ways={EMULATOR_WAYS} names={texts.register.wayEmulator} chosen={way} choose={setWay} />
      <Field hint={texts.register.wayHintEmulator}>
        <div>
          <CodeBox label={texts.register.wayEmulator[way]} code={outputs[way]} file={FILES[way]} />
        </div>
      </Field>
    </>
  );
}

interface WaysProps<W extends string> {
  readonly ways: readonly W[];
  readonly names: Readonly<Record<W, string>>;
  readonly chosen: W;
  readonly choose: (way: W) => void;
}

function Ways<W extends string>({ ways, names, chosen, choose }: WaysProps<W>) {
  const { texts } = useSetup();
  return (
    <Field label={texts.register.ways}>
      <RadioGroup
        value={chosen}
        onChange={(_event, { value }) => choose(ways.find((way) => way === value) ?? chosen)}
      >
        {ways.map((way) => (
          <Radio key={way} value={way} label={names[way]} />
        ))}
      </RadioGroup>
    </Field>
  );
}

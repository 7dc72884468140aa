import { Field, Input } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Environment } from '../../../control';
import { fillIn } from '../../../locales';
import { useSetup } from '../use-setup';

/** Where the emulator is, and whether it is there. */
export function EmulatorAddress() {
  const { input, change, texts, environment } = useSetup();
  const isSilent = useIsSilent(input.emulator, environment);
  return (
    <Field
      label={texts.accounts.emulator}
      validationState={isSilent ? 'warning' : 'none'}
      validationMessage={isSilent ? fillIn(texts.accounts.emulatorSilent, { address: input.emulator }) : null}
    >
      <Input
        type="url"
        value={input.emulator}
        onChange={(_event, { value }) => change({ emulator: value.trim().replace(/\/+$/, '') })}
      />
    </Field>
  );
}

/** Milliseconds after the last letter. */
const PAUSE = 400;

function useIsSilent(address: string, environment: Environment): boolean {
  const [silent, setSilent] = useState<string>();
  useEffect(() => {
    const asking = new AbortController();
    const ask = async () => {
      const isThere = await answers(address, environment, asking.signal);
      if (!asking.signal.aborted) setSilent(isThere ? undefined : address);
    };
    const cancel = environment.after(PAUSE, () => void ask());
    return () => {
      cancel();
      asking.abort();
    };
  }, [address, environment]);
  return silent === address;
}

/** Asked as the control asks before it signs somebody in. */
async function answers(
  address: string,
  { fetch }: Pick<Environment, 'fetch'>,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    return (await fetch(`${address}/common/v2.0/.well-known/openid-configuration`, { signal })).ok;
  } catch {
    return false;
  }
}

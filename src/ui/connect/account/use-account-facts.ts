import { useEffect, useState } from 'react';
import type { Account } from '../../../auth';
import type { Drive } from '../../../graph';
import { isCancelled, toOneDriveError, type OneDriveError } from '../../../lib';
import { useControl, useStore } from '../../control-context';
import type { AccountFacts } from '../../control-model';

/** What is shown of an account as it comes in; each part by itself, because any of them may fail. */
export interface ShownFacts {
  readonly drive: { readonly status: 'loading' } | DriveKnown | DriveFailed;
  /** An address of this page, for an `img`. */
  readonly photo: string | undefined;
  readonly isPersonal: boolean;
  readonly consentPage: string | undefined;
}
interface DriveKnown {
  readonly status: 'known';
  readonly drive: Drive;
}
interface DriveFailed {
  readonly status: 'failed';
  readonly error: OneDriveError;
}

const NOTHING: ShownFacts = {
  drive: { status: 'loading' },
  photo: undefined,
  isPersonal: false,
  consentPage: undefined,
};

/** Asks while somebody is connected; what was known stays while the sign-in is renewed. */
export function useAccountFacts(account: Account): ShownFacts {
  const control = useControl();
  const isConnected = useStore(control.connection).state === 'connected';
  const [shown, setShown] = useState({ of: account.id, facts: NOTHING });
  const { id } = account;
  useEffect(() => {
    if (!isConnected) return undefined;
    const gone = new AbortController();
    const add = (part: Partial<ShownFacts>) => {
      if (gone.signal.aborted) return;
      setShown(({ of, facts }) => ({ of: id, facts: { ...(of === id ? facts : NOTHING), ...part } }));
    };
    void collect(control.loadAccountFacts(), { account, add, signal: gone.signal });
    return () => gone.abort();
    // Another object for the same person asks nothing anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [control, id, isConnected]);
  return shown.of === id ? shown.facts : NOTHING;
}

interface Collecting {
  readonly account: Account;
  readonly add: (part: Partial<ShownFacts>) => void;
  readonly signal: AbortSignal;
}

async function collect(loading: Promise<AccountFacts>, { account, add, signal }: Collecting): Promise<void> {
  try {
    const facts = await loading;
    add({ isPersonal: facts.isPersonal(account), consentPage: facts.consentPage(account) });
    // A picture is an ornament: without it there are initials.
    const photo = facts.photo(signal).then((blob) => blob && showPhoto(blob, add, signal));
    photo.catch(() => undefined);
    add({ drive: { status: 'known', drive: await facts.drive(signal) } });
  } catch (reason) {
    if (!isCancelled(reason)) add({ drive: { status: 'failed', error: toOneDriveError(reason) } });
  }
}

function showPhoto(blob: Blob, add: Collecting['add'], signal: AbortSignal): void {
  if (signal.aborted || !blob.type.startsWith('image/')) return;
  const photo = URL.createObjectURL(blob);
  signal.addEventListener('abort', () => URL.revokeObjectURL(photo), { once: true });
  add({ photo });
}

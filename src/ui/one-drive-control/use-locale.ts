import { useEffect, useEffectEvent } from 'react';
import type { ControlProps } from '../../host';
import { invalidSetting, tellHost, type OneDriveError } from '../../lib';

/** The host's locale, also as servers write it (`de_DE`). One that is none is told, and the browser's own used. */
export function useLocale({ locale, onError }: Pick<ControlProps, 'locale' | 'onError'>): string | undefined {
  const read = locale ? readLocale(locale) : undefined;
  const wrong = read === undefined ? locale : undefined;
  const tell = useEffectEvent((error: OneDriveError) => tellHost(onError, error));
  useEffect(() => {
    if (wrong) tell(invalidSetting('locale'));
  }, [wrong]);
  return read;
}

function readLocale(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

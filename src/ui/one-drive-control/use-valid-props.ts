import { useEffect, useEffectEvent, useRef } from 'react';
import { invalidSetting, tellHost } from '../../lib';
import { checkProps, type WrongSetting } from './check-props';
import type { OneDriveControlProps } from './props';

/** The settings that can be read. Whoever builds the page is told of each of the others, once for each value. */
export function useValidProps<P extends OneDriveControlProps>(props: P): P {
  const { valid, wrong } = checkProps(props);
  const told = useRef<ReadonlySet<string>>(new Set());
  const tell = useEffectEvent(({ name, value }: WrongSetting) => {
    // oxlint-disable-next-line no-console -- whoever builds the page has to know
    console.warn(`OneDrive: “${name}” can’t be read and counts as not given:`, value);
    tellHost(props.onError, invalidSetting(name));
  });
  useEffect(() => {
    const before = told.current;
    told.current = new Set(wrong.map(keyOf));
    for (const setting of wrong) if (!before.has(keyOf(setting))) tell(setting);
  });
  return valid;
}

function keyOf({ name, value }: WrongSetting): string {
  return `${name} ${String(value)}`;
}

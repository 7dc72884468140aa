import { MenuItem } from '@fluentui/react-components';
import type { OfferedAction } from './offer-actions';

/** An action in a menu. Where it can't be done, the reason stands below it: there is no pointer to rest on a telephone. */
export function ActionItem({ action }: { readonly action: OfferedAction }) {
  const { label, icon, refusal, run } = action;
  return (
    <MenuItem icon={icon} disabled={refusal !== undefined} subText={refusal ?? null} onClick={run}>
      {label}
    </MenuItem>
  );
}

import { makeStyles, Menu, MenuButton, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { JSX } from 'react';
import { ActionItem, useBarActions, type BarMenu } from '../actions';

interface BarMenuButtonProps {
  readonly menu: BarMenu;
  readonly label: string;
  readonly icon: JSX.Element;
  /** The one that is asked for most. */
  readonly isPrimary?: boolean;
  /** Hides the label where the bar is narrow. */
  readonly labelClassName: string;
}

const useStyles = makeStyles({
  button: { minWidth: 'auto', whiteSpace: 'nowrap', flexShrink: 0 },
});

/** A button of the bar that opens a menu of actions. */
export function BarMenuButton({ menu, label, icon, isPrimary = false, labelClassName }: BarMenuButtonProps) {
  const styles = useStyles();
  const actions = useBarActions(menu);
  return (
    <Menu positioning="below-start">
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          className={styles.button}
          appearance={isPrimary ? 'primary' : 'subtle'}
          icon={icon}
          aria-label={label}
          disabledFocusable={actions.every(({ refusal }) => refusal !== undefined)}
        >
          <span className={labelClassName}>{label}</span>
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {actions.map((action) => (
            <ActionItem key={action.id} action={action} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

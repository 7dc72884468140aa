import {
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ToolbarButton,
  Tooltip,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useText } from '../text';
import type { Command } from './commands';

/** The commands for which the bar has no room. */
export function MoreMenu({ commands }: { readonly commands: readonly Command[] }) {
  const text = useText();
  const { ref, isOverflowing } = useOverflowMenu<HTMLDivElement>();
  if (!isOverflowing) return null;
  return (
    <div ref={ref}>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <Tooltip content={text('command.more')} relationship="label">
            <ToolbarButton icon={<MoreHorizontalRegular />} />
          </Tooltip>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {commands.map((command) => (
              <MoreItem key={command.id} command={command} />
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}

function MoreItem({ command }: { readonly command: Command }) {
  const isVisible = useIsOverflowItemVisible(command.id);
  if (isVisible) return null;
  return (
    <MenuItem icon={command.icon} disabled={!command.enabled} onClick={command.run}>
      {command.label}
    </MenuItem>
  );
}

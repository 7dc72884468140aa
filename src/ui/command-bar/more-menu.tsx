import {
  Menu,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ToolbarButton,
  Tooltip,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { ActionItem, type OfferedAction } from '../actions';
import { useText } from '../text';

const POSITIONING = { position: 'below', align: 'end', autoSize: true } as const;

/** The actions for which the bar has no room. */
export function MoreMenu({ actions }: { readonly actions: readonly OfferedAction[] }) {
  const text = useText();
  const { ref, isOverflowing } = useOverflowMenu<HTMLDivElement>();
  if (!isOverflowing && actions.every(({ priority }) => priority >= 0)) return null;
  return (
    <div ref={ref}>
      <Menu positioning={POSITIONING}>
        <MenuTrigger disableButtonEnhancement>
          <Tooltip content={text('command.more')} relationship="label">
            <ToolbarButton icon={<MoreHorizontalRegular />} />
          </Tooltip>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {actions.map((action) => (
              <MoreItem key={action.id} action={action} />
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}

function MoreItem({ action }: { readonly action: OfferedAction }) {
  const isVisible = useIsOverflowItemVisible(action.barId);
  return isVisible ? null : <ActionItem action={action} />;
}

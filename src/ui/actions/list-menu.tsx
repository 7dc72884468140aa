import {
  Menu,
  MenuDivider,
  MenuList,
  MenuPopover,
  type PositioningVirtualElement,
} from '@fluentui/react-components';
import { Fragment, useMemo, useRef } from 'react';
import { useStore } from '../control-context';
import { focusNearest } from '../dialogs/use-return-focus';
import { useOpener } from '../opener';
import { useText, type Text } from '../text';
import { useViewState, type MenuRequest } from '../view-state';
import { ActionItem } from './action-item';
import { offerActions, type OfferedAction } from './offer-actions';
import { createSituation } from './situation';
import { useActionParts } from './use-action-parts';

/** The menu of rows, or of the place beside them: at the pointer, or at the row where a key or a button asked for it. */
export function ListMenu() {
  const { menu } = useViewState();
  const opener = useOpener();
  const request = useStore(menu);
  const anchor = useRef<HTMLSpanElement>(null);
  const close = () => {
    if (menu.get() === undefined) return;
    menu.set(undefined);
    const root = anchor.current?.getRootNode();
    // Before the action runs: a dialog gives the focus back to what had it.
    if (root instanceof ShadowRoot || root instanceof Document) focusNearest(root, opener);
  };
  return (
    <>
      <span ref={anchor} hidden />
      {request && <OpenMenu key={`${request.at.x} ${request.at.y}`} request={request} onClose={close} />}
    </>
  );
}

function OpenMenu({ request, onClose }: { readonly request: MenuRequest; readonly onClose: () => void }) {
  const { items, at } = request;
  const text = useText();
  const parts = useActionParts();
  const target = useMemo((): PositioningVirtualElement => ({ getBoundingClientRect: () => at }), [at]);
  const actions = offerActions(items.length > 0 ? 'row' : 'area', createSituation(parts, items));
  return (
    <Menu
      open
      closeOnScroll
      // Where there is no room for all entries, they are scrolled.
      positioning={{ target, position: 'below', align: 'start', strategy: 'fixed', autoSize: true }}
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
    >
      <MenuPopover onContextMenu={(event) => event.preventDefault()}>
        <MenuList aria-labelledby={undefined} aria-label={labelOf(items, text)}>
          {actions.map((action, index) => (
            <Fragment key={action.id}>
              {isNewGroup(actions, index) && <MenuDivider />}
              <ActionItem action={action} onClose={onClose} />
            </Fragment>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function isNewGroup(actions: readonly OfferedAction[], index: number): boolean {
  const before = actions[index - 1];
  return before !== undefined && before.group !== actions[index]?.group;
}

function labelOf(items: MenuRequest['items'], text: Text): string {
  const [first] = items;
  if (!first) return text('menu.folder');
  return text('menu.items', { count: items.length, name: first.name });
}

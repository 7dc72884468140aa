import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { PathFolder } from '../drive';
import { useControl } from './control-context';
import { ItemName } from './file-list';
import { placeName } from './place-name';
import { useText } from './text';

/** The folders of the path for which the bar has no room. */
export function HiddenFolders({ folders }: { readonly folders: readonly PathFolder[] }) {
  const text = useText();
  const { folder } = useControl();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={text('path.more')} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {folders.map((place, index) => (
            <MenuItem key={`${index} ${place.id}`} onClick={() => folder.open(place)}>
              <ItemName name={placeName(place, text)} />
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

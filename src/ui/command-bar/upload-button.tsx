import {
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { ArrowUploadRegular, DocumentArrowUpRegular, FolderArrowUpRegular } from '@fluentui/react-icons';
import { useCallback, useRef, type ChangeEvent } from 'react';
import { chooseFiles } from '../choose-files';
import { sourcesFromInput } from '../sources-from-input';
import { useText } from '../text';
import { useOpenFolder, useReadUpload, useUpload } from '../use-upload';

const useStyles = makeStyles({
  button: { minWidth: 'auto', whiteSpace: 'nowrap', flexShrink: 0 },
});

/** Opens the browser's own choosers. The inputs stay mounted: a chooser outlives the menu that opened it. */
export function UploadButton({ labelClassName }: { readonly labelClassName: string }) {
  const text = useText();
  const styles = useStyles();
  const folder = useOpenFolder();
  const upload = useUpload();
  const uploadRead = useReadUpload();
  const files = useRef<HTMLInputElement>(null);
  const directory = useRef<HTMLInputElement>(null);

  const setDirectory = useCallback((input: HTMLInputElement | null) => {
    if (input) input.webkitdirectory = true; // React's types do not know the attribute.
    directory.current = input;
  }, []);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const sources = sourcesFromInput(input.files ?? []);
    input.value = ''; // The same file may be chosen again.
    if (folder) upload(sources, folder);
  };
  const choose = () => {
    if (folder)
      void uploadRead(
        chooseFiles(() => files.current?.click()),
        folder,
      );
  };
  return (
    <>
      <Menu positioning="below-start">
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            className={styles.button}
            appearance="primary"
            icon={<ArrowUploadRegular />}
            aria-label={text('command.upload')}
            disabledFocusable={!folder}
          >
            <span className={labelClassName}>{text('command.upload')}</span>
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem icon={<DocumentArrowUpRegular />} onClick={choose}>
              {text('command.uploadFiles')}
            </MenuItem>
            <MenuItem icon={<FolderArrowUpRegular />} onClick={() => directory.current?.click()}>
              {text('command.uploadFolder')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <input ref={files} type="file" multiple hidden data-upload="files" onChange={take} />
      <input ref={setDirectory} type="file" multiple hidden data-upload="folder" onChange={take} />
    </>
  );
}

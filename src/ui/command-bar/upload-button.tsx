import { makeStyles, Menu, MenuButton, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ArrowUploadRegular } from '@fluentui/react-icons';
import { ActionItem, useBarActions } from '../actions';
import { useText } from '../text';
import { UploadInputs } from './upload-inputs';

const useStyles = makeStyles({
  button: { minWidth: 'auto', whiteSpace: 'nowrap', flexShrink: 0 },
});

/** Asks what to upload. The inputs stay mounted: a chooser outlives the menu that opened it. */
export function UploadButton({ labelClassName }: { readonly labelClassName: string }) {
  const text = useText();
  const styles = useStyles();
  const actions = useBarActions('upload');
  return (
    <>
      <Menu positioning="below-start">
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            className={styles.button}
            appearance="primary"
            icon={<ArrowUploadRegular />}
            aria-label={text('command.upload')}
            disabledFocusable={actions.every(({ refusal }) => refusal !== undefined)}
          >
            <span className={labelClassName}>{text('command.upload')}</span>
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
      <UploadInputs />
    </>
  );
}

import { ArrowUploadRegular } from '@fluentui/react-icons';
import { useText } from '../text';
import { BarMenuButton } from './bar-menu-button';
import { UploadInputs } from './upload-inputs';

/** Asks what to upload. The inputs stay mounted: a chooser outlives the menu that opened it. */
export function UploadButton({ labelClassName }: { readonly labelClassName: string }) {
  const text = useText();
  return (
    <>
      <BarMenuButton
        menu="upload"
        label={text('command.upload')}
        icon={<ArrowUploadRegular />}
        isPrimary
        labelClassName={labelClassName}
      />
      <UploadInputs />
    </>
  );
}

import { Button } from '@fluentui/react-components';
import type { DriveItem } from '../../drive';
import { useControl } from '../control-context';
import { fileTypeOf } from '../file-list/file-type';
import { FileTypeIcon } from '../file-list/file-type-icon';
import { useItemText } from '../file-list/use-item-text';
import { StatePanel } from '../list-states/state-panel';
import { useText } from '../text';
import { useViewOptions } from '../view-options';

interface FileCardProps {
  readonly item: DriveItem;
  readonly why?: 'none' | 'tooLarge';
}

/** What there is to say of a file that cannot be shown, and the way to have it. */
export function FileCard({ item, why = 'none' }: FileCardProps) {
  const text = useText();
  const { transfers } = useControl();
  const { actions } = useViewOptions();
  const { size, modifiedTitle } = useItemText(item);
  return (
    <StatePanel
      picture={<FileTypeIcon type={fileTypeOf(item)} size={72} />}
      title={text(`preview.${why}.title`)}
      advice={text('preview.none.facts', { size, date: modifiedTitle })}
      actions={
        actions.has('download') && (
          <Button appearance="primary" onClick={() => void transfers.download([item])}>
            {text('preview.download')}
          </Button>
        )
      }
    />
  );
}

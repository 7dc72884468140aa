import { Button } from '@fluentui/react-components';
import { DocumentAddRegular, FolderAddRegular } from '@fluentui/react-icons';
import { sourcesFromInput } from '../read-drop';
import { useText } from '../text';
import { useOpenFolder, useUpload } from '../use-upload';
import { useViewState } from '../view-state';
import { EmptyFolderPicture } from './pictures';
import { StatePanel } from './state-panel';

/** What can be done in an empty folder. The names differ from the command bar's: two buttons never share one. */
export function EmptyFolder() {
  const text = useText();
  const view = useViewState();
  const chooseFiles = useChooseFiles();
  const actions = (
    <>
      <Button icon={<DocumentAddRegular />} appearance="primary" onClick={chooseFiles}>
        {text('state.empty.files')}
      </Button>
      <Button icon={<FolderAddRegular />} onClick={() => view.dialog.set({ kind: 'new-folder' })}>
        {text('state.empty.folder')}
      </Button>
    </>
  );
  return (
    <StatePanel
      picture={<EmptyFolderPicture />}
      title={text('state.empty.title')}
      advice={text('state.empty.advice')}
      actions={actions}
    />
  );
}

function useChooseFiles() {
  const folder = useOpenFolder();
  const upload = useUpload();
  return () => {
    // Detached, made on demand: the ones in the document belong to the command bar.
    const chooser = document.createElement('input');
    chooser.type = 'file';
    chooser.multiple = true;
    const take = () => {
      if (folder) upload(sourcesFromInput(chooser.files ?? []), folder);
    };
    chooser.addEventListener('change', take);
    chooser.click();
  };
}

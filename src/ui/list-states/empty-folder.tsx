import { Button } from '@fluentui/react-components';
import { DocumentAddRegular, FolderAddRegular } from '@fluentui/react-icons';
import { useControl, useStore } from '../control-context';
import { chooseFiles } from '../choose-files';
import { sourcesFromInput } from '../sources-from-input';
import { useText } from '../text';
import { useOpenFolder, useReadUpload, useUpload } from '../use-upload';
import { useViewOptions } from '../view-options';
import { useViewState } from '../view-state';
import { EmptyFolderPicture } from './pictures-of-nothing';
import { StatePanel } from './state-panel';

/** What may be done in an empty folder. The names differ from the command bar's: two buttons never share one. */
export function EmptyFolder() {
  const text = useText();
  const view = useViewState();
  const { actions } = useViewOptions();
  const chooseFiles = useChooseFiles();
  const advice = useAdvice();
  const buttons = (
    <>
      {actions.has('upload') && (
        <Button icon={<DocumentAddRegular />} appearance="primary" onClick={chooseFiles}>
          {text('state.empty.files')}
        </Button>
      )}
      {actions.has('new-folder') && (
        <Button icon={<FolderAddRegular />} onClick={() => view.dialog.set({ kind: 'new-folder' })}>
          {text('state.empty.folder')}
        </Button>
      )}
    </>
  );
  return (
    <StatePanel
      picture={<EmptyFolderPicture />}
      title={text('state.empty.title')}
      {...(advice && { advice: text(advice) })}
      actions={(actions.has('upload') || actions.has('new-folder')) && buttons}
    />
  );
}

function useAdvice() {
  const { actions } = useViewOptions();
  const pick = useStore(useControl().picker.state);
  if (actions.has('upload')) {
    return actions.has('new-folder') ? 'state.empty.advice' : 'state.empty.adviceFiles';
  }
  // Of folders, this one can still be chosen.
  return pick.status === 'picking' && pick.rules.kind === 'files' ? 'state.empty.advicePick' : undefined;
}

function useChooseFiles() {
  const folder = useOpenFolder();
  const upload = useUpload();
  const uploadRead = useReadUpload();
  const openInput = () => {
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
  return () => {
    if (folder) void uploadRead(chooseFiles(openInput), folder);
  };
}

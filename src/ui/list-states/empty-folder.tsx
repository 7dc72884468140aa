import { Button } from '@fluentui/react-components';
import { DocumentAddRegular, FolderAddRegular } from '@fluentui/react-icons';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { useOpenFolder, useReadUpload } from '../use-upload';
import { useViewOptions } from '../view-options';
import { useViewState } from '../view-state';
import { EmptyFolderPicture } from './pictures-of-nothing';
import { StatePanel } from './state-panel';
import { useFileChooser } from './use-file-chooser';

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
  const uploadRead = useReadUpload();
  return useFileChooser((read) => {
    if (folder) void uploadRead(Promise.resolve(read), folder);
  });
}

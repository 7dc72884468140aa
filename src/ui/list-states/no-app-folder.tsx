import { Button, Spinner } from '@fluentui/react-components';
import { DocumentAddRegular } from '@fluentui/react-icons';
import { useControl } from '../control-context';
import { useSubmission } from '../dialogs/use-submission';
import { ErrorNotice } from '../error-details';
import type { ReadDrop } from '../read-drop';
import { useText } from '../text';
import { useUpload } from '../use-upload';
import { useViewOptions } from '../view-options';
import { useViewState } from '../view-state';
import { EmptyFolderPicture } from './pictures-of-nothing';
import { StatePanel } from './state-panel';
import { useFileChooser } from './use-file-chooser';

/** The application has no folder of its own yet; the first files that are put into it make it. */
export function NoAppFolder() {
  const text = useText();
  const { loadPlaces } = useControl();
  const { actions } = useViewOptions();
  const { unread } = useViewState();
  const upload = useUpload();
  const { submission, submit } = useSubmission();
  const isRunning = submission.status === 'running';
  const take = ({ sources, unreadable }: ReadDrop) => {
    unread.set(unreadable);
    if (sources.length === 0) return;
    void submit(async (signal) => {
      const made = await (await loadPlaces?.())?.makeAppFolder(signal);
      // The folder is open by now, and this is gone: that is no reason to leave the files behind.
      if (made) upload(sources, made);
    });
  };
  const choose = useFileChooser(take);
  if (!actions.has('upload')) {
    return <StatePanel picture={<EmptyFolderPicture />} title={text('collection.empty.app-folder')} />;
  }
  return (
    <StatePanel
      picture={<EmptyFolderPicture />}
      title={text('collection.empty.app-folder')}
      advice={text('collection.empty.app-folderAdvice')}
      actions={
        <Button
          icon={isRunning ? <Spinner size="tiny" /> : <DocumentAddRegular />}
          appearance="primary"
          disabledFocusable={isRunning}
          onClick={choose}
        >
          {text('state.empty.files')}
        </Button>
      }
    >
      {submission.status === 'failed' && <ErrorNotice error={submission.error} />}
    </StatePanel>
  );
}

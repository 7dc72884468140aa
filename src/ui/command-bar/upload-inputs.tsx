import { useCallback, useEffect, useRef, type ChangeEvent } from 'react';
import { chooseFiles } from '../choose-files';
import { sourcesFromInput } from '../sources-from-input';
import { useOpenFolder, useReadUpload, useUpload } from '../use-upload';
import { useViewState } from '../view-state';

/** The browser's own choosers, for whatever asks for them: `view.chooser`. */
export function UploadInputs() {
  const folder = useOpenFolder();
  const upload = useUpload();
  const uploadRead = useReadUpload();
  const { chooser } = useViewState();
  const files = useRef<HTMLInputElement>(null);
  const directory = useRef<HTMLInputElement>(null);

  const setDirectory = useCallback((input: HTMLInputElement | null) => {
    if (input) input.webkitdirectory = true; // React's types do not know the attribute.
    directory.current = input;
  }, []);
  useEffect(() => {
    chooser.set((what) => {
      if (what === 'folder') directory.current?.click();
      else if (folder)
        void uploadRead(
          chooseFiles(() => files.current?.click()),
          folder,
        );
    });
    return () => chooser.set(undefined);
  }, [chooser, folder, uploadRead]);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const sources = sourcesFromInput(input.files ?? []);
    input.value = ''; // The same file may be chosen again.
    if (folder) upload(sources, folder);
  };
  return (
    <>
      <input ref={files} type="file" multiple hidden data-upload="files" onChange={take} />
      <input ref={setDirectory} type="file" multiple hidden data-upload="folder" onChange={take} />
    </>
  );
}

import { chooseFiles } from '../choose-files';
import type { ReadDrop } from '../read-drop';
import { sourcesFromInput } from '../sources-from-input';

/** Asks for files in the browser's own way; call what it gives straight from a click. */
export function useFileChooser(take: (read: ReadDrop) => void): () => void {
  const openInput = () => {
    // Detached, made on demand: the ones in the document belong to the command bar.
    const chooser = document.createElement('input');
    chooser.type = 'file';
    chooser.multiple = true;
    chooser.addEventListener('change', () =>
      take({ sources: sourcesFromInput(chooser.files ?? []), unreadable: [] }),
    );
    chooser.click();
  };
  const choose = async () => {
    const read = await chooseFiles(openInput);
    if (read) take(read);
  };
  return () => void choose();
}

import { useEffect, useState } from 'react';
import { isFolder, type FolderBrowser } from '../../drive';
import { useControl } from '../control-context';

/** A look at the drive of its own, which begins where the user is and shows folders alone. */
export function useDestination(): FolderBrowser {
  const control = useControl();
  const { folder } = control;
  const [browser] = useState(() => control.browse());
  useEffect(() => {
    browser.showOnly((item) => isFolder(item) && !item.package);
    // Part by part, so that the way up is known; each opening ends the listing of the one before.
    for (const part of folder.state.get().path) browser.open(part);
    return () => browser.dispose();
  }, [browser, folder]);
  return browser;
}

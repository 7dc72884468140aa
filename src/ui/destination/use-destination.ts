import { useEffect, useState } from 'react';
import { isFolder, type FolderBrowser } from '../../drive';
import { useControl } from '../control-context';

/**
 * A look at the drive of its own, which begins where the user is and shows folders alone.
 * @param needsFolder where the user is in a collection, which takes nothing in, it begins at the top of the drive
 */
export function useDestination(needsFolder = false): FolderBrowser {
  const control = useControl();
  const { folder } = control;
  const [browser] = useState(() => control.browse());
  useEffect(() => {
    browser.showOnly((item) => isFolder(item) && !item.package);
    const { path } = folder.state.get();
    if (needsFolder && !path.at(-1)?.id) void browser.openPath([]);
    // Part by part, so that the way up is known; each opening ends the listing of the one before.
    else for (const part of path) browser.open(part);
    return () => browser.dispose();
  }, [browser, folder, needsFolder]);
  return browser;
}

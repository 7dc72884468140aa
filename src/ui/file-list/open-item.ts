import type { DriveItem } from '../../drive';
import type { ControlModel } from '../control-model';
import type { ViewState } from '../view-state';
import { isPreviewable } from '../find-viewer';
import { passHost } from '../host-door';
import type { ViewOptions } from '../view-options';
import { opensInPlace } from './file-type';

interface OpeningParts {
  readonly control: Pick<ControlModel, 'folder'>;
  readonly view: Pick<ViewState, 'preview' | 'dialog'>;
  readonly options: Pick<ViewOptions, 'viewers' | 'host'>;
}

/**
 * Goes into a folder; shows a file here where it can, else where Microsoft shows it; of what can't be reached, says why.
 */
export function openItem(item: DriveItem, { control, view, options }: OpeningParts): void {
  const { name, unreachable: error, isDeleted } = item;
  if (error) view.dialog.set({ kind: 'failure', name, error, isDeleted });
  else if (opensInPlace(item)) open(item, options, (folder) => control.folder.open(folder));
  else if (isPreviewable(item, options.viewers)) open(item, options, view.preview.set);
  else open(item, options, openOnWeb);
}

/** However it is opened, the page around may have a say in it, and hears of it. */
export function open(
  item: DriveItem,
  { host }: Pick<ViewOptions, 'host'>,
  way: (item: DriveItem) => void,
): void {
  passHost(host, 'Open', { item }, () => way(item));
}

/** Shows an item, a folder too, where Microsoft shows it, in a tab that knows nothing of this page. */
export function openOnWeb({ webUrl }: DriveItem): void {
  if (webUrl && isWebAddress(webUrl)) window.open(webUrl, '_blank', 'noopener,noreferrer');
}

/** A webUrl comes from outside: `javascript:` and `data:` are never opened. */
function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

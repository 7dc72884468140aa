import { isFromManyFolders, type FolderState } from '../../drive';
import { useStore } from '../control-context';
import { useViewState, type FoundText } from '../view-state';

/** What rows tell beside the usual while they are from many folders. */
export function useFound({ path }: FolderState): FoundText | undefined {
  const found = useStore(useViewState().found);
  return isFromManyFolders(path) ? found : undefined;
}

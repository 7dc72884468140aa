import { searchOf, type FolderState } from '../../drive';
import { useStore } from '../control-context';
import { useViewState, type FoundText } from '../view-state';

/** What rows tell beside the usual while they were found by searching. */
export function useFound({ path }: FolderState): FoundText | undefined {
  const found = useStore(useViewState().found);
  return searchOf(path) && found;
}

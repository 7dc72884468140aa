import type { PathFolder } from '../drive';
import type { Text } from './text';

/** What a part of the path is called; the service has no name for where one begins. */
export function placeName({ name, elsewhere }: Pick<PathFolder, 'name' | 'elsewhere'>, text: Text): string {
  if (name !== '') return name;
  switch (elsewhere?.kind) {
    case 'recent':
    case 'shared':
    case 'favourites':
    case 'sites':
    case 'teams':
    case 'recycle-bin':
    case 'app-folder':
      return text(`path.${elsewhere.kind}`);
    case 'below':
      return text('path.below');
    case 'search':
      return text('path.search', { query: elsewhere.query });
    default:
      return text('path.root');
  }
}

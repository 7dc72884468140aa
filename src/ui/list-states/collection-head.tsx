import type { Elsewhere } from '../../drive';
import { BelowHead } from '../search/below-head';
import { SearchHead } from '../search/search-head';
import { RecycleBinHead } from './recycle-bin-head';

/** What stands above rows that are no folder's. */
export function CollectionHead({ kind }: Pick<Elsewhere, 'kind'>) {
  switch (kind) {
    case 'search':
      return <SearchHead />;
    case 'below':
      return <BelowHead />;
    case 'recycle-bin':
      return <RecycleBinHead />;
    default:
      return null;
  }
}

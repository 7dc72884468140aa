import { useControl, useStore } from '../control-context';
import { EmptyFolder } from './empty-folder';
import { EverythingHidden } from './everything-hidden';
import { FailedListing } from './failed-listing';
import { NothingFound } from './nothing-found';
import { SkeletonRows } from './skeleton-rows';

/** What stands in the place of rows while there are none. */
export function ListPlaceholder() {
  const { listing, filter, itemCount } = useStore(useControl().folder.state);
  if (listing.status === 'failed') return <FailedListing error={listing.error} />;
  if (listing.status === 'loading' || (listing.status === 'partial' && itemCount === 0)) {
    return <SkeletonRows />;
  }
  if (itemCount === 0) return <EmptyFolder />;
  return filter === '' ? <EverythingHidden /> : <NothingFound />;
}

import { useControl, useStore } from '../control-context';
import { later } from '../later';
import { FailedListing } from './failed-listing';
import { SkeletonRows } from './skeleton-rows';

/** Nobody sees these before there is a listing: the first rows do not wait for them. */
const EmptyFolder = later(async () => (await import('./empty-folder')).EmptyFolder);
const EverythingHidden = later(async () => (await import('./everything-hidden')).EverythingHidden);
const NothingFound = later(async () => (await import('./nothing-found')).NothingFound);

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

import { isFiltering } from '../../drive';
import { useControl, useStore } from '../control-context';
import { later } from '../later';
import { FailedListing } from './failed-listing';
import { SkeletonRows } from './skeleton-rows';

/** Nobody sees these before there is a listing: the first rows do not wait for them. */
const load = () => import('./without-rows');
const EmptyFolder = later(async () => (await load()).EmptyFolder);
const EverythingHidden = later(async () => (await load()).EverythingHidden);
const NothingFound = later(async () => (await load()).NothingFound);
const EmptyCollection = later(async () => (await load()).EmptyCollection);

/** What stands in the place of rows while there are none. */
export function ListPlaceholder() {
  const { listing, filter, filters, itemCount, path } = useStore(useControl().folder.state);
  if (listing.status === 'failed') return <FailedListing error={listing.error} />;
  if (listing.status === 'loading' || (listing.status === 'partial' && itemCount === 0)) {
    return <SkeletonRows />;
  }
  const kind = path.at(-1)?.elsewhere?.kind;
  if (itemCount === 0 && kind && kind !== 'library' && kind !== 'channel')
    return <EmptyCollection kind={kind} />;
  if (itemCount === 0) return <EmptyFolder />;
  return filter === '' && !isFiltering(filters) ? <EverythingHidden /> : <NothingFound />;
}

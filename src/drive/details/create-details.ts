import type { Graph } from '../../graph';
import type { Environment } from '../../lib';
import type { DriveRequests } from '../drive-requests';
import { libraryOf } from '../library/library-requests';
import { createFieldReader } from './read-fields';
import { createSection } from './create-section';
import type { Details } from './details';
import { downloadVersion } from './download-version';
import { readActivity } from './read-activity';
import { readFacts } from './read-facts';
import { readVersions } from './read-versions';

export interface DetailsOptions {
  readonly graph: Graph;
  readonly environment: Environment;
  readonly requests: Pick<DriveRequests, 'elsewhere'>;
}

/** What is asked at the same time goes as one request. */
export function createDetails({ graph, environment, requests }: DetailsOptions): Details {
  const facts = createSection(environment, (item, signal) =>
    readFacts(graph, item, signal, { $expand: 'thumbnails' }),
  );
  const versions = createSection(environment, (item, signal) => readVersions(graph, item, signal));
  // Looking at a file does not change it.
  const activity = createSection(environment, (item, signal) => readActivity(graph, item, signal), false);
  const fields = createSection(environment, createFieldReader(requests));
  const sections = [facts, versions, activity, fields];
  const endOnline = environment.online.subscribe(() => {
    if (!environment.online.get()) return;
    for (const section of sections) {
      const state = section.state.get();
      if (state.status === 'failed' && state.error.code === 'offline') section.retry();
    }
  });
  return {
    facts,
    versions,
    activity,
    fields,
    follow: (item) => {
      // A site or a team is no item of a drive, and of what is deleted nobody is told more.
      const known = item?.elsewhere || item?.isDeleted ? undefined : item;
      facts.follow(known);
      activity.follow(known);
      // Folders have none.
      versions.follow(known?.file && !known.remoteItem ? known : undefined);
      // The top of a library says nothing in its columns.
      fields.follow(known && libraryOf(known) && !known.root ? known : undefined);
    },
    downloadVersion: (item, version, signal) =>
      downloadVersion({ graph, environment }, item, version, signal),
    dispose: () => {
      endOnline();
      for (const section of sections) section.clear();
    },
  };
}

import type { DemoGroup, DemoUser } from '../caller';
import {
  createDrive,
  createLibrary,
  createSite,
  type Drive,
  type GraphOptions,
  type ListColumn,
  type Person,
  personOf,
  type TeamSite,
} from '../drive-parts';
import { documentColumns, fieldsOf } from './library-columns';
import { makePdf } from './pdf';
import { peopleAround } from './people';
import { daysAgo, plantFile, plantFolder, plantText } from './planting';
import * as texts from './texts';

/** Who is there, and in which groups. */
export interface Directory {
  users(): readonly DemoUser[];
  groups(): readonly DemoGroup[];
}

const CREATED = daysAgo(1_200);

interface SitePlan extends Pick<GraphOptions, 'distinctAccents'> {
  readonly group: DemoGroup;
  readonly by: Person;
}

/** A site for every group, with the libraries of a new site and one more. */
export function seedTeamSites(
  directory: Directory,
  { distinctAccents }: Pick<GraphOptions, 'distinctAccents'>,
  planted: boolean,
): TeamSite[] {
  return directory.groups().flatMap((group) => {
    const founder = directory.users().find(({ oid }) => group.owners.includes(oid));
    return founder === undefined
      ? []
      : [seedTeamSite({ group, by: personOf(founder), distinctAccents }, planted)];
  });
}

function seedTeamSite({ group, by, distinctAccents }: SitePlan, planted: boolean): TeamSite {
  const site = createSite(group.sitePath);
  const library = (name: string, folder: string, columns: readonly ListColumn[] = []): Drive =>
    createDrive({
      owner: { kind: 'group', group },
      driveType: 'documentLibrary',
      library: createLibrary(site, name, folder, columns),
      created: CREATED,
      by,
      distinctAccents,
    });
  const documents = library('Documents', 'Shared Documents', planted ? documentColumns : []);
  const archive = library('Archive', 'Archive');
  if (planted) {
    plantDocuments(documents);
    plantArchive(archive);
  }
  return { ...site, group, created: CREATED, drives: [documents, archive] };
}

function plantDocuments(drive: Drive): void {
  const { root } = drive;
  const { mina, jonas, sofia } = peopleAround(drive);
  const general = plantFolder(drive, root, 'General', { days: 1_190 });
  plantText(drive, general, 'Minutes of Monday.md', { days: 6 }, texts.meetingNotes);
  plantText(drive, general, 'Reading list.md', { days: 90 }, texts.readingList);
  const campaign = plantFolder(drive, root, 'Campaign 2026', { days: 240 });
  plantFile(drive, campaign, 'Plan of the campaign.pdf', { days: 31 }, () =>
    makePdf('Plan of the campaign', ['January: posters', 'February: letters', 'March: a small party']),
  );
  const costs = plantText(drive, campaign, 'Costs.csv', { days: 12 }, texts.expenses(2026));
  const roles = plantText(drive, root, 'Who does what.txt', { days: 400 }, 'Everybody does a little.\n');
  const brief = plantText(drive, root, 'Brief.txt', { days: 20 }, 'What the campaign is for.\n');
  campaign.fields = fieldsOf({ status: 'In progress', budget: 12_500, due: '2026-12-31', approved: true });
  brief.fields = fieldsOf({
    status: 'Draft',
    budget: 900.5,
    due: '2026-11-30',
    approved: false,
    owner: mina,
    reviewers: [jonas, sofia],
    done: 0.4,
    regions: ['North', 'West'],
    briefing: { Url: 'https://contoso.example/briefing', Description: 'The briefing' },
  });
  roles.fields = fieldsOf({ status: 'Final', budget: 10_000, due: '2026-09-01', owner: jonas, done: 1 });
  costs.fields = fieldsOf({ status: 'Final', budget: 4_200, approved: true });
}

function plantArchive(drive: Drive): void {
  const past = plantFolder(drive, drive.root, '2024', { days: 800 });
  plantText(drive, past, 'Costs 2024.csv', { days: 700 }, texts.expenses(2024));
}

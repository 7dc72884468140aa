import { listColumn, PLAIN_TEXT, type FieldValue, type ListColumn, type Person } from '../drive-parts';

const PEOPLE = { chooseFromType: 'peopleOnly', displayAs: 'nameWithPresence' };

/** What a team wants to know of its documents: a column of every type that is told. */
export const documentColumns: readonly ListColumn[] = [
  listColumn({
    name: 'Status',
    displayName: 'Status',
    facet: {
      choice: {
        allowTextEntry: false,
        choices: ['Draft', 'In progress', 'Final'],
        displayAs: 'dropDownMenu',
      },
    },
  }),
  listColumn({ name: 'Budget', displayName: 'Budget', facet: { currency: { locale: 'de-de' } } }),
  listColumn({
    name: 'Due_x0020_date',
    displayName: 'Due date',
    facet: { dateTime: { displayAs: 'standard', format: 'dateOnly' } },
  }),
  listColumn({ name: 'Approved', displayName: 'Approved', facet: { boolean: {} } }),
  listColumn({
    name: 'Owner',
    displayName: 'Owner',
    facet: { personOrGroup: { ...PEOPLE, allowMultipleSelection: false } },
  }),
  listColumn({
    name: 'Reviewers',
    displayName: 'Reviewers',
    facet: { personOrGroup: { ...PEOPLE, allowMultipleSelection: true } },
  }),
  listColumn({
    name: 'Done',
    displayName: 'Done',
    facet: { number: { decimalPlaces: 'none', displayAs: 'percentage', maximum: 1, minimum: 0 } },
  }),
  listColumn({
    name: 'Regions',
    displayName: 'Regions',
    facet: { choice: { allowTextEntry: false, choices: ['North', 'West'], displayAs: 'checkBoxes' } },
  }),
  // Lists do not tell what kind of column it is (resources/columnDefinition).
  listColumn({ name: 'Briefing', displayName: 'Briefing', facet: {} }),
  listColumn({ name: 'Internal', displayName: 'Internal', facet: { text: PLAIN_TEXT }, hidden: true }),
];

interface Facts {
  readonly status: string;
  readonly budget: number;
  /** A day: the service tells of it as midnight of the site's own time zone. */
  readonly due?: string;
  readonly approved?: boolean;
  readonly owner?: Person;
  readonly reviewers?: readonly Person[];
  readonly done?: number;
  readonly regions?: readonly string[];
  readonly briefing?: { readonly Url: string; readonly Description: string };
}

/** The site's clock is that of California in winter. */
const MIDNIGHT = 'T08:00:00Z';

export function fieldsOf(facts: Facts): Readonly<Record<string, FieldValue>> {
  const { status, budget, due, approved, owner, reviewers, done, regions, briefing } = facts;
  const fields = {
    Status: status,
    Budget: budget,
    Due_x0020_date: due === undefined ? undefined : `${due}${MIDNIGHT}`,
    Approved: approved,
    Owner: owner,
    Reviewers: reviewers,
    Done: done,
    Regions: regions,
    Briefing: briefing,
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

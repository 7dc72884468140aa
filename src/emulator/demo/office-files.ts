import type { Drive, FolderItem } from '../drive-parts';
import { makePresentation, makeWordDocument, makeWorkbook } from '../../lib';
import { peopleAround } from './people';
import { plantFile } from './planting';

/** A letter, a table and a talk of the project of this year. */
export function plantProjectPapers(drive: Drive, folder: FolderItem): void {
  const { mina, jonas, yuki } = peopleAround(drive);
  plantFile(drive, folder, 'Brief.docx', { days: 262, by: jonas }, () =>
    makeWordDocument({ title: 'Brief: website 2026', author: jonas.displayName }, [
      ['title', 'Brief: website 2026'],
      ['text', 'Our site is ten years old. It tells what we did, and hides what we do.'],
      ['heading', 'What must be better'],
      ['point', 'Whoever comes for the first time finds the right person in a minute.'],
      ['point', 'Every page can be read on a phone, and with a screen reader.'],
      ['point', 'A new article is written, checked and shown within a day.'],
      ['heading', 'What may stay'],
      ['text', 'The pictures, the name, and the colour blue.'],
    ]),
  );
  plantFile(drive, folder, 'Schedule and costs.xlsx', { days: 40, by: mina }, () =>
    makeWorkbook(
      { title: 'Schedule and costs', author: mina.displayName },
      {
        name: 'Costs 2026',
        columns: ['Work', 'Planned', 'Spent', 'Open'],
        rows: [
          ['Texts', 4_200, 3_950.5, 249.5],
          ['Pictures', 2_600, 2_600, 0],
          ['Design', 6_800, 5_120.25, 1_679.75],
          ['Building', 11_500, 7_480, 4_020],
          ['Tests with readers', 1_900, 640.4, 1_259.6],
        ],
      },
    ),
  );
  plantFile(drive, folder, 'Kick-off.pptx', { days: 276, by: yuki }, () =>
    makePresentation({ title: 'Website 2026: kick-off', author: yuki.displayName }, [
      { title: 'Website 2026', lines: ['Kick-off with Mina, Jonas, Yuki and Layla'] },
      { title: 'Why now?', lines: ['Half of our readers come by phone', 'Nobody finds the search'] },
      {
        title: 'Until summer',
        lines: ['March: texts', 'April: pictures', 'May: tests with readers', 'June: live'],
      },
      { title: 'How we work', lines: ['Small steps, shown often', 'One list of open questions'] },
    ]),
  );
}

/** The same for somebody's holiday. */
export function plantTripPapers(drive: Drive, folder: FolderItem): void {
  const author = drive.root.createdBy.displayName;
  plantFile(drive, folder, 'Days in Lisbon.docx', { days: 139 }, () =>
    makeWordDocument({ title: 'Days in Lisbon', author }, [
      ['title', 'Days in Lisbon'],
      ['heading', 'Friday'],
      ['point', 'Train from the airport, keys at the bakery'],
      ['point', 'Walk up to the castle before the sun goes down'],
      ['heading', 'Saturday'],
      ['point', 'Tram to the river, custard tarts'],
      ['text', 'Rain? Then the museum of tiles.'],
    ]),
  );
  plantFile(drive, folder, 'Costs.xlsx', { days: 131 }, () =>
    makeWorkbook(
      { title: 'Costs', author },
      {
        name: 'Lisbon',
        columns: ['What', 'Euros'],
        rows: [
          ['Flights', 318.4],
          ['Flat, four nights', 412],
          ['Trams and trains', 36.8],
          ['Custard tarts', 27.5],
        ],
      },
    ),
  );
  plantFile(drive, folder, 'Evening of pictures.pptx', { days: 120 }, () =>
    makePresentation({ title: 'Evening of pictures', author }, [
      { title: 'Lisbon', lines: ['Four days in June'] },
      { title: 'What we ate', lines: ['Sardines', 'More sardines', 'Custard tarts'] },
    ]),
  );
}

import { makeSpecial, type Drive, type FolderItem } from '../drive-parts';
import { plantTripPapers } from './office-files';
import { makePdf } from './pdf';
import { peopleAround } from './people';
import { plantFile, plantFolder, plantText } from './planting';
import { invite } from './shares';
import * as texts from './texts';

/** Fills the smaller drive of somebody at home. */
export function plantPersonalDrive(drive: Drive, addPictures: (folder: FolderItem) => void): void {
  const { root } = drive;
  const documents = plantFolder(drive, root, 'Documents', { days: 1_500 });
  makeSpecial(drive, 'documents', { folder: documents, name: 'documents' });
  plantText(drive, documents, 'Household.csv', { days: 25 }, texts.expenses(2026));
  plantFile(drive, documents, 'Rental agreement.pdf', { days: 1_400 }, () =>
    makePdf('Rental agreement', ['A small flat with a large window.']),
  );
  const pictures = plantFolder(drive, root, 'Pictures', { days: 1_500 });
  makeSpecial(drive, 'photos', { folder: pictures, name: 'photos' });
  addPictures(pictures);
  const trip = plantFolder(drive, root, 'Trip to Lisbon', { days: 150 });
  invite(drive, trip, [peopleAround(drive).sofia], 140);
  plantText(drive, trip, 'Packing list.txt', { days: 149 }, texts.shopping);
  plantTripPapers(drive, trip);
  plantText(drive, root, 'Recipe.txt', { days: 600 }, texts.recipe);
}

import { makeSpecial, type Drive, type FolderItem } from '../drive-parts';
import { plantProjectPapers } from './office-files';
import { makePdf } from './pdf';
import { peopleAround } from './people';
import { plantFile, plantFolder, plantMany, plantText } from './planting';
import { invite, link } from './shares';
import * as texts from './texts';
import { plantWorldNames } from './world-names';

/** Fills the drive of somebody who works: projects, notes, letters, things shared, a folder of many. */
export function plantWorkDrive(drive: Drive, many: number, addPictures: (folder: FolderItem) => void): void {
  const { root } = drive;
  plantDocuments(drive);
  const pictures = plantFolder(drive, root, 'Pictures', { days: 1_200 });
  makeSpecial(drive, 'photos', { folder: pictures, name: 'photos' });
  addPictures(pictures);
  plantMusicAndNotes(drive);
  plantFolder(drive, root, 'Empty folder', { days: 12 });
  plantWorldNames(drive, root);
  plantMany(drive, plantFolder(drive, root, 'Large folder', { days: 950 }), many);
  plantText(drive, root, 'Read me first.md', { days: 30 }, '# Welcome\n\nThis drive is a demonstration.\n');
  plantFile(drive, root, 'Getting started.pdf', { days: 200 }, () =>
    makePdf('Getting started', ['Everything in this drive was made up.', 'Change it, delete it, add to it.']),
  );
}

function plantDocuments(drive: Drive): void {
  const { mina, jonas, yuki } = peopleAround(drive);
  const documents = plantFolder(drive, drive.root, 'Documents', { days: 1_300 });
  makeSpecial(drive, 'documents', { folder: documents, name: 'documents' });
  const projects = plantFolder(drive, documents, 'Projects', { days: 1_100 });
  plantFolder(drive, projects, '2024', { days: 900 });
  const last = plantFolder(drive, projects, '2025', { days: 640 });
  plantText(drive, last, 'Review.md', { days: 330, by: mina }, '# Review 2025\n\nMostly good.\n');
  const project = plantFolder(drive, projects, '2026', { days: 300 });
  invite(drive, project, [mina, jonas, yuki], 250);
  const site = plantFolder(drive, project, 'Website', { days: 280, by: jonas });
  plantText(drive, site, 'Kick-off notes.md', { days: 275, by: jonas }, texts.meetingNotes);
  const plan = plantFile(drive, site, 'Plan.pdf', { days: 60, by: yuki }, () =>
    makePdf('Website 2026: plan', ['March: texts', 'April: pictures', 'May: tests', 'June: live']),
  );
  link(drive, plan, 'organization', 58);
  plantText(
    drive,
    site,
    'index.html',
    { days: 20, by: yuki },
    '<!doctype html><title>Soon</title><h1>Soon</h1>\n',
  );
  plantText(drive, site, 'style.css', { days: 20, by: yuki }, 'h1 { color: rebeccapurple; }\n');
  plantProjectPapers(drive, site);
  plantText(drive, project, 'Budget.csv', { days: 4, by: mina }, texts.expenses(2026));
  plantText(drive, documents, 'Expenses 2024.csv', { days: 660 }, texts.expenses(2024));
  plantText(drive, documents, 'Expenses 2025.csv', { days: 300 }, texts.expenses(2025));
  plantFile(drive, documents, 'Contract.pdf', { days: 820 }, () =>
    makePdf('Contract', ['between one party and another', '', 'Both agree to be kind.']),
  );
  plantFile(drive, documents, 'Invoice 0042.pdf', { days: 45 }, () =>
    makePdf('Invoice 0042', ['2 days of thinking    1 200.00 EUR', '1 good idea              300.00 EUR']),
  );
}

function plantMusicAndNotes(drive: Drive): void {
  const { sofia, layla } = peopleAround(drive);
  const music = plantFolder(drive, drive.root, 'Music', { days: 1_000 });
  makeSpecial(drive, 'music', { folder: music, name: 'music' });
  plantText(drive, music, 'Walking home (draft).txt', { days: 70 }, texts.song);
  plantText(drive, music, 'Playlist.m3u', { days: 210 }, '#EXTM3U\n');
  const notes = plantFolder(drive, drive.root, 'Notes', { days: 700 });
  plantText(drive, notes, 'Reading list.md', { days: 15 }, texts.readingList);
  plantText(drive, notes, 'Bread.txt', { days: 500 }, texts.recipe);
  plantText(drive, notes, 'Shopping.txt', { days: 0.2 }, texts.shopping);
  plantText(drive, notes, 'empty.txt', { days: 33 }, '');
  const shared = plantFolder(drive, drive.root, 'Shared with the team', { days: 420 });
  invite(drive, shared, [sofia, layla], 410);
  plantText(drive, shared, 'Letter to Sofía.txt', { days: 190, by: sofia }, texts.letter);
  const open = plantText(drive, shared, 'Open to everyone.txt', { days: 3, by: layla }, 'Hello, everyone.\n');
  link(drive, open, 'anonymous', 3);
}

import { describe, expect, it } from 'vitest';
import { OneDriveError } from '../../../src/lib';
import { DOCUMENTS, setUpFolderBrowser, YEAR } from '../../support/folder-browser-bench';
import { settled } from '../../support/manual-environment';

describe('opening a folder by reference', () => {
  it('finds it wherever it lies by now', async () => {
    const { browser, path } = setUpFolderBrowser();
    await browser.openPath({ driveId: 'drive', id: YEAR.id });
    expect(path()).toEqual(['', 'Documents', '2026']);
  });

  it('opens the root of the drive', async () => {
    const { browser, path } = setUpFolderBrowser();
    await browser.openPath({ driveId: 'drive', id: 'root' });
    expect(path()).toEqual(['']);
  });

  it('says that it is gone, and looks again when asked to', async () => {
    const { browser, get, requests } = setUpFolderBrowser();
    await browser.openPath({ driveId: 'drive', id: 'gone' });
    expect(get().listing).toMatchObject({ status: 'failed', error: { code: 'not-found' } });
    browser.refresh();
    await settled();
    expect(requests.calls.filter((call) => call === 'item:gone')).toHaveLength(2);
  });
});

describe('opening a folder that may be gone', () => {
  it('ends in the nearest one that is left, and names what is missing until somebody goes on', async () => {
    const { browser, get, path } = setUpFolderBrowser();
    await browser.openPath({ names: ['Documents', 'Gone', 'Deeper'], create: false, orAbove: true });
    expect([path(), get().missed]).toEqual([['', 'Documents'], 'Gone']);
    browser.up();
    expect(get().missed).toBeUndefined();
    await browser.openPath({ names: ['Documents', '2026'], create: false, orAbove: true });
    expect([path(), get().missed]).toEqual([['', 'Documents', '2026'], undefined]);
  });
});

describe('opening folders of which some have to be made', () => {
  it('makes what is missing, one in the other, and opens the last', async () => {
    const { browser, createFolder, path } = setUpFolderBrowser();
    await browser.openPath({ names: ['Documents', 'Cases', 'Case 7'], create: true });
    expect(path()).toEqual(['', 'Documents', 'Cases', 'Case 7']);
    expect(createFolder.mock.calls.map(([{ id }, name]) => [id, name])).toEqual([
      [DOCUMENTS.id, 'Cases'],
      ['cases', 'Case 7'],
    ]);
  });

  it('makes nothing where all is there, or nothing may be made', async () => {
    const { browser, createFolder, get } = setUpFolderBrowser();
    await browser.openPath({ names: ['Documents'], create: true });
    await browser.openPath({ names: ['Cases'], create: false });
    expect(get().listing).toMatchObject({ status: 'failed', error: { code: 'not-found' } });
    expect(createFolder).not.toHaveBeenCalled();
  });

  it('takes the folder that another page has made in the same moment', async () => {
    const { browser, createFolder, path } = setUpFolderBrowser();
    const make = createFolder.getMockImplementation();
    createFolder.mockImplementationOnce(async (parent, name) => {
      await make?.(parent, name);
      throw new OneDriveError('name-conflict');
    });
    await browser.openPath({ names: ['Cases', 'Case 7'], create: true });
    expect(path()).toEqual(['', 'Cases', 'Case 7']);
  });

  it('tells why it could not be made, and tries again when asked to', async () => {
    const { browser, createFolder, get, path } = setUpFolderBrowser();
    createFolder.mockRejectedValueOnce(new OneDriveError('consent-declined'));
    await browser.openPath({ names: ['Cases'], create: true });
    expect(get().listing).toMatchObject({ status: 'failed', error: { code: 'consent-declined' } });
    browser.refresh();
    await settled();
    expect(path()).toEqual(['', 'Cases']);
  });
});

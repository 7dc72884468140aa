import * as fc from 'fast-check';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  parseDownloadUrl,
  parseDriveItem,
  parseUploadSession,
  parseUploadSessionStatus,
} from '../../../src/graph';
import { revealSecretUrl } from '../../../src/lib';

const SECRET = 'https://contoso-my.sharepoint.com/personal/x/download.aspx?UniqueId=1&tempauth=SECRET';

/** As recorded from OneDrive for Business. */
const BUSINESS = {
  '@microsoft.graph.downloadUrl': SECRET,
  createdDateTime: '2026-02-18T10:11:29Z',
  eTag: '"{A4B1C2D3-0000-4000-8000-000000000001},2"',
  id: '01BYE5RZ6QN3ZWBTUFOFD3GSPGOHDJD36K',
  lastModifiedBy: {
    user: { email: 'm@contoso.example', displayName: 'Megan Bowen' },
    application: { id: '1' },
  },
  lastModifiedDateTime: '2026-02-18T10:11:30Z',
  name: 'a b.txt',
  parentReference: { driveType: 'business', driveId: 'b!abc', id: '01ROOT', path: '/drive/root:' },
  webUrl: 'https://contoso-my.sharepoint.com/personal/m/Documents/a%20b.txt',
  cTag: '"c:{A4B1C2D3-0000-4000-8000-000000000001},1"',
  file: { mimeType: 'text/plain', hashes: { quickXorHash: 'abc=' } },
  fileSystemInfo: { createdDateTime: '2026-02-18T10:11:29Z' },
  shared: { scope: 'users' },
  size: 12,
  thumbnails: [{ id: '0', small: { url: `${SECRET}&w=96`, width: 96 }, large: { url: SECRET } }],
};

describe('a driveItem', () => {
  it('of a business drive keeps what a row shows and a command needs', () => {
    const item = parseDriveItem(BUSINESS);
    expect(item).toMatchObject({
      id: BUSINESS.id,
      driveId: 'b!abc',
      name: 'a b.txt',
      size: 12,
      eTag: BUSINESS.eTag,
      cTag: BUSINESS.cTag,
      lastModifiedBy: 'Megan Bowen',
      webUrl: BUSINESS.webUrl,
      file: { mimeType: 'text/plain', hashes: { quickXorHash: 'abc=' } },
      shared: { scope: 'users' },
    });
    expect(item.thumbnails?.large && revealSecretUrl(item.thumbnails.large)).toBe(SECRET);
    expect(item.thumbnails?.medium).toBeUndefined();
  });

  it('of a personal drive may be a folder, a notebook or a shortcut', () => {
    const parentReference = { driveId: '0f097864e0cfea42', id: 'F097864E0CFEA42!sroot', name: 'Documents' };
    const base = { id: 'F097864E0CFEA42!s1', name: 'x', parentReference };
    expect(parseDriveItem({ ...base, folder: { childCount: 3, view: {} } }).folder).toEqual({
      childCount: 3,
    });
    expect(parseDriveItem({ ...base, package: { type: 'oneNote' } }).package).toEqual({ type: 'oneNote' });
    const target = { id: 'T!1', folder: {}, parentReference: { driveId: 'other' } };
    expect(parseDriveItem({ ...base, remoteItem: target }).remoteItem).toEqual({
      id: 'T!1',
      driveId: 'other',
      folder: { childCount: undefined },
      file: undefined,
    });
    expect(parseDriveItem({ ...base, root: {} }).root).toEqual({});
  });

  it('needs nothing but an id', () => {
    expect(parseDriveItem({ id: '1' })).toMatchObject({
      id: '1',
      driveId: '',
      name: '',
      parentReference: {},
    });
    const nulls = Object.fromEntries(Object.keys(BUSINESS).map((key) => [key, null]));
    expect(parseDriveItem({ ...nulls, id: '1' }).id).toBe('1');
    expect(parseDriveItem({ id: '1', remoteItem: {} }).remoteItem).toBeUndefined();
    expect(parseDriveItem({ id: '1', thumbnails: [] }).thumbnails).toBeUndefined();
    expect(() => parseDriveItem({ name: 'x' })).toThrow();
    expect(() => parseDriveItem(null)).toThrow();
  });

  it('is listed without its picture where the address of that is unusable', () => {
    const thumbnails = [
      { small: { url: 'http://insecure.example/1' }, medium: { url: '' }, large: { url: '/x' } },
    ];
    expect(parseDriveItem({ id: '1', thumbnails }).thumbnails).toEqual({
      small: undefined,
      medium: undefined,
      large: undefined,
    });
  });

  it('opens only web pages', () => {
    expect(parseDriveItem({ id: '1', webUrl: 'javascript:alert(1)' }).webUrl).toBeUndefined();
    expect(parseDriveItem({ id: '1', webUrl: 'http://localhost:5174/x' }).webUrl).toBe(
      'http://localhost:5174/x',
    );
  });

  it('never shows a preauthenticated address, wherever the service put one', () => {
    const secretFields = fc.constantFrom(
      '@microsoft.graph.downloadUrl',
      '@content.downloadUrl',
      'url',
      'downloadUrl',
    );
    const facet = fc.dictionary(secretFields, fc.constant(SECRET));
    const anyItem = fc.record(
      {
        '@microsoft.graph.downloadUrl': fc.constant(SECRET),
        '@content.downloadUrl': fc.constant(SECRET),
        root: facet,
        file: facet,
        folder: facet,
        package: facet,
        shared: facet,
        image: facet,
        lastModifiedBy: fc.record({ user: facet }),
        parentReference: facet.map((extra) => ({ ...extra, driveId: 'd' })),
        remoteItem: facet.map((extra) => ({
          ...extra,
          id: '2',
          parentReference: { driveId: 'd' },
          file: extra,
        })),
        thumbnails: fc.array(fc.record({ small: facet, medium: facet, large: facet }, { requiredKeys: [] })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyItem, (raw) => {
        const item = parseDriveItem({ ...raw, id: '1' });
        expect(JSON.stringify(item)).not.toContain('SECRET');
        expect(inspect(item, { depth: 20, showHidden: true })).not.toContain('SECRET');
      }),
    );
  });
});

describe('a download address', () => {
  it('is secret, and byte by byte as the service gave it', () => {
    const secret = parseDownloadUrl(BUSINESS);
    expect(revealSecretUrl(secret)).toBe(SECRET);
    expect(JSON.stringify(secret)).not.toContain('SECRET');
  });

  it('is missing on folders', () => {
    expect(() => parseDownloadUrl({ id: '1', folder: {} })).toThrow();
  });
});

describe('an upload session', () => {
  const uploadUrl = 'https://contoso-my.sharepoint.com/_api/v2.0/uploadSession?guid=1&tempauth=SECRET%2b';

  it('has a secret address, an end and the ranges wanted', () => {
    const session = parseUploadSession({
      uploadUrl,
      expirationDateTime: '2026-11-21T13:00:00.0000000Z',
      nextExpectedRanges: ['0-'],
    });
    expect(revealSecretUrl(session.uploadUrl)).toBe(uploadUrl);
    expect(session.nextExpectedRanges).toEqual([{ start: 0, end: undefined }]);
    expect(JSON.stringify(session)).not.toContain('SECRET');
  });

  it('has ranges with and without an end, the end exclusive', () => {
    const { nextExpectedRanges } = parseUploadSessionStatus({
      nextExpectedRanges: ['26-', '0-25', ' 5 - 7 '],
    });
    expect(nextExpectedRanges).toEqual([
      { start: 26, end: undefined },
      { start: 0, end: 26 },
      { start: 5, end: 8 },
    ]);
  });

  it('may say nothing at all', () => {
    expect(parseUploadSessionStatus({})).toEqual({ nextExpectedRanges: [] });
    const odd = { expirationDateTime: 'soon', nextExpectedRanges: ['-5', 'x', ''] };
    expect(parseUploadSessionStatus(odd)).toEqual({ nextExpectedRanges: [] });
    expect(() => parseUploadSession({})).toThrow();
  });
});

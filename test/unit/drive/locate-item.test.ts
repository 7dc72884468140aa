import { describe, expect, it } from 'vitest';
import { locateItem, type DriveItem } from '../../../src/drive';
import { buildFile, buildFolder } from '../../support/drive-items';
import { createFakeDriveRequests } from '../../support/fake-drive-requests';

const below = (parent: DriveItem) => ({ parentReference: { driveId: parent.driveId, id: parent.id } });
const root = buildFolder({ id: 'root', name: 'root', root: {} });
const documents = buildFolder({ id: 'documents', name: 'Documents', ...below(root) });
const plan = buildFile({ id: 'plan', name: 'Plan.docx', ...below(documents) });
const elsewhere = buildFile({ id: 'elsewhere', name: 'Other.docx', parentReference: {} });
const all = [root, documents, plan, elsewhere];

describe('an item', () => {
  it('is found by its names, and so is the root', async () => {
    const requests = createFakeDriveRequests(root, all);
    await expect(locateItem(requests, ['Documents', 'Plan.docx'])).resolves.toEqual({
      item: plan,
      path: ['Documents'],
    });
    await expect(locateItem(requests, [])).resolves.toEqual({ item: root, path: [] });
  });

  it('is found by reference, with the folders above it', async () => {
    const requests = createFakeDriveRequests(root, all);
    const { driveId, id } = plan;
    await expect(locateItem(requests, { driveId, id })).resolves.toEqual({ item: plan, path: ['Documents'] });
    await expect(locateItem(requests, root)).resolves.toEqual({ item: root, path: [] });
    await expect(locateItem(requests, documents)).resolves.toEqual({ item: documents, path: [] });
  });

  it.each([[['Nowhere']], [['Nowhere', 'Plan.docx']], [['Documents', 'Other.docx']]])(
    'that is not at %j is not found',
    async (names) => {
      const requests = createFakeDriveRequests(root, all);
      await expect(locateItem(requests, names)).rejects.toMatchObject({ code: 'not-found' });
    },
  );

  it('outside of the folder that users cannot leave is not found', async () => {
    const requests = createFakeDriveRequests(documents, all);
    await expect(locateItem(requests, plan)).resolves.toEqual({ item: plan, path: [] });
    await expect(locateItem(requests, elsewhere)).rejects.toMatchObject({ code: 'not-found' });
  });
});

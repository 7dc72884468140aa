import type { Json } from './graph-call';
import { callTenant, realTenant } from './real-tenant';
import type { RuleContext } from './target';

interface Scratch {
  drive(): Promise<{ readonly driveType: RuleContext['driveType'] }>;
  /** An empty folder below the scratch folder. */
  ownFolder(): Promise<Json>;
}

/** The folder in a real tenant that holds all that one file of rules makes. It is deleted at the end. */
export function createScratch(afterAll: (end: () => Promise<void>) => void): Scratch {
  let drive: Promise<Json> | undefined;
  let made: Promise<Json> | undefined;
  let count = 0;

  const make = async (): Promise<Json> => {
    const name = `graph contract suite ${new Date().toISOString().slice(0, 19).replaceAll(':', '.')}`;
    const folder = await createFolder('/me/drive/root/children', name);
    console.info(`Scratch folder in ${realTenant?.root}: ${folder.name} (${folder.webUrl})`);
    return folder;
  };

  if (realTenant !== undefined) {
    afterAll(async () => {
      if (made === undefined) return;
      const folder = await made;
      const { status } = await callTenant(`/me/drive/items/${folder.id}`, { method: 'DELETE' });
      if (status !== 204) console.warn(`The scratch folder ${folder.name} was not deleted: ${status}.`);
    });
  }

  return {
    async drive() {
      drive ??= readDrive();
      const { driveType } = await drive;
      if (driveType === 'business' || driveType === 'personal' || driveType === 'documentLibrary') {
        return { driveType };
      }
      throw new Error(`A drive of type ${driveType} is not known.`);
    },
    async ownFolder() {
      made ??= make();
      const { id } = await made;
      count += 1;
      return createFolder(`/me/drive/items/${id}/children`, `rule ${count}`);
    },
  };
}

async function readDrive(): Promise<Json> {
  const { status, json, text } = await callTenant('/me/drive');
  if (status !== 200) throw new Error(`GRAPH_TOKEN opens no drive (${status}): ${text.slice(0, 300)}`);
  return json;
}

async function createFolder(children: string, name: string): Promise<Json> {
  const body = { name, folder: {}, '@microsoft.graph.conflictBehavior': 'rename' };
  const { status, json, text } = await callTenant(children, { body });
  if (status !== 201) throw new Error(`A folder could not be made (${status}): ${text.slice(0, 300)}`);
  return json;
}

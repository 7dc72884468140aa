import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createOneDrive } from './onedrive';
import { createOneDriveApi } from './onedrive-api';
import { createPnpGraph } from './pnp-graph';
import { createRclone } from './rclone';
import { runJourney } from './run-journey';
import type { CreateClient, StepResult } from './run-journey';
import { startService } from './start-service';
import { table } from './table';

const ACCOUNTS = ['work@contoso.example', 'personal@outlook.example'];

/** What the surroundings have put into the folder of the run. */
export interface RunFolder {
  readonly path: string;
  /** Where the clients from npm are installed, each in a folder with its client.mjs. */
  readonly npmClients: string;
}

/** All journeys, where Microsoft's host names mean this computer. Tells whether everything passed. */
export async function runInside(folder: RunFolder, wanted: readonly string[]): Promise<boolean> {
  const clients: Readonly<Record<string, CreateClient>> = {
    rclone: createRclone,
    onedrive: createOneDrive,
    '@pnp/graph': (workplace) => createPnpGraph(workplace, join(folder.npmClients, 'pnp-graph')),
    'onedrive-api': (workplace) => createOneDriveApi(workplace, join(folder.npmClients, 'onedrive-api')),
  };
  const unknown = wanted.find((name) => !(name in clients));
  if (unknown !== undefined) {
    throw new Error(`There is no client “${unknown}”: choose from ${Object.keys(clients).join(', ')}.`);
  }
  const [cert, key] = await Promise.all([
    readFile(join(folder.path, 'cert.pem'), 'utf8'),
    readFile(join(folder.path, 'key.pem'), 'utf8'),
  ]);
  const service = await startService({ cert, key });
  const results: StepResult[] = [];
  try {
    for (const [name, create] of Object.entries(clients)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      for (const account of ACCOUNTS) {
        console.log(`${name} as ${account} …`);
        results.push(...(await runJourney(create, account, { folder: join(folder.path, 'work'), service })));
      }
    }
  } finally {
    await service.close();
  }
  return report(results);
}

function report(results: readonly StepResult[]): boolean {
  console.log(`\n${table(results)}\n`);
  for (const { client, account, step, reason } of results) {
    if (reason !== undefined) console.log(`${client} as ${account}, ${step}: ${reason}\n`);
  }
  const count = (result: StepResult['result']): number =>
    results.filter((line) => line.result === result).length;
  console.log(`${count('passed')} passed, ${count('FAILED')} failed, ${count('not tried')} skipped`);
  return results.length > 0 && results.every(({ result }) => result === 'passed');
}

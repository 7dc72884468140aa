import { describe, expect, it } from 'vitest';
import { createReadAhead } from '../../../../src/drive';
import { A, B, DOCUMENTS, YEAR } from '../../../support/folder-browser-bench';
import { createFakeDriveRequests } from '../../../support/fake-drive-requests';
import { createManualEnvironment, settled } from '../../../support/manual-environment';

function setUp() {
  const environment = createManualEnvironment();
  const requests = createFakeDriveRequests(DOCUMENTS);
  const ahead = createReadAhead(requests, environment);
  const stop = new AbortController();
  return {
    environment,
    requests,
    ahead,
    stop,
    take: (folder = DOCUMENTS) => ahead.take(folder, stop.signal),
  };
}

async function namesOf(pages: AsyncIterable<readonly { readonly name: string }[]> | undefined) {
  const names: string[] = [];
  for await (const page of pages ?? []) names.push(...page.map(({ name }) => name));
  return names;
}

describe('a folder that is read ahead', () => {
  it('is listed from there on when it is opened: no page is asked for twice, and none before', async () => {
    const { ahead, requests, take, stop } = setUp();
    const leave = ahead.begin(DOCUMENTS);
    requests.listings[0]?.page(A);
    await settled();
    leave();
    const listed = namesOf(take());
    requests.listings[0]?.page(B);
    requests.listings[0]?.end();
    expect(await listed).toEqual(['a.txt', 'b.txt']);
    expect(requests.listings.length).toBe(1);
    stop.abort();
    expect(requests.listings[0]?.signal?.aborted).toBe(true);
    expect(take()).toBeUndefined();
  });

  it('is given up when somebody goes on before its first page is there, or to another folder', async () => {
    const { ahead, requests } = setUp();
    ahead.begin(DOCUMENTS)();
    expect(requests.listings[0]?.signal?.aborted).toBe(true);
    ahead.begin(DOCUMENTS);
    ahead.begin(YEAR);
    expect(requests.listings.map(({ signal }) => signal?.aborted)).toEqual([true, true, false]);
  });

  it('is asked for once, however often it is pointed at, until it is old', async () => {
    const { ahead, requests, environment, take } = setUp();
    ahead.begin(DOCUMENTS);
    requests.listings[0]?.page(A);
    await settled();
    ahead.begin(DOCUMENTS);
    expect(requests.listings.length).toBe(1);
    await environment.advance(15_001);
    expect(take()).toBeUndefined();
    ahead.begin(DOCUMENTS);
    expect(requests.listings.length).toBe(2);
  });

  it('is forgotten where it fails, and where what it held may have changed', async () => {
    const { ahead, requests, take } = setUp();
    ahead.begin(DOCUMENTS);
    requests.listings[0]?.fail('offline');
    await settled();
    expect(take()).toBeUndefined();
    ahead.begin(DOCUMENTS);
    ahead.drop();
    expect(take()).toBeUndefined();
  });

  it('is one of twelve, until one is opened: nobody walks through a drive by pointing', async () => {
    const { ahead, requests, take } = setUp();
    for (let id = 0; id < 20; id += 1) ahead.begin({ driveId: 'drive', id: `${id}` });
    expect(requests.listings.length).toBe(12);
    take();
    ahead.begin(DOCUMENTS);
    expect(requests.listings.length).toBe(13);
  });
});

// As its documentation shows: files of up to 4 MB by put(), larger ones by LargeFileUploadTask with its defaults.
import {
  Client,
  FileUpload,
  LargeFileUploadTask,
  MiddlewareFactory,
} from '@microsoft/microsoft-graph-client';
import pLimit from 'p-limit';
import { pathOf, serve, service } from '../upload-page.js';

const SMALL = 4 * 1024 ** 2;
/** It does one thing at a time by itself; this is as many as Chromium opens to one host. */
const together = pLimit(6);

const chain = MiddlewareFactory.getDefaultMiddlewareChain({ getAccessToken: async () => service.token });
chain.splice(-1, 0, plainAddresses());
chain.forEach((middleware, index) => middleware.setNext?.(chain[index + 1]));
const client = Client.initWithMiddleware({
  middleware: chain[0],
  baseUrl: new URL('/', service.graph).href,
});

/** It gives tokens to `https:` alone, and takes an address of another host for a path where it is `http:`, as here. */
function plainAddresses() {
  return {
    setNext(next) {
      this.next = next;
    },
    async execute(context) {
      const { headers } = context.options;
      const [, address] = /\/v1\.0\/(https?:.*)/.exec(context.request) ?? [];
      if (address) context.request = address;
      else headers.Authorization = `Bearer ${service.token}`;
      await this.next.execute(context);
    },
  };
}

serve((files, arrived) =>
  Promise.all(
    files.map((file) =>
      together(async () => {
        await (file.size > SMALL
          ? uploadLarge(file)
          : client.api(`/me/drive/root:/${pathOf(file)}:/content`).put(file));
        arrived();
      }),
    ),
  ),
);

async function uploadLarge(file) {
  const session = await LargeFileUploadTask.createUploadSession(
    client,
    `/me/drive/root:/${pathOf(file)}:/createUploadSession`,
    { item: { '@microsoft.graph.conflictBehavior': 'fail' } },
  );
  await new LargeFileUploadTask(client, new FileUpload(file, file.name, file.size), session).upload();
}

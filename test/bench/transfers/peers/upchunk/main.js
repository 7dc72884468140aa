// UpChunk with its defaults: fragments of 30 MiB with Content-Range to one address, as Graph's sessions want them.
import { createUpload } from '@mux/upchunk';
import { openSession, serve } from '../upload-page.js';

serve(async ([file], arrived) => {
  await new Promise((resolve, reject) => {
    const upload = createUpload({ endpoint: () => openSession(file), file });
    upload.on('success', resolve);
    upload.on('error', ({ detail }) => reject(new Error(detail.message)));
  });
  arrived();
});

// Uppy with its uploader for requests of one's own; it knows no upload sessions of Graph.
import Uppy from '@uppy/core';
import XHRUpload from '@uppy/xhr-upload';
import { authorization, contentUrl, serve } from '../upload-page.js';

serve(async (files, arrived) => {
  const uppy = new Uppy().use(XHRUpload, {
    endpoint: (file) => contentUrl(file.data),
    method: 'PUT',
    formData: false,
    headers: authorization,
    // Five by itself; this is as many as Chromium opens to one host.
    limit: 6,
  });
  uppy.on('upload-success', arrived);
  uppy.addFiles(
    files.map((data) => {
      const { name, type, webkitRelativePath } = data;
      return { name, type, data, meta: { relativePath: webkitRelativePath || undefined } };
    }),
  );
  const { failed = [] } = (await uppy.upload()) ?? {};
  if (failed.length > 0) throw new Error(`${failed.length} failed: ${failed[0].error}`);
});

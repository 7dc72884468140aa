// What the network and the service take by themselves: the same bytes in as few and as large requests as Graph allows.
import { authorization, contentUrl, openSession, serve } from '../upload-page.js';

/** As many as Chromium opens to one host, and as many as this project allows itself. */
const AT_ONCE = 6;
const SMALL = 4 * 1024 ** 2;
/** The largest multiple of 320 KiB below 60 MiB. */
const FRAGMENT = 191 * 320 * 1024;

serve(async (files, arrived) => {
  const rest = files.values();
  const work = async () => {
    for (const file of rest) {
      await (file.size > SMALL ? sendFragments(file) : put(contentUrl(file), file, authorization));
      arrived();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
});

async function sendFragments(file) {
  const url = await openSession(file);
  for (let start = 0; start < file.size; start += FRAGMENT) {
    const end = Math.min(file.size, start + FRAGMENT);
    await put(url, file.slice(start, end), { 'Content-Range': `bytes ${start}-${end - 1}/${file.size}` });
  }
}

async function put(url, body, headers) {
  const answer = await fetch(url, { method: 'PUT', body, headers });
  await answer.text();
  if (!answer.ok) throw new Error(`${answer.status}`);
}

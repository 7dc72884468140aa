// What every page has: files come from its two inputs, and the clock runs from then until all have arrived.
export const service = Object.fromEntries(new URLSearchParams(location.search));

/** Below the folder of this run, as paths of the drive. */
export function pathOf(file) {
  const path = file.webkitRelativePath || file.name;
  return [service.folder, ...path.split('/')].map(encodeURIComponent).join('/');
}

export const contentUrl = (file) => `${service.graph}/me/drive/root:/${pathOf(file)}:/content`;

export const authorization = { Authorization: `Bearer ${service.token}` };

/** An upload session for this file, made by bare hands. */
export async function openSession(file) {
  const answer = await fetch(`${service.graph}/me/drive/root:/${pathOf(file)}:/createUploadSession`, {
    method: 'POST',
    headers: { ...authorization, 'Content-Type': 'application/json' },
    body: JSON.stringify({ item: { '@microsoft.graph.conflictBehavior': 'fail' } }),
  });
  return (await answer.json()).uploadUrl;
}

export function serve(upload) {
  for (const input of document.querySelectorAll('input')) {
    input.addEventListener('change', () => void run(upload, [...input.files]));
  }
}

async function run(upload, files) {
  const run = { started: performance.now(), arrived: 0 };
  globalThis.benchRun = run;
  try {
    await upload(files, () => (run.arrived += 1));
    run.ended = performance.now();
  } catch (error) {
    run.error = String(error?.message ?? JSON.stringify(error));
  }
}

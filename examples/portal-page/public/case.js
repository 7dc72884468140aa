const { base } = document.body.dataset;
const id = location.pathname.split('/').at(-1);
const drive = document.querySelector('onedrive-control');
const link = document.getElementById('link');
const status = document.getElementById('status');
const api = `${base}api/cases/${id}`;

let record = await ask(api);
document.title = `Case ${id}`;
document.getElementById('title').textContent = `Case ${id}: ${record.title}`;
showFiles();

// The first time the folder is made; from then on it is opened by its reference, wherever it lies by then.
const path = `Cases/Case ${id}`;
drive.folder = record.folder ?? path;
drive.createFolder = record.folder === null;

drive.addEventListener('od-navigate', ({ detail }) => void keepFolder(detail));

async function keepFolder(detail) {
  if (record.folder || detail.path !== path) return;
  const { driveId, id: folderId } = detail.item;
  record = await ask(`${api}/folder`, { driveId, id: folderId });
}

drive.addEventListener('od-selection', ({ detail }) => {
  link.disabled = filesOf(detail.items).length === 0;
});

link.addEventListener('click', () => void linkSelected());

async function linkSelected() {
  const chosen = filesOf(drive.selectedItems).map(({ driveId, id: fileId, name }) => ({
    driveId,
    id: fileId,
    name,
  }));
  const others = record.files.filter((file) => chosen.every((other) => other.id !== file.id));
  record = await ask(`${api}/files`, [...others, ...chosen]);
  showFiles();
  status.textContent = `Linked: ${chosen.map(({ name }) => name).join(', ')}`;
}

function showFiles() {
  const rows = record.files.map((file) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = file.name;
    button.addEventListener('click', () => void open(file));
    const row = document.createElement('li');
    row.append(button);
    return row;
  });
  document.getElementById('files').replaceChildren(...rows);
}

/** Opens the folder that the file lies in now. */
async function open(file) {
  try {
    await drive.navigate({ driveId: file.driveId, id: file.id });
    status.textContent = '';
  } catch ({ code }) {
    const reasons = {
      'not-found': `“${file.name}” was deleted, or lies in a OneDrive that is not yours.`,
      'sign-in-needed': 'Connect to OneDrive first.',
    };
    status.textContent = reasons[code] ?? `“${file.name}” could not be opened (${code}).`;
  }
}

function filesOf(items) {
  return items.filter((item) => item.file !== undefined);
}

async function ask(address, body) {
  const response = await fetch(address, body && { method: 'PUT', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`The portal answered ${response.status}.`);
  return response.json();
}

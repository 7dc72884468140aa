/** The portal's records. A real one keeps them in its database; these live as long as the server. */
export function createRecords() {
  const records = new Map([
    ['7', { id: '7', title: 'Fabrikam audit', folder: null, files: [] }],
    ['8', { id: '8', title: 'Northwind contract', folder: null, files: [] }],
  ]);
  return {
    find: (id) => records.get(id),
    setFolder: (id, folder) => {
      records.get(id).folder = reference(folder);
    },
    setFiles: (id, files) => {
      records.get(id).files = files.map((file) => ({ ...reference(file), name: String(file.name) }));
    },
  };
}

/** What is kept of a file or folder: it is found by these wherever it lies, and whatever it is called. */
function reference({ driveId, id }) {
  const isId = (text) => typeof text === 'string' && /^[\w!.%-]+$/.test(text);
  if (!isId(driveId) || !isId(id)) throw new Error('A driveId and an id are needed.');
  return { driveId, id };
}

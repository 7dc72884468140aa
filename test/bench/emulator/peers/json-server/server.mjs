// REST over one JSON file, made here with as many items as the argument says. Prints its address.
import jsonServer from 'json-server';

const count = Number(process.argv[2]);
const items = Array.from({ length: count }, (_, n) => ({
  id: n + 1,
  name: `Item ${String(n + 1).padStart(7, '0')}.txt`,
  size: n % 5000,
  eTag: `"{${String(n + 1).padStart(32, '0')}},1"`,
  createdDateTime: '2026-01-01T00:00:00Z',
  lastModifiedDateTime: '2026-01-01T00:00:00Z',
  file: { mimeType: 'text/plain' },
  parentReference: { driveId: 'drive', id: 'root', path: '/drive/root:' },
}));
const server = jsonServer.create();
server.use(jsonServer.router({ items }));
const listening = server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${listening.address().port}`);
});

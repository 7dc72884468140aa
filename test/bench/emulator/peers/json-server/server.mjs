// REST over JSON in memory: as many items as the first argument says, each like the second. Prints its address.
import jsonServer from 'json-server';

const count = Number(process.argv[2]);
const example = JSON.parse(process.argv[3]);
const items = Array.from({ length: count }, (_, n) => ({
  ...example,
  id: `${example.id}${n}`,
  name: `Item ${String(n + 1).padStart(7, '0')}.txt`,
  size: n % 5000,
}));
const server = jsonServer.create();
server.use(jsonServer.router({ items }));
const listening = server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${listening.address().port}`);
});

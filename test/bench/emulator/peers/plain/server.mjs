// What Node itself needs: a page that is always the same, uploads that nobody keeps, bytes that are nobody's.
import { createServer } from 'node:http';

const page = Buffer.alloc(Number(process.argv[2]), ' ');
const block = Buffer.alloc(1024 * 1024, 'x');

function stream(response, blocks) {
  for (let left = blocks; left > 0; left -= 1) {
    if (!response.write(block)) {
      response.once('drain', () => stream(response, left - 1));
      return;
    }
  }
  response.end();
}

const server = createServer((request, response) => {
  const megabytes = /^\/bytes\/(\d+)$/.exec(request.url)?.[1];
  if (request.method === 'PUT') {
    request.resume().once('end', () => response.writeHead(201, { 'content-length': 0 }).end());
  } else if (megabytes === undefined) {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': page.length });
    response.end(page);
  } else {
    response.writeHead(200, { 'content-length': Number(megabytes) * block.length });
    stream(response, Number(megabytes));
  }
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));

// A fake S3 with its files on disk. Prints its address.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';

const directory = await mkdtemp(join(tmpdir(), 'bench-s3rver-'));
const server = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory,
  configureBuckets: [{ name: 'bench' }],
});
const { port } = await server.run();
console.log(`http://127.0.0.1:${port}`);
process.once('SIGTERM', () => {
  void rm(directory, { recursive: true, force: true }).then(() => process.exit(0));
});

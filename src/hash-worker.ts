import { serveHashes, type HashErrand } from './lib';

addEventListener('message', ({ data }: MessageEvent<HashErrand>) => serveHashes(data));

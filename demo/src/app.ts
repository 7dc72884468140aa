import { begin, findPlace } from './begin';

void begin(findPlace('app'), async () => {
  // Not before: it reads its configuration at once, and that names the emulator.
  await import('../../src/main');
});

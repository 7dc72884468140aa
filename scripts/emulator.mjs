// `npm run emulator`: the emulator alone.
import { createSourceLoader } from './source-loader.mjs';

const source = await createSourceLoader();
const { runEmulatorCli } = await source.load('/src/emulator/node/cli.ts');
if (!(await runEmulatorCli(process.argv.slice(2)))) await source.close();

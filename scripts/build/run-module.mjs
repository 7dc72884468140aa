import { rolldown } from 'rolldown';

/** What a source file of ours exports, run while we build. */
export async function runModule(file) {
  const bundle = await rolldown({ input: file, platform: 'node' });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  return import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
}

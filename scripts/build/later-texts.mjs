import { runModule } from './run-module.mjs';
import { staticImports } from './static-imports.mjs';

/**
 * Fails the build where the first screen names a text that comes later (src/locales/later-en.ts): it would show the
 * text's id.
 *
 * @param module the first screen's
 */
export function laterTexts(module) {
  return {
    name: 'onedrive-control:later-texts',
    async generateBundle(_options, bundle) {
      const { laterEn } = await runModule('src/locales/later-en.ts');
      const start = Object.values(bundle).find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
      const code = [...staticImports(start?.fileName, bundle)]
        .map((file) => bundle[file]?.code ?? '')
        .join('\n');
      const words = new Set(code.match(/(?<=["'`])[\w.-]+(?=["'`])/g));
      const named = Object.keys(laterEn).filter((id) => words.has(id));
      if (named.length > 0)
        this.error(
          `The first screen says ${named.join(', ')}: move it to src/locales/en.ts, or load it later().`,
        );
    },
  };
}

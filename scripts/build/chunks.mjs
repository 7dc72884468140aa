/** Modules on which nearly every part rests; those named here import one another, and else only packages. */
const BASE = [
  'lib/(backoff|deadline|errors|load-code|lost-request|secret-url|secure-address|sleep|store|until-aborted)',
  'lib/environment/(browser-environment|instant|policy-refusals)',
  'auth/connection',
  'host/words',
  'graph/(elsewhere|errors|names|reach|upload-session)',
  'drive/(accept|arrangement|field-id|file-type|folder-key|item-key|mime-types|pick-questions|pick-rules|resolve-path|search-of|selection|sort)',
  'ui/(accept-text|control-context|refusal-text|view-state|file-list/file-type-icon)',
];

/** What every component of Fluent's rests on; all of it is in the first rows anyway. */
const STYLES = [
  '(@griffel/(core|react)|@emotion/hash|stylis|rtl-css-js)/.*',
  '@fluentui/react-jsx-runtime/.*',
  '@fluentui/react-shared-contexts/lib/(ProviderContext|CustomStyleHooksContext)/.*',
  '@fluentui/react-utilities/lib/compose/(constants|slot|isSlot|assertSlots)',
  '@fluentui/react-utilities/lib/hooks/(useEventCallback|useIsomorphicLayoutEffect)',
  '@fluentui/react-utilities/lib/ssr/canUseDOM',
  '@fluentui/react-icons/lib/(utils|contexts|core)/.*',
];

/**
 * React changes less often than we do: a chunk of its own stays in the browser's cache when we release. What everything
 * rests on would come in twenty small pieces, one for each set of parts that share it. All else is left to Rolldown,
 * which puts together what the same parts need. More groups would be fewer files, but they import each other in
 * circles, and then it is chance what runs first.
 */
export const CODE_SPLITTING = {
  groups: [
    { name: 'react', test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
    {
      name: 'styles',
      test: new RegExp(`/node_modules/(${STYLES.join('|')})\\.(m?js)$`.replaceAll('/', '[\\\\/]')),
    },
    { name: 'base', test: new RegExp(`/src/(${BASE.join('|')})\\.tsx?$`.replaceAll('/', '[\\\\/]')) },
  ],
};

import type { Theme } from '@fluentui/react-components';

/**
 * `theme`, with what the page says by its custom properties: they pass the border of the shadow root, and where one is
 * not set, the theme's own value stands. Shades (`--od-…`) are mixed in realm.css; without the property that they are
 * mixed of they are not valid, so that here too the theme's own value stands.
 */
export function withHostLook(theme: Theme): Theme {
  const known = looks.get(theme);
  if (known) return known;
  // Fluent UI leaves values out that have quotes within parentheses: the fonts are put together in realm.css.
  const themed = { ...theme, fontFamilyBase: 'var(--od-font-family)', odFontFamily: theme.fontFamilyBase };
  for (const [property, tokens] of TOKENS) {
    for (const token of tokens.split(' ')) {
      const own: unknown = Reflect.get(theme, token);
      if (typeof own === 'string') Reflect.set(themed, token, `var(--${property}, ${own})`);
    }
  }
  looks.set(theme, themed);
  return themed;
}

const looks = new WeakMap<Theme, Theme>();

/** Custom property → tokens of Fluent UI. */
const TOKENS = [
  [
    'onedrive-control-brand',
    'colorBrandBackground colorBrandBackgroundStatic colorCompoundBrandBackground colorCompoundBrandStroke ' +
      'colorBrandStroke2',
  ],
  [
    'od-brand-hover',
    'colorBrandBackgroundHover colorCompoundBrandBackgroundHover colorCompoundBrandStrokeHover',
  ],
  [
    'od-brand-pressed',
    'colorBrandBackgroundPressed colorBrandBackgroundSelected colorCompoundBrandBackgroundPressed ' +
      'colorCompoundBrandStrokePressed',
  ],
  // Behind what is selected, over the background of either theme.
  ['od-brand-tint', 'colorBrandBackground2'],
  ['od-brand-tint-hover', 'colorBrandBackground2Hover'],
  ['od-brand-tint-pressed', 'colorBrandBackground2Pressed'],
  ['onedrive-control-on-brand', 'colorNeutralForegroundOnBrand colorNeutralForegroundStaticInverted'],
  [
    'onedrive-control-brand-foreground',
    'colorBrandForeground1 colorBrandForeground2 colorBrandForegroundLink colorCompoundBrandForeground1 ' +
      'colorBrandStroke1 colorNeutralForeground2BrandHover colorNeutralForeground2BrandPressed ' +
      'colorNeutralForeground2BrandSelected',
  ],
  [
    'od-brand-foreground-hover',
    'colorBrandForegroundLinkHover colorBrandForegroundLinkPressed colorBrandForegroundLinkSelected ' +
      'colorCompoundBrandForeground1Hover colorCompoundBrandForeground1Pressed',
  ],
  ['onedrive-control-background', 'colorNeutralBackground1'],
  [
    'od-background-hover',
    'colorNeutralBackground1Hover colorNeutralBackground2 colorNeutralBackground3 colorSubtleBackgroundHover',
  ],
  [
    'od-background-pressed',
    'colorNeutralBackground1Pressed colorNeutralBackground1Selected colorSubtleBackgroundPressed ' +
      'colorSubtleBackgroundSelected',
  ],
  [
    'onedrive-control-foreground',
    'colorNeutralForeground1 colorNeutralForeground1Hover colorNeutralForeground1Pressed ' +
      'colorNeutralForeground1Selected',
  ],
  [
    'od-foreground-soft',
    'colorNeutralForeground2 colorNeutralForeground2Hover colorNeutralForeground2Pressed ' +
      'colorNeutralForeground2Selected colorNeutralForeground3',
  ],
  ['onedrive-control-border-radius', 'borderRadiusMedium'],
  ['od-radius-small', 'borderRadiusSmall'],
  ['od-radius-large', 'borderRadiusLarge'],
  ['od-radius-x-large', 'borderRadiusXLarge'],
] as const;

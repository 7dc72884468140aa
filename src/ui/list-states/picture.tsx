import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

export const usePictureStyles = makeStyles({
  picture: { flexShrink: 0, width: '136px', height: '104px', maxWidth: '60%' },
  ground: { fill: tokens.colorNeutralBackground3 },
  paper: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorNeutralStroke1, strokeWidth: '1.5px' },
  ink: { stroke: tokens.colorNeutralStroke1, strokeWidth: '3px', strokeLinecap: 'round', fill: 'none' },
  brand: { fill: tokens.colorBrandBackground },
  soft: { fill: tokens.colorBrandBackground2, stroke: tokens.colorBrandStroke2, strokeWidth: '1.5px' },
  brandInk: {
    stroke: tokens.colorBrandStroke1,
    strokeWidth: '3px',
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
    fill: 'none',
  },
  glass: { fill: tokens.colorNeutralBackground1, fillOpacity: 0.85 },
});

/** The ground on which all stand. */
export function Picture({ children }: { readonly children: ReactNode }) {
  const styles = usePictureStyles();
  return (
    <svg className={styles.picture} viewBox="0 0 136 104" aria-hidden focusable="false">
      <ellipse className={styles.ground} cx="68" cy="92" rx="56" ry="9" />
      {children}
    </svg>
  );
}

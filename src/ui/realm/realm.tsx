import { FluentProvider, PortalMountNodeProvider, RendererProvider } from '@fluentui/react-components';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { ThemeName } from '../../host';
import { useTheme } from './color-scheme';
import { withHostLook } from './host-theme';
import { mountRealm, type MountedRealm } from './mount-realm';
import { getRenderer } from './shared-sheets';

export interface RealmProps {
  readonly children: ReactNode;
  /** Writing direction; `ltr` unless told. */
  readonly dir?: 'ltr' | 'rtl' | undefined;
  readonly theme?: ThemeName | undefined;
  /** BCP 47; becomes the `lang` of everything inside. */
  readonly locale?: string | undefined;
  /** An open root that exists already (the custom element's own). Without it a `<div>` with one is rendered. */
  readonly root?: ShadowRoot | undefined;
  /** For the rendered `<div>`: the only thing the host's style sheets can reach. */
  readonly className?: string | undefined;
  /** Out of reach for pointer, keyboard and assistive technology, and greyed (realm.css). */
  readonly disabled?: boolean | undefined;
}

/** Renders its children where neither the page's styles nor its scripts get in their way: in a shadow root. */
export function Realm({ root, className, disabled = false, ...inside }: RealmProps) {
  const host = useRef<HTMLDivElement>(null);
  const [realm, setRealm] = useState<MountedRealm>();
  useLayoutEffect(() => {
    const target = root ?? host.current?.shadowRoot ?? host.current?.attachShadow({ mode: 'open' });
    if (!target) return undefined;
    const mounted = mountRealm(target);
    setRealm(mounted);
    return mounted.unmount;
  }, [root]);
  useLayoutEffect(() => {
    realm?.disable(disabled);
  }, [realm, disabled]);
  const content = realm && createPortal(<RealmContent realm={realm} {...inside} />, realm.body);
  return root ? (
    content
  ) : (
    <div ref={host} className={className} aria-disabled={disabled || undefined}>
      {content}
    </div>
  );
}

function RealmContent({
  realm,
  children,
  dir,
  theme,
  locale,
}: { readonly realm: MountedRealm } & Omit<RealmProps, 'root' | 'className' | 'disabled'>) {
  return (
    <RendererProvider renderer={getRenderer()} targetDocument={realm.document}>
      <ThemedContent realm={realm} dir={dir} theme={theme} locale={locale}>
        {children}
      </ThemedContent>
    </RendererProvider>
  );
}

function ThemedContent({
  realm,
  children,
  dir = 'ltr',
  theme = 'auto',
  locale,
}: { readonly realm: MountedRealm } & Omit<RealmProps, 'root' | 'className' | 'disabled'>) {
  // Its class is plain CSS: Griffel's would be made for the direction outside of the provider.
  return (
    <FluentProvider
      targetDocument={realm.document}
      theme={withHostLook(useTheme(theme, realm.host))}
      dir={dir}
      lang={locale}
      className={`provider ${theme}`}
    >
      <PortalMountNodeProvider value={realm.layer}>{children}</PortalMountNodeProvider>
    </FluentProvider>
  );
}

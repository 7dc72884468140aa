import { within } from '@testing-library/react';
import { vi } from 'vitest';
import type { DriveItem, PickRules } from '../../../../src/drive';
import type { ViewOptions } from '../../../../src/ui/view-options';
import type { FakeControlModel } from '../../../support/fake-control-model';
import { buildRules } from '../../../support/pick-rules';
import { renderView } from '../../../support/render-view';

/** The whole view while files are being picked, once its tray is there. */
export async function renderPicking(
  items: readonly DriveItem[] | ((folderId: string) => readonly DriveItem[]),
  {
    width,
    prepare = () => {},
    options = {},
    ...rules
  }: Partial<PickRules> & {
    readonly width?: number;
    readonly prepare?: (model: FakeControlModel) => void;
    readonly options?: Partial<ViewOptions>;
  } = {},
) {
  const onPick = vi.fn<ViewOptions['onPick']>();
  const onCancel = vi.fn<ViewOptions['onCancel']>();
  const view = renderView(
    items,
    { ...(width !== undefined && { width }), options: { onPick, onCancel, ...options } },
    (model) => {
      prepare(model);
      model.picker.start(buildRules({ selection: 'single', ...rules }));
    },
  );
  const screen = within(view.root);
  const region = await screen.findByRole('region', { name: 'Choosing' });
  const tray = within(region);
  const button = (name: string) => tray.getByRole('button', { name });
  return {
    ...view,
    screen,
    tray,
    region,
    button,
    onPick,
    onCancel,
    /** Names of what the host was given last. */
    picked: () => onPick.mock.lastCall?.[0].map(({ name }) => name),
    /** Sets a row's check, as a click on its circle does. */
    check: (name: string) => view.list.check(name),
    openBasket: async () => {
      await view.user.click(button('Show'));
      return within(await screen.findByRole('dialog'));
    },
    focused: () => (view.root.getRootNode() as ShadowRoot).activeElement,
  };
}

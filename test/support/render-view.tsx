import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DriveItem } from '../../src/drive';
import { OneDriveView, type OneDriveViewProps } from '../../src/ui';
import { createFakeControlModel, type FakeControlModel } from './fake-control-model';
import { createFileListTester } from './file-list-tester';

/** Renders the whole control, in its shadow root, over a model in memory. */
export function renderView(
  items: readonly DriveItem[] | ((folderId: string) => readonly DriveItem[]) = [],
  options: Partial<OneDriveViewProps> & { readonly width?: number; readonly height?: number } = {},
  prepare: (model: FakeControlModel) => void = () => {},
) {
  const { width = 900, height = 600, ...props } = options;
  const model = createFakeControlModel(typeof items === 'function' ? items : () => items);
  prepare(model);
  const place = document.createElement('div');
  place.style.cssText = `width:${width}px;height:${height}px`;
  document.body.append(place);
  const view = render(<OneDriveView model={model} locale="en" theme="light" {...props} />, {
    container: place,
  });
  const root = place.firstElementChild?.shadowRoot?.querySelector<HTMLElement>('.body');
  if (!root) throw new Error('The view has no shadow root.');
  const user = userEvent.setup();
  return {
    ...view,
    model,
    place,
    root,
    user,
    list: createFileListTester(root, user),
    change: (run: () => void) => act(run),
  };
}

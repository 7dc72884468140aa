import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { DriveCommands } from '../../../src/drive';
import { ControlProvider } from '../../../src/ui/control-context';
import type { ControlModel } from '../../../src/ui/control-model';
import { TextProvider } from '../../../src/ui/text-provider';
import { createViewState, ViewStateProvider } from '../../../src/ui/view-state';
import {
  createFakeControlModel,
  createFakeOperations,
  type FakeControlModel,
} from '../../support/fake-control-model';
import { buildDemoItems } from '../../support/drive-items';

/** Renders parts of the interface over a control in memory; `change` replaces what a test is about. */
export function renderControl(
  children: ReactNode,
  change: (
    control: FakeControlModel,
  ) => Partial<Omit<ControlModel, 'commands'> & { readonly commands: DriveCommands }> = () => ({}),
  canRestore?: () => boolean,
) {
  cleanup();
  const fake = createFakeControlModel(() => buildDemoItems());
  const changed = { ...fake, ...change(fake) };
  const control = {
    ...changed,
    operations: createFakeOperations(changed.folder, changed.commands, canRestore),
  };
  const view = createViewState();
  const rendered = render(
    <TextProvider locale="en">
      <ControlProvider value={control}>
        <ViewStateProvider value={view}>
          <FluentProvider theme={webLightTheme}>{children}</FluentProvider>
        </ViewStateProvider>
      </ControlProvider>
    </TextProvider>,
  );
  return { ...rendered, control: fake, operations: control.operations, view, user: userEvent.setup() };
}

/** A promise that is settled from outside. */
export function createDeferred<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

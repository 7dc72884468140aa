import { useState } from 'react';
import { baseLength } from '../../drive';
import { loadCode } from '../../lib';
import { useControl } from '../control-context';
import { openOnWeb } from '../file-list/open-item';
import { freeName, lostExtension } from '../save/names';
import { useText } from '../text';
import { useViewState, type DocumentKind } from '../view-state';
import { NameDialog } from './name-dialog';

const EXTENSIONS = { word: '.docx', excel: '.xlsx', powerpoint: '.pptx', text: '.txt' } as const;

/** Makes an empty document in the folder that was open, and shows it in its program at Microsoft, where it has one. */
export function NewFileDialog({ kind }: { readonly kind: DocumentKind }) {
  const text = useText();
  const { commands, folder } = useControl();
  const { announcement } = useViewState();
  const [parent] = useState(() => folder.state.get().path.at(-1));
  const [initialName] = useState(() =>
    freeName(folder.state.get().items, `${text(`dialog.newFile.${kind}.name`)}${EXTENSIONS[kind]}`),
  );

  const create = async (typed: string, signal: AbortSignal) => {
    if (!parent) return;
    const name = completeName(typed, kind);
    const { makeEmptyDocument } = await loadCode(import('./make-empty-document'));
    const content = makeEmptyDocument(kind);
    const created = await commands.createFile(parent, { name, content, signal });
    if (!created) return;
    // The user may have gone elsewhere meanwhile; the list of another folder stays as it is.
    if (folder.state.get().path.at(-1)?.id === parent.id) {
      folder.apply({ changed: [created] });
      folder.setActive(created.id);
    }
    announcement.set(text('dialog.newFile.done', { name: created.name }));
    // A browser that takes the click for too long ago opens nothing: its row is the active one.
    if (kind !== 'text') openOnWeb(created);
  };
  return (
    <NameDialog
      title={text(`command.new.${kind}`)}
      label={text('dialog.newFile.label')}
      action={text('dialog.newFolder.action')}
      running={text('dialog.newFolder.running')}
      initialName={initialName}
      initialSelection={baseLength(initialName)}
      onSubmit={create}
    />
  );
}

/** Programs know their files by the end of the name; of plain text any end will do. */
function completeName(name: string, kind: DocumentKind): string {
  if (kind === 'text' && baseLength(name) < name.length) return name;
  return `${name}${lostExtension(`any${EXTENSIONS[kind]}`, name) ?? ''}`;
}

import { ChonkyActions, FullFileBrowser, setChonkyDefaults } from 'chonky';
import { ChonkyIconFA } from 'chonky-icon-fontawesome';
import { createElement } from 'react';
import { render } from 'react-dom';
import { loadItems } from '../items.js';

setChonkyDefaults({ iconComponent: ChonkyIconFA });
const files = (await loadItems()).map(({ id, name, size, lastModifiedDateTime }) => ({
  id,
  name,
  size,
  modDate: lastModifiedDateTime,
}));
render(
  createElement(FullFileBrowser, {
    files,
    folderChain: [{ id: 'root', name: 'Files', isDir: true }],
    defaultFileViewActionId: ChonkyActions.EnableListView.id,
  }),
  document.querySelector('#place'),
);

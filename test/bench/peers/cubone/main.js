import { FileManager } from '@cubone/react-file-manager';
import '@cubone/react-file-manager/dist/style.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { loadItems } from '../items.js';

const files = (await loadItems()).map(({ name, size, lastModifiedDateTime }) => ({
  name,
  isDirectory: false,
  path: `/${name}`,
  updatedAt: lastModifiedDateTime,
  size,
}));
createRoot(document.querySelector('#place')).render(
  createElement(FileManager, { files, layout: 'list', height: '100%' }),
);

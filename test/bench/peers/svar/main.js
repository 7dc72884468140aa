import { Filemanager, Willow } from '@svar-ui/react-filemanager';
import '@svar-ui/react-filemanager/all.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { loadItems } from '../items.js';

const data = (await loadItems()).map(({ name, size, lastModifiedDateTime }) => ({
  id: `/${name}`,
  size,
  date: new Date(lastModifiedDateTime),
  type: 'file',
}));
// Its other icons come from a server of its makers, one request a row.
const manager = createElement(Filemanager, { data, mode: 'table', icons: 'simple' });
const place = document.querySelector('#place');
// What scrolls is its own table.
place.style.overflow = 'hidden';
// It draws every row unless what stands around it has a height.
const frame = createElement('div', { style: { height: `${innerHeight}px` } }, manager);
createRoot(place).render(createElement(Willow, { fonts: false }, frame));

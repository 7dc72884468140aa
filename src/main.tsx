import { startApp } from './app';
// oxlint-disable-next-line import/default -- Vite makes an address of it
import hashWorker from './hash-worker?worker&url';

const container = document.getElementById('app');
if (!container) throw new TypeError('index.html must hold an element with the id “app”.');
void startApp(container, hashWorker);

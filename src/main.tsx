import { startApp } from './app';

const container = document.getElementById('app');
if (!container) throw new TypeError('index.html must hold an element with the id “app”.');
void startApp(container);

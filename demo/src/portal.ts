import '../../src/element';
import './portal.css';
import { begin, findPlace } from './begin';

const place = findPlace('control');

findPlace('start-again').addEventListener('click', () => location.reload());

void begin(place, async ({ clientId, authority, redirectUri, cacheLocation }) => {
  const control = document.createElement('onedrive-control');
  const attributes = {
    'client-id': clientId,
    authority,
    'redirect-uri': redirectUri,
    'cache-location': cacheLocation,
  };
  for (const [name, value] of Object.entries(attributes)) control.setAttribute(name, value);
  place.replaceChildren(control);
});

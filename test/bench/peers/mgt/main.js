import { registerMgtFileListComponent } from '@microsoft/mgt-components/dist/es6/components/mgt-file-list/mgt-file-list.js';
import { Providers, ProviderState, SimpleProvider } from '@microsoft/mgt-element';
import { loadItems } from '../items.js';

const value = await loadItems();
// Its own requests to Graph are answered here, at once and in one page.
const fetchFromNetwork = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const { hostname, pathname } = new URL(input instanceof Request ? input.url : input, location.href);
  if (hostname !== 'graph.microsoft.com') return fetchFromNetwork(input, init);
  return pathname.endsWith('/children') ? Response.json({ value }) : Response.json({}, { status: 404 });
};
const provider = new SimpleProvider(async () => 'token');
Providers.globalProvider = provider;
provider.setState(ProviderState.SignedIn);
registerMgtFileListComponent();
const list = document.createElement('mgt-file-list');
list.setAttribute('page-size', String(value.length));
document.querySelector('#place').append(list);

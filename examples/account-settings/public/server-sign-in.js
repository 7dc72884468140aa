const byId = (id) => document.getElementById(id);
const show = (element, text) => {
  element.hidden = !text;
  element.textContent = text ?? '';
};

const answer = await fetch('/api/microsoft');
if (answer.status === 401) location.assign('/');
const { connected, person, expiresOn, failure, message } = await answer.json();

show(byId('success'), message?.success);
show(byId('error'), message?.error ?? failure);
show(
  byId('state'),
  connected
    ? `Connected as ${person.username}. The token lasts until ${new Date(expiresOn).toLocaleString()} and is renewed by the portal.`
    : 'Not connected.',
);
byId('connect').textContent = person ? 'Reconnect' : 'Connect to Microsoft';
byId('disconnect').hidden = !person;
if (connected) await showDocuments();

async function showDocuments() {
  const { graph, authority } = await (await fetch('/api/settings')).json();
  const control = Object.assign(document.createElement('onedrive-control'), { id: 'files', getAccessToken });
  // Says only where Graph is: nobody signs in there.
  Object.assign(control, graph ? { graph } : { authority });
  control.addEventListener('od-connection', ({ detail }) => {
    if (detail.state === 'expired') show(byId('error'), 'Microsoft wants you to sign in again: reconnect.');
  });
  byId('documents').hidden = false;
  byId('documents').append(control);
  await import('/onedrive/onedrive-control.js');
}

/** The portal's server decides what the token may do: `scopes` were settled when the user connected. */
async function getAccessToken({ claims, forceRefresh }) {
  const response = await fetch('/api/microsoft/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ claims, forceRefresh }),
  });
  const { token, expiresOn, message: refused } = await response.json();
  if (!response.ok) throw new Error(refused);
  return { token, expiresOn };
}

const { base } = document.body.dataset;
const api = `${base}api/connector`;
const outcome = new URLSearchParams(location.search).get('outcome');
const { connected } = await (await fetch(api)).json();
const failed = outcome !== null && outcome !== 'connected' ? `It did not work: ${outcome}` : undefined;
document.getElementById('status').textContent = failed ?? (connected ? 'Connected' : 'Not connected');
history.replaceState(null, '', location.pathname);

document.getElementById('connect').addEventListener('click', () => void connect());

async function connect() {
  const { go } = await (await fetch(api, { method: 'POST' })).json();
  location.assign(go);
}

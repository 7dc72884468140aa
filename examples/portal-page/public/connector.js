const { base } = document.body.dataset;
const api = `${base}api/connector`;
const { connected, failure } = await (await fetch(api)).json();
document.getElementById('status').textContent = failure
  ? `It did not work: ${failure}`
  : connected
    ? 'Connected'
    : 'Not connected';

document.getElementById('connect').addEventListener('click', () => void connect());

async function connect() {
  const { go } = await (await fetch(api, { method: 'POST' })).json();
  location.assign(go);
}

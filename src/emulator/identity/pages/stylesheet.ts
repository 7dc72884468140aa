/** The look of the sign-in pages. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --ink: #1b1b1b;
  --ink-soft: #5c5c5c;
  --paper: #fff;
  --ground: #eef2f7;
  --line: #d6d6d6;
  --hover: #f3f3f3;
  --accent: #0f5fae;
  --accent-strong: #0a4783;
  --on-accent: #fff;
  --danger: #a4161a;
  --danger-ground: #fdecec;
  --banner: #fff4ce;
  --banner-ink: #3d3300;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #f5f5f5;
    --ink-soft: #bdbdbd;
    --paper: #242424;
    --ground: #161616;
    --line: #4a4a4a;
    --hover: #303030;
    --accent: #6cb4f5;
    --accent-strong: #9ccdf9;
    --on-accent: #0b1a28;
    --danger: #ff9a9a;
    --danger-ground: #3d1c1c;
    --banner: #3d3410;
    --banner-ink: #ffe9a0;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  min-height: 100vh;
  display: flex;
  flex-direction: column;
  align-items: center;
  background: var(--ground);
  color: var(--ink);
  font: 15px/1.4 'Segoe UI', system-ui, -apple-system, Roboto, 'Helvetica Neue', sans-serif;
}
.banner {
  align-self: stretch;
  margin: 0;
  padding: 8px 16px;
  background: var(--banner);
  color: var(--banner-ink);
  text-align: center;
  font-size: 13px;
}
.card {
  width: min(440px, 100%);
  margin: auto;
  padding: 40px 44px;
  background: var(--paper);
  box-shadow: 0 2px 6px rgb(0 0 0 / 20%);
}
.brand { margin: 0 0 16px; color: var(--ink-soft); font-weight: 600; }
h1 { margin: 0 0 16px; font-size: 24px; line-height: 1.2; font-weight: 600; }
h2 { margin: 24px 0 8px; font-size: 15px; font-weight: 600; }
p { margin: 0 0 16px; }
form { margin: 0; }
.identity { color: var(--ink-soft); overflow-wrap: anywhere; }
.alert {
  padding: 10px 12px;
  border-inline-start: 3px solid var(--danger);
  background: var(--danger-ground);
  color: var(--danger);
  overflow-wrap: anywhere;
}
.accounts { list-style: none; margin: 0 -44px 8px; padding: 0; }
.tile {
  width: 100%;
  display: grid;
  grid-template-columns: 44px 1fr;
  column-gap: 12px;
  align-items: center;
  padding: 6px 44px;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  text-align: start;
  cursor: pointer;
}
.tile:hover { background: var(--hover); }
.avatar {
  grid-row: span 2;
  width: 44px;
  height: 44px;
  display: grid;
  place-items: center;
  border-radius: 50%;
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
}
.address { overflow-wrap: anywhere; }
.address:last-child { grid-row: span 2; }
.note { color: var(--ink-soft); font-size: 13px; }
.field { display: block; margin: 0 0 16px; }
.field > span { display: block; margin-bottom: 4px; font-size: 13px; }
.field > input {
  width: 100%;
  padding: 8px 0;
  border: 0;
  border-bottom: 1px solid var(--ink-soft);
  border-radius: 0;
  background: none;
  color: inherit;
  font: inherit;
}
.check { display: flex; gap: 8px; align-items: center; margin: 0 0 16px; }
.check > input { width: 18px; height: 18px; margin: 0; accent-color: var(--accent); }
.actions { display: flex; flex-wrap: wrap; gap: 8px; justify-content: flex-end; margin-top: 24px; }
.button {
  min-width: 108px;
  min-height: 34px;
  padding: 6px 12px;
  border: 1px solid transparent;
  background: var(--line);
  color: var(--ink);
  font: inherit;
  cursor: pointer;
}
.button:hover { filter: brightness(0.95); }
.primary { background: var(--accent); color: var(--on-accent); }
.primary:hover { background: var(--accent-strong); filter: none; }
.scopes { margin: 0 0 16px; padding-inline-start: 20px; }
.scopes li { margin-bottom: 8px; }
.scopes code { color: var(--ink-soft); font-size: 12px; }
.code { overflow-wrap: anywhere; font-size: 13px; }
:focus-visible { outline: 2px solid var(--accent-strong); outline-offset: 2px; }
.tile:focus-visible { outline-offset: -2px; }
@media (max-width: 480px) {
  body { background: var(--paper); }
  .card { padding: 24px; margin: 0; box-shadow: none; }
  .accounts { margin-inline: -24px; }
  .tile { padding-inline: 24px; }
}
@media (forced-colors: active) {
  .button, .avatar { border: 1px solid ButtonText; }
}
`;

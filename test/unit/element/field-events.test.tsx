import { afterEach, expect, it } from 'vitest';
import { keepInputInside, tellChange } from '../../../src/element/field-events';

afterEach(() => document.body.replaceChildren());

it('the page hears of another value, and not of what is typed inside', () => {
  const heard: string[] = [];
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  const field = root.appendChild(document.createElement('input'));
  for (const type of ['input', 'change']) host.parentElement?.addEventListener(type, () => heard.push(type));
  const end = keepInputInside(root);
  tellChange(field);
  expect(heard).toEqual([]);
  tellChange(host);
  expect(heard).toEqual(['input', 'change']);
  end();
  tellChange(field);
  expect(heard).toEqual(['input', 'change', 'input']);
});

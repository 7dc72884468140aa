import { cleanup, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createSecretUrl } from '../../../../src/lib';
import { buildFile, buildFolder } from '../../../support/drive-items';
import { renderView } from '../../../support/render-view';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

describe('names from outside', () => {
  it('are only ever text', () => {
    const name = '<img src=x onerror="document.title=1"><script>1</script>.txt';
    const { root, list } = renderView([buildFile({ name })]);
    expect(list.row(name).textContent).toContain('<script>');
    expect(root.querySelector('script')).toBeNull();
    expect(list.row(name).querySelector('img')).toBeNull();
  });

  it('show the marks that turn the direction of writing', () => {
    const { list } = renderView([buildFile({ name: 'photo\u202Egpj.exe' })]);
    const row = list.row('photo\u202Egpj.exe');
    expect(row.querySelector('bdi')?.textContent).toBe('photoU+202Egpj.exe');
  });

  it('keep their end when they are too long for the column', () => {
    const name = `${'Minutes of the meeting '.repeat(10)}final.docx`;
    const { list } = renderView([buildFile({ name })], { width: 320 });
    const parts = list.row(name).querySelectorAll('bdi > span');
    expect(parts[1]?.textContent).toBe('inal.docx');
    const end = parts[1]?.getBoundingClientRect().right ?? 0;
    expect(end).toBeLessThanOrEqual(320);
    expect(list.row(name).querySelector('bdi')?.title).toBe(name);
  });

  it('name the rows exactly, for assistive technology and tests', () => {
    const { root } = renderView([buildFile({ name: 'Report.docx' }), buildFolder({ name: 'Projects' })]);
    const rows = within(root);
    expect(rows.getByRole('row', { name: 'Report.docx' })).toBeDefined();
    expect(rows.getByRole('row', { name: 'Projects' })).toBeDefined();
  });
});

describe('pictures', () => {
  it('show the service’s small picture without a referrer, and the icon where it fails', async () => {
    const small = createSecretUrl('http://localhost:1/thumb?secret=canary');
    const { list } = renderView([buildFile({ name: 'p.png', thumbnails: { small } })]);
    const image = list.row('p.png').querySelector('img');
    expect(image?.referrerPolicy).toBe('no-referrer');
    expect(image?.alt).toBe('');
    await expect.poll(() => list.row('p.png').querySelector('img')).toBeNull();
    expect(list.row('p.png').querySelector('svg')).not.toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../../src/ui/preview/markdown/markdown-block';
import { parseMarkdown } from '../../../../src/ui/preview/markdown/parse-markdown';

/** As HTML would write it, to be read here. */
function write(blocks: readonly Block[]): string {
  return blocks.map(writeBlock).join('');
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${writeParts(block.parts)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${writeParts(block.parts)}</p>`;
    case 'code':
      return `<pre>${block.text}</pre>`;
    case 'quote':
      return `<q>${write(block.blocks)}</q>`;
    case 'list':
      return `<${block.start ?? '-'}>${block.items.map((item) => `<li>${write(item)}</li>`).join('')}`;
    case 'table':
      return block.rows.map((row) => `|${row.map(writeParts).join('|')}|`).join('');
    case 'rule':
      return '<hr>';
  }
}

function writeParts(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      switch (part.kind) {
        case 'text':
          return part.text;
        case 'code':
          return `{${part.text}}`;
        case 'link':
          return `<a ${part.href ?? '-'}>${writeParts(part.parts)}</a>`;
        default:
          return `<${part.kind}>${writeParts(part.parts)}</${part.kind}>`;
      }
    })
    .join('');
}

describe('Markdown', () => {
  it.each([
    ['# One\n\nTwo *three*', '<h1>One</h1><p>Two <em>three</em></p>'],
    ['Title\n=====\ntext', '<h1>Title</h1><p>text</p>'],
    ['**bold** and ~~gone~~ and `a*b`', '<p><strong>bold</strong> and <del>gone</del> and {a*b}</p>'],
    ['snake_case_name and 2 * 3 * 4', '<p>snake_case_name and 2 * 3 * 4</p>'],
    ['\\*no\\*', '<p>*no*</p>'],
    ['- a\n- b\n  - c\n\nend', '<-><li><p>a</p></li><li><p>b</p><-><li><p>c</p></li></li><p>end</p>'],
    ['3. a\n4. b', '<3><li><p>a</p></li><li><p>b</p></li>'],
    ['> quoted\n> > twice', '<q><p>quoted</p><q><p>twice</p></q></q>'],
    ['```js\nlet *a* = 1;\n```\nafter', '<pre>let *a* = 1;</pre><p>after</p>'],
    ['```\nnever closed', '<pre>never closed</pre>'],
    ['    code', '<pre>code</pre>'],
    ['| a | b |\n|---|---|\n| 1 | *2* |', '|a|b||1|<em>2</em>|'],
    ['***', '<hr>'],
    ['[a](https://b.example/c "t")', '<p><a https://b.example/c>a</a></p>'],
    ['see https://b.example/c.', '<p>see <a https://b.example/c>https://b.example/c</a>.</p>'],
    ['<mailto:a@b.example>', '<p><a mailto:a@b.example>a@b.example</a></p>'],
    ['![alt](https://spy.example/x.png)', '<p><a https://spy.example/x.png>alt</a></p>'],
    ['', ''],
  ])('%j', (text, written) => {
    expect(write(parseMarkdown(text))).toBe(written);
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x]( javascript:alert(1) )',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:x)',
    '[x](blob:https://a.example/1)',
    '[x](/logout)',
    '[x](//evil.example)',
    '[x](java\nscript:alert(1))',
  ])('makes no link of %j', (text) => {
    expect(write(parseMarkdown(text))).not.toMatch(/<a [^-]/);
  });

  it('has no other kind of thing for HTML than text', () => {
    const html = '<img src=x onerror=alert(1)> <script>alert(1)</script>\n\n<iframe src="https://a.example">';
    expect(write(parseMarkdown(html))).toBe(
      `<p>${html.split('\n\n')[0]}</p><p><iframe src="<a https://a.example/>https://a.example</a>"></p>`,
    );
  });

  it.each(['*', '[', '`', '> ', '- ', '#', '_*', '![', '<', '|', '\n- ', '  '])(
    'reads a megabyte of %j in a moment, however bad it is',
    (piece) => {
      const begun = performance.now();
      parseMarkdown(piece.repeat(1_000_000 / piece.length));
      // A moment on a busy machine: what grows with the square takes minutes.
      expect(performance.now() - begun).toBeLessThan(5_000);
    },
  );
});

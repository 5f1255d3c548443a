import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../functions/rendering/markdown.tsx';

const html = (source: string) => String(renderMarkdown(source));

describe('Markdown', () => {
  it.each([
    ['# 一\n\n### 三\n\n##### 五', '<h3>一</h3><h5>三</h5><h6>五</h6>'],
    ['第一行\n第二行', '<p>第一行<br/>第二行</p>'],
    ['**党费**与*收缴*，~~作废~~', '<p><strong>党费</strong>与<em>收缴</em>，<del>作废</del></p>'],
    ['- 一\n- 二\n  - 三', '<ul><li>一</li><li>二<ul><li>三</li></ul></li></ul>'],
    ['3. 丙\n4. 丁', '<ol start="3"><li>丙</li><li>丁</li></ol>'],
    ['> 引用', '<blockquote><p>引用</p></blockquote>'],
    ['---', '<hr/>'],
    ['`a < b`', '<p><code>a &lt; b</code></p>'],
    ['```html\n<b>\n```', '<pre><code>&lt;b&gt;</code></pre>'],
    ['\\*原样\\*', '<p>*原样*</p>'],
    ['A & B "C"', '<p>A &amp; B &quot;C&quot;</p>'],
  ])('%j', (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  it('gives tables column headers and a scroll area that the keyboard reaches', () => {
    expect(html('|项目|金额|\n|-|-|\n|党费|100|')).toBe(
      '<div class="table-scroll" role="group" tabindex="0" aria-label="表格"><table>' +
        '<thead><tr><th scope="col">项目</th><th scope="col">金额</th></tr></thead>' +
        '<tbody><tr><td>党费</td><td>100</td></tr></tbody></table></div>',
    );
  });

  it.each([
    ['[区](https://example.cn/a?b=1&c=2)', 'https://example.cn/a?b=1&amp;c=2'],
    ['<http://example.cn/>', 'http://example.cn/'],
    ['[信](mailto:dangwu@example.cn)', 'mailto:dangwu@example.cn'],
    ['[本站](/board/dongfang#top)', '/board/dongfang#top'],
  ])('links %s', (source, href) => {
    expect(html(source)).toContain(`<a href="${href}" rel="noopener">`);
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '[x](&#106;avascript:alert(1))',
    '[x](vbscript:x)',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](//evil.example)',
    '[x](/\\\\evil.example)',
    '[x](file:///etc/passwd)',
    '<javascript:alert(1)>',
    '[x][r]\n\n[r]: javascript:alert(1)',
  ])('makes no link elsewhere of %s', (source) => {
    expect(html(source)).not.toMatch(/href="(?!\/[^/\\])/);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b onclick="x">b</b>',
    '![图](https://example.cn/p.png)',
    '<!-- 注释 -->',
    '<style>*{}</style>',
  ])('shows %s as it was typed', (source) => {
    const shown = html(source).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"');
    expect(shown).toBe(`<p>${source}</p>`);
  });

  it('shows what is nested too deeply as it was typed', () => {
    expect(html(`${'> '.repeat(40)}深`)).toContain('&gt; 深');
    expect(html(`${'>'.repeat(20_000)}深`)).toContain('深');
  });

  it.each([
    '电话138****1234，备用139****5678',
    '身份证320219********0018与320219********123X',
    '车牌苏B***9A与苏B***8C',
    '面积3*4与5*6平方米',
    '尾号****1234，另一尾号****5678',
  ])('leaves the stars of masked numbers alone: %s', (source) => {
    expect(html(source)).toBe(`<p>${source}</p>`);
  });

  it.each([
    [
      '**电话138****1234**，*备用139****5678*',
      '<p><strong>电话138****1234</strong>，<em>备用139****5678</em></p>',
    ],
    ['138****1234的**张三**和139****5678', '<p>138****1234的<strong>张三</strong>和139****5678</p>'],
    ['共**138**人、*12*次', '<p>共<strong>138</strong>人、<em>12</em>次</p>'],
    ['***要紧***', '<p><em><strong>要紧</strong></em></p>'],
    ['`138****1234`与`139****5678`', '<p><code>138****1234</code>与<code>139****5678</code></p>'],
    ['第一段\n\n****', '<p>第一段</p><hr/>'],
  ])('and still emphasises what is emphasised: %j', (source, expected) => {
    expect(html(source)).toBe(expected);
  });
});

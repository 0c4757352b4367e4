import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { MarkdownView } from './markdown-view.tsx'
import { plainText } from './plain-text.ts'

const html = (text: string) => renderToString(<MarkdownView text={text} resolve={() => '7,412'} />)

test('paragraphs, lists, strong words, links and ruby', () => {
  expect(html('｜伊奈《いな》の**道**\n\n- 一\n- 二\n\n[市](https://example.jp/)')).toBe(
    '<p><ruby>伊奈<rp>（</rp><rt>いな</rt><rp>）</rp></ruby>の<strong>道</strong></p>' +
      '<ul class="sb-list"><li>一</li><li>二</li></ul><p><a href="https://example.jp/" rel="noopener">市</a></p>',
  )
})

test('a bound number is shown as its data say', () => {
  expect(html('人口は{{dp_2c8h5n0x1q|int}}人')).toBe('<p>人口は<span class="sb-data">7,412</span>人</p>')
  expect(plainText('{{in_4f7j0m3q6t:target|int}}人')).toBe('―人')
  expect(plainText('{{xx_4f7j0m3q6t|int}}')).toBe('{{xx_4f7j0m3q6t|int}}')
})

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe src="javascript:alert(1)">',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:msgbox(1))',
  '[x](//evil.example/)',
  '[x](/\\evil.example)',
  '[x](file:///etc/passwd)',
  '![x](https://evil.example/a.png)',
  '![x](javascript:alert(1))',
  '<https://evil.example>',
  '<javascript:alert(1)>',
  '```\n<script>\n```',
  '    <script>alert(1)</script>',
  '`<b>`',
  '# <b>見出し</b>',
  '> <b>引用</b>',
  '[x]: javascript:alert(1)\n\n[x]',
  '｜<b>《<i>》',
  '{{dp_<script>|int}}',
  '"><img src=x onerror=alert(1)>',
  '**<u>**',
  '<!--><script>alert(1)</script>-->',
  '<style>body{display:none}</style>',
]

test.each(attacks)('%s gives no element of its own and no script address', (attack) => {
  const out = html(attack)
  expect(out.replaceAll(/<\/?(p|ul|ol|li|strong|em|ruby|rp|rt|br|a|span)( [^>]*)?\/?>/g, '')).not.toMatch(
    /<[a-z!/]/i,
  )
  for (const [, href] of out.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(https?:\/\/|[/#](?!\/))/)
  expect(out).not.toMatch(/<[^>]+\son\w+=/i)
})

test.each([
  ['nested lists', '- '.repeat(10_000)],
  ['nested quotes', '>'.repeat(10_000)],
  ['brackets', '['.repeat(200_000)],
  ['stars', '*a_'.repeat(60_000)],
  ['lists, a level a line', Array.from({ length: 200 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n')],
  ['bindings', '{{'.repeat(50_000)],
  ['ruby', '｜'.repeat(100_000)],
])('%s of ten thousand levels are read in a moment', (_name, text) => {
  const began = performance.now()
  plainText(text)
  expect(performance.now() - began).toBeLessThan(5000)
})

test('names with rare characters and emoji stay as they are', () => {
  expect(plainText('髙﨑𠮷🏯')).toBe('髙﨑𠮷🏯')
})

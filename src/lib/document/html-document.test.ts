import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { htmlDocument } from './html-document.ts'
import { heading, paragraph, type TextDocument } from './text-document.ts'

const document: TextDocument = {
  title: '計画<script>alert(1)</script>',
  subtitle: ['みほん市'],
  author: 'みほん市',
  date: '2026-11-27',
  header: '',
  hasContents: true,
  isLandscape: false,
  blocks: [
    heading(1, '基本構想'),
    paragraph({ ruby: '伊奈', reading: 'いな' }, { link: 'https://example.jp/?a="b"', words: ['<b>'] }),
    heading(2, '1-1　健康', 'me_1'),
    {
      kind: 'table',
      caption: '指標',
      widths: [50, 50],
      head: ['名', '値'],
      numeric: [1],
      rows: [[['受診率'], ['60％']]],
    },
  ],
}

test('one file: contents lead to every heading, tables have heads, nothing comes from elsewhere', () => {
  const html = htmlDocument(document, 'p { margin: 0 }')
  const page = parseHTML(html).document
  const links = [...page.querySelectorAll('nav a')].map((link) => link.getAttribute('href') ?? '')
  expect(links).toEqual(['#h0', '#me_1'])
  for (const link of links) expect(page.getElementById(link.slice(1))).not.toBeNull()
  expect(page.querySelector('h1')?.textContent).toBe('計画<script>alert(1)</script>')
  expect(page.querySelectorAll('script, link, img, iframe')).toHaveLength(0)
  expect(page.querySelector('main a')?.getAttribute('href')).toBe('https://example.jp/?a="b"')
  expect(page.querySelector('th')?.getAttribute('scope')).toBe('col')
  expect(page.querySelector('ruby rt')?.textContent).toBe('いな')
})

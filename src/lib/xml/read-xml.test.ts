import { expect, test } from 'vitest'
import { readXml } from './read-xml.ts'

const problemOf = (text: string) => readXml(text).problem

test('reads elements, attributes, text and lines', () => {
  expect(readXml('<a x="1">\n  <b:c xmlns:b="urn:b">髙﨑𠮷🏯<![CDATA[&]]></b:c>\n</a>')).toMatchObject({
    root: {
      name: 'a',
      attributes: { x: '1' },
      children: [{ name: 'c', namespace: 'urn:b', text: '髙﨑𠮷🏯&', line: 2 }],
    },
  })
})

test.each([
  ['an outside file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
  ['a billion laughs', `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><l>&b;</l>`],
  ['an outside definition', '<!DOCTYPE a SYSTEM "https://evil.example/a.dtd"><a/>'],
])('%s is refused before anything of it is read', (_name, text) => {
  expect(problemOf(text)?.message).toContain('DOCTYPE')
})

test.each([
  ['<a><b>', '途中で切れて'],
  ['<a><b></a>', '閉じる要素'],
  ['<a>&x;</a>', '実体参照'],
  ['ただの文章です', 'XMLではない'],
  ['', 'XML'],
  ['{"schema":"shirube-plan/1"}', 'XMLではない'],
  ['<b:a/>', '接頭辞'],
])('%s is told in words', (text, words) => {
  expect(problemOf(text)?.message).toContain(words)
})

test('ten thousand levels are refused, not followed', () => {
  expect(problemOf('<a>'.repeat(10_000))?.message).toContain('200段')
})

test('the line of the problem is the line of the file', () => {
  expect(problemOf('<a>\n<b>\n</c>\n</a>')?.line).toBe(3)
})

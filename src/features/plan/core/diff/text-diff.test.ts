import { expect, test } from 'vitest'
import { randomOf, wordsOf } from './cases/random.ts'
import { paragraphsDiff, type TextSpan, textDiff } from './text-diff.ts'

const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const
const shown = (spans: readonly TextSpan[]) =>
  spans.map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`).join('')
const side = (spans: readonly TextSpan[], kind: TextSpan['kind']) =>
  spans.flatMap((span) => (span.kind === 'same' || span.kind === kind ? span.text : [])).join('')

test('a changed word stands out, the sentence around it stays', () => {
  const spans = textDiff('保育士の確保を進めます。', '保育士の確保と定着を進めます。')
  expect(shown(spans)).toBe('保育士の確保{+と定着+}を進めます。')
})

test('small islands between changes are joined so that the text can be followed', () => {
  const spans = textDiff('道路と公園の整備を急ぎます。', '河川と緑地の保全を急ぎます。')
  expect(shown(spans)).toBe('[-道路と公園の整備-]{+河川と緑地の保全+}を急ぎます。')
})

test('a bound number is one word', () => {
  const spans = textDiff(
    '待機は{{in_0000000001:baseline|int}}人です。',
    '待機は{{in_0000000001:target|int}}人です。',
  )
  expect(shown(spans)).toBe(
    '待機は[-{{in_0000000001:baseline|int}}-]{+{{in_0000000001:target|int}}+}人です。',
  )
})

test('nothing, and the same in another normal form, is no difference', () => {
  expect(textDiff('', '')).toEqual([])
  expect(textDiff('が', 'か\u3099')).toEqual([{ kind: 'same', text: 'が' }])
  expect(textDiff('', '新しい文。')).toEqual([{ kind: 'added', text: '新しい文。' }])
  expect(textDiff('古い文。', '')).toEqual([{ kind: 'removed', text: '古い文。' }])
})

test('both texts can be read from the spans, whatever they are', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = randomOf(seed)
    const sentences = Array.from({ length: 1 + random.below(6) }, () => `${wordsOf(random)}を進めます。`)
    const before = sentences.join('')
    const after = sentences.map((one) => (random.below(3) === 0 ? `${wordsOf(random)}。` : one)).join('')
    const spans = textDiff(before, after)
    expect(side(spans, 'removed')).toBe(before)
    expect(side(spans, 'added')).toBe(after)
    expect(spans.every(({ kind }, index) => kind !== spans[index + 1]?.kind)).toBe(true)
  }
})

test('a long text rewritten from end to end is compared by sentences, then as a whole, and stays fast', () => {
  const kept = '変わらない一文です。'
  const before = Array.from({ length: 700 }, (_, index) => `第${index}の文を書きました。`).join('')
  const after = Array.from({ length: 700 }, (_, index) => `${index}番目を改めた。`).join('')
  const start = performance.now()
  const spans = textDiff(`${before}${kept}`, `${after}${kept}`)
  expect(performance.now() - start).toBeLessThan(1000)
  expect(spans.at(-1)).toEqual({ kind: 'same', text: kept })
  expect(side(spans, 'removed')).toBe(`${before}${kept}`)
})

test('paragraphs are paired by their ids, not by their place', () => {
  const paragraph = (number: number, text: string) => ({ id: `me_0000000001/situation/p${number}`, text })
  const rows = paragraphsDiff(
    [paragraph(1, '一の段落。'), paragraph(2, '二の段落。'), paragraph(3, '三の段落。')],
    [paragraph(3, '三の段落。'), paragraph(4, '四の段落。'), paragraph(1, '一の新しい段落。')],
  )
  expect(rows.map(({ id, spans }) => `${id.at(-1)} ${shown(spans)}`)).toEqual([
    '3 三の段落。',
    '4 {+四の段落。+}',
    '1 一の{+新しい+}段落。',
    '2 [-二の段落。-]',
  ])
})

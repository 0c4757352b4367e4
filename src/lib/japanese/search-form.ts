/**
 * A text in the form in which it is searched: one form for what people write in several ways.
 *
 * Width, case, hiragana and katakana, the long vowel mark, old forms of kanji in names, and common 表記ゆれ are made
 * the same. `at` gives for every UTF-16 unit of the form where it stands in the text, with the text's end behind them.
 */
export type SearchForm = { form: string; at: number[] }

export function searchForm(text: string): SearchForm {
  const units: string[] = []
  const at: number[] = []
  for (const { 0: sign, index } of text.matchAll(signs)) {
    for (const unit of folded(sign)) {
      units.push(unit)
      at.push(index)
    }
  }
  at.push(text.length)
  return withVariants({ form: units.join(''), at })
}

/** The words of a query in their form; all of them must be found. */
export const searchWords = (query: string): string[] =>
  [...new Set(query.split(/[\s　、,，]+/).map((word) => searchForm(word).form))].filter((word) => word !== '')

/** A sign with the voicing mark that belongs to it. */
const signs = /[\s\S][\uDC00-\uDFFF]?[\u3099\u309A\uFF9E\uFF9F]?/g

function folded(sign: string): string {
  const plain = sign.normalize('NFKC').toLowerCase()
  if (/^[\s\u200B-\u200D\uFEFF]*$/.test(plain)) return ''
  return [...plain].map((one) => oldForms[one] ?? kanaOf(one)).join('')
}

/** Hiragana for katakana; ヶ and ヵ as the large ones; no long vowel mark (サーバー = サーバ). */
function kanaOf(sign: string): string {
  if (
    sign === 'ー' ||
    sign === '・' ||
    sign === '-' ||
    sign === '‐' ||
    sign === '−' ||
    sign === '～' ||
    sign === '~'
  )
    return ''
  const code = sign.codePointAt(0) ?? 0
  const kana = code >= 0x30a1 && code <= 0x30f6 ? String.fromCodePoint(code - 0x60) : sign
  return kana === 'ゖ' ? 'け' : kana === 'ゕ' ? 'か' : kana
}

/** Old and personal forms of kanji as names have them. */
const oldForms: Readonly<Record<string, string>> = {
  髙: '高',
  﨑: '崎',
  𠮷: '吉',
  齋: '斎',
  齊: '斉',
  邊: '辺',
  邉: '辺',
  澤: '沢',
  龍: '竜',
  國: '国',
  學: '学',
  廣: '広',
  櫻: '桜',
  眞: '真',
  濵: '浜',
  濱: '浜',
  嶋: '島',
  惠: '恵',
  德: '徳',
  塚: '塚',
  祐: '祐',
  會: '会',
  與: '与',
}

/** Words with more than one accepted spelling, the searched form first; written as `folded` leaves them. */
const variants: readonly (readonly string[])[] = [
  ['こども', '子ども', '子供'],
  ['障害', '障がい', '障碍'],
  ['まちづくり', '街づくり', '町づくり', 'まち作り'],
  ['取組', '取り組み', '取組み', 'とりくみ'],
  ['受入', '受け入れ', '受入れ'],
  ['申込', '申し込み', '申込み'],
  ['問合', '問い合わせ', '問合せ'],
  ['手続', '手続き'],
  ['引続', '引き続き', '引続き'],
  ['くらし', '暮らし', '暮し'],
  ['すべて', '全て'],
  ['ひとり', '一人', '1人'],
  ['づくり', '作り', '造り', '創り'],
  ['ごみ', '塵'],
  ['見通し', '見とおし'],
]
const canonical = new Map(
  variants.flatMap(([first = '', ...others]) => others.map((other) => [other, first])),
)
const anyVariant = new RegExp([...canonical.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')

function withVariants({ form, at }: SearchForm): SearchForm {
  if (form.search(anyVariant) < 0) return { form, at }
  const places: number[] = []
  let read = 0
  const changed = form.replaceAll(anyVariant, (found, offset: number) => {
    for (let unit = read; unit < offset; unit += 1) places.push(at[unit] ?? 0)
    const first = canonical.get(found) ?? found
    for (let unit = 0; unit < first.length; unit += 1)
      places.push(at[Math.min(offset + unit, offset + found.length - 1)] ?? 0)
    read = offset + found.length
    return first
  })
  places.push(...at.slice(read))
  return { form: changed, at: places }
}

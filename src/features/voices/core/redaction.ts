/** What stands where personal data stood. */
export const mask = '■■（個人情報）'

/** Why something should not be shown, for the person who checks it. */
export type RedactionReason = 'phone' | 'mail' | 'address' | 'plate' | 'name' | 'number'

export const redactionReasonLabels: Readonly<Record<RedactionReason, string>> = {
  phone: '電話番号',
  mail: 'メールアドレス',
  address: '番地・部屋番号',
  plate: '車のナンバー',
  name: '人の名前かもしれません',
  number: '長い番号',
}

export type RedactionHit = { start: number; end: number; reason: RedactionReason }

const digit = '[0-9０-９]'
const dash = '[-‐‑–—−ー－（）()\\s]'
const kanji = '[\\p{Script=Han}々]'
const letter = '[\\p{Script=Han}々\\p{Script=Hiragana}\\p{Script=Katakana}ー]'
const katakana = '[\\p{Script=Katakana}ー]'

const pattern = (...parts: readonly string[]) => new RegExp(parts.join(''), 'gu')

/** Every run is bounded: a letter of 200,000 digits is looked through as fast as any other. */
const rules: readonly (readonly [RedactionReason, RegExp])[] = [
  ['mail', /[\w.+\-＿]{1,64}[@＠][\w\-．.]{1,80}[.．][A-Za-zＡ-Ｚａ-ｚ]{2,10}/gu],
  ['phone', pattern(`[0０]${digit}{1,4}${dash}{0,2}${digit}{1,4}${dash}{0,2}${digit}{3,4}`)],
  [
    'plate',
    pattern(
      `[\\p{Script=Han}\\p{Script=Hiragana}]{1,4}\\s?${digit}{2,3}\\s?`,
      `[あ-ん]\\s?${digit}{1,2}[-‐・－]?${digit}{2}`,
    ),
  ],
  [
    'address',
    pattern(
      `(?<!${digit})${digit}{1,5}`,
      `(?:丁目${digit}{0,5}|番地?の?${digit}{0,5}|号室|の${digit}{1,5}(?!${digit}|年|月|日|件|人))`,
      `(?:${dash}?${digit}{0,5}(?:番地?|号室?)){0,3}`,
    ),
  ],
  ['address', pattern(`${digit}{1,4}[-－‐−]${digit}{1,4}(?:[-－‐−]${digit}{1,4})?(?!${digit})`)],
  [
    'name',
    pattern(
      `(?:${kanji}{1,4}(?:[ 　]${letter}{1,5})?|${katakana}{2,8})`,
      '(?=さん|様|氏|先生|君|くん|ちゃん|議員)',
    ),
  ],
  ['name', /(?<=(?:氏名|名前|住所|担当)[：:は]\s?)[^\s。、]{2,20}/gu],
  ['number', pattern(`${digit}{7,}`)],
]

/** Words before さん and the like that are no names. */
const noNames = new Set(
  [
    '皆|みな|お子|子ども|子供|市民|住民|近所|隣|お母|お父|母',
    '父|奥|旦那|お客|患者|利用者|高齢者|若者|学生|業者|農家|店員',
    '職員|担当|市長|お年寄り|お孫|孫|お爺|お婆|祖父|祖母|娘|息子',
    '兄|姉|弟|妹|医|校|町|村|区|会|上|同',
    '外国|役所|主婦|保護者|赤',
  ].flatMap((words) => words.split('|')),
)

/** What looks like personal data. A proposal: a person decides, and another one releases. */
export function findPersonal(text: string): RedactionHit[] {
  const hits = rules.flatMap(([reason, rule]) =>
    [...text.matchAll(rule)]
      .filter(({ 0: found }) => found.trim() !== '' && !(reason === 'name' && noNames.has(found.trim())))
      .map(({ 0: found, index }): RedactionHit => ({ start: index, end: index + found.length, reason })),
  )
  hits.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: RedactionHit[] = []
  for (const hit of hits) {
    const last = kept.at(-1)
    if (!last || hit.start >= last.end) kept.push(hit)
    else if (hit.end > last.end) last.end = hit.end
  }
  return kept
}

/** The text with everything that looks like personal data masked. */
export function proposeRedaction(text: string): string {
  let shown = ''
  let at = 0
  for (const { start, end } of findPersonal(text)) {
    shown += text.slice(at, start) + mask
    at = end
  }
  return shown + text.slice(at)
}

/**
 * Whether a redacted text only leaves words out: everything beside the masks still stands in the original,
 * in order.
 */
export function isCutFrom(original: string, redacted: string): boolean {
  let at = 0
  for (const piece of redacted.split(/■■（[^）]*）|■+/u)) {
    const found = original.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return true
}

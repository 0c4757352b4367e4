/**
 * Display text in the pieces a reader takes in at a glance (about 文節), so that a title never breaks inside a word:
 * 子育ての／相談先がある／保護者の／割合. Words come from the segmenter of the runtime; endings and particles in kana,
 * closing signs and single kanji stay with what stands before them, opening brackets with what follows.
 */
export function phrasesOf(words: string): string[] {
  if (!/[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}]/u.test(words)) return [words]
  const phrases: string[] = []
  for (const { segment } of segmenter.segment(words)) {
    const before = phrases.at(-1)
    if (before !== undefined && belongsTo(before, segment)) phrases[phrases.length - 1] = before + segment
    else phrases.push(segment)
  }
  return phrases.length > mostPhrases ? [words] : phrases
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })
/** More than a title has: running text breaks anywhere. */
const mostPhrases = 24
const longest = 12

function belongsTo(before: string, segment: string): boolean {
  if ([...before, ...segment].length > longest) return false
  if (/[「『（(［“]$/u.test(before)) return true
  if (/^[\p{Script=Hira}ー、。・，．」』）)］”！？％%]+$/u.test(segment)) return true
  if (/[\d,.〜～－-]$/.test(before)) return true
  if (/^\p{Script=Han}$/u.test(segment)) return /\p{Script=Han}$/u.test(before)
  return /^\p{Script=Han}$/u.test(before)
}

/** 第2次みほん市総合計画 後期基本計画 → title and subtitle; a title without a gap between Japanese words stays whole. */
export function titleParts(title: string): { title: string; subtitle: string } {
  const parts = title
    .trim()
    .match(/^(.*\S)[ \u3000]+(\S*[\p{Script=Han}\p{Script=Kana}\p{Script=Hira}]\S*)$/u)
  const [, first = title.trim(), second = ''] = parts ?? []
  return isJapanese(first) ? { title: first, subtitle: second } : { title: title.trim(), subtitle: '' }
}

/** Words with kana or kanji in them. */
export const isJapanese = (words: string) => /[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}]/u.test(words)

const longestVertical = 13
const mostLines = 4

/**
 * The vision as lines, and whether it may stand vertically on the cover: only Japanese of a few short lines may,
 * since every character of a line stands under the one before.
 */
export function visionLines(vision: string): { lines: string[]; isVertical: boolean } {
  const words = vision.trim()
  if (words === '') return { lines: [], isVertical: false }
  if (!isJapanese(words)) return { lines: [words], isVertical: false }
  const lines = words
    .split(/[\s\u3000]+|(?<=[、。])/u)
    .flatMap((phrase) => shorterLines(phrase.trim()))
    .filter((line) => line !== '')
  const isShort = lines.length <= mostLines && !/[A-Za-z]{2}/.test(words)
  return { lines, isVertical: isShort }
}

/** A phrase too long to stand is divided between words, so that the lines become about equally long. */
function shorterLines(phrase: string): string[] {
  const length = [...phrase].length
  if (length <= longestVertical) return [phrase]
  const aim = Math.ceil(length / Math.ceil(length / (longestVertical - 2)))
  const lines = ['']
  for (const { segment } of words.segment(phrase)) {
    const last = lines.length - 1
    const line = lines[last] ?? ''
    const startsNew = [...line].length >= aim - 1 && !isParticle(segment)
    if (startsNew) lines.push(segment)
    else lines[last] = line + segment
  }
  return lines
}

const words = new Intl.Segmenter('ja', { granularity: 'word' })

/** Does not begin a line: particles, endings and closing marks. */
const isParticle = (segment: string) => /^(?:[\p{Script=Hira}ー]{1,2}|[、。）」』！？]+)$/u.test(segment)

/** Heading of the preface, after the office its author holds. */
export function prefaceTitle(author: string): string {
  const office = /(市長|町長|村長|区長|知事)/.exec(author)?.[1]
  return office ? `${office}あいさつ` : 'あいさつ'
}

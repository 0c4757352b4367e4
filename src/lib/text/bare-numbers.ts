import { splitBindings } from './binding.ts'

const units =
  '％|%|人|世帯|戸|件|円|千円|万円|億円|か所|ヶ所|箇所|カ所|ヵ所|校|団体|組|台|本|冊|店|社|床|ha|㏊|ヘクタール|km|ｋｍ|キロ|ｍ|m|トン|t|ポイント|倍|割'
const digits = '[0-9０-９][0-9０-９,，.．]*'
const bare = new RegExp(`(${digits})[ 　]?(万|億|千)?(${units})?`, 'g')
/** What follows or leads a number that is no figure: dates, ages, numbering, articles, names of laws and roads. */
const noFigureAfter =
  /^(?:年|月|日|時|分|歳|才|代|条|項|号|章|節|次|期|番|丁目|級|つ|点|回目|人目|か年|カ年|ヵ年|ヶ年|箇年|[-‐−–][0-9０-９])/
const noFigureBefore =
  /(?:第|令和|平成|昭和|大正|明治|[RHS]|図|表|問|その|別表|様式|[-‐−–.．A-Za-zＡ-Ｚａ-ｚ])$/

/** A number somebody typed that says how much or how many. */
export type BareNumber = { words: string; at: number }

/** The figures of a raw text that are typed, not bound (EV002): with a unit, or of two digits and more. */
export function bareNumbers(raw: string): BareNumber[] {
  if (!/[0-9０-９]/.test(raw)) return []
  const text = raw.includes('{{') ? withoutBindings(raw) : raw
  const found: BareNumber[] = []
  for (const match of text.matchAll(bare)) {
    const [words, number = '', scale, unit] = match
    const after = text.slice(match.index + words.length)
    if (noFigureBefore.test(text.slice(Math.max(0, match.index - 3), match.index))) continue
    if (!unit && noFigureAfter.test(after)) continue
    const isLong = number.replaceAll(/[^0-9０-９]/g, '').length >= 2
    if (unit || scale || isLong) found.push({ words: words.trim(), at: match.index })
  }
  return found
}

/** A bound number as one blank. */
const withoutBindings = (raw: string): string =>
  splitBindings(raw)
    .map((piece) => ('text' in piece ? piece.text : '　'))
    .join('')

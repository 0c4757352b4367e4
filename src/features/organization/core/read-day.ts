import { z } from 'zod'
import { eras } from '#src/lib/japanese/fiscal-year.ts'

const day = z.iso.date()

/**
 * A day as people and spreadsheets write it: 2027-04-01, 2027/4/1, 令和9年4月1日, R9.4.1; also in full width.
 *
 * 令和元年 is read too. A day before its era began is none.
 */
export function readDay(typed: string): string | undefined {
  const text = typed.normalize('NFKC').replaceAll(/\s/g, '')
  const parts = /^(\D*)(\d{1,4}|元)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text)
  if (!parts) return undefined
  const [, eraName = '', year = '', month = '', date = ''] = parts
  const era = eras.find(({ name, letter }) => eraName === name || eraName.toUpperCase() === letter)
  if (eraName && !era) return undefined
  if (!era && !/^\d{4}$/.test(year)) return undefined
  const inEra = year === '元' ? 1 : Number(year)
  const full = era ? String(era.firstYear + inEra - 1) : year
  const written = `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (!day.safeParse(written).success || (era && written < era.from)) return undefined
  return written
}

export const dayExample = '例：2027-04-01、令和9年4月1日、R9.4.1'
export const dayProblem = '日付は 2027-04-01 か 令和9年4月1日 の形で書いてください'

const problemOf = (label: string) => `${label}は、2027-04-01 か 令和9年4月1日 の形で書いてください`

/** A day that must be given, under the name it has on the form. */
export const dayField = (label: string) =>
  z.string().transform((typed, context) => {
    const read = readDay(typed)
    if (read) return read
    context.addIssue({ code: 'custom', message: problemOf(label) })
    return z.NEVER
  })

/** A day that may be left out. */
export const optionalDayField = (label: string) =>
  z
    .string()
    .default('')
    .transform((typed, context) => {
      if (typed.trim() === '') return undefined
      const read = readDay(typed)
      if (!read) context.addIssue({ code: 'custom', message: problemOf(label) })
      return read
    })

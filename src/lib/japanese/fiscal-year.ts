/** Eras of Japan by the first day of each. 元年 is written for the first year. */
export const eras = [
  { name: '令和', letter: 'R', from: '2019-05-01', firstYear: 2019 },
  { name: '平成', letter: 'H', from: '1989-01-08', firstYear: 1989 },
  { name: '昭和', letter: 'S', from: '1926-12-25', firstYear: 1926 },
  { name: '大正', letter: 'T', from: '1912-07-30', firstYear: 1912 },
  { name: '明治', letter: 'M', from: '1868-01-25', firstYear: 1868 },
] as const

const eraOfYear = (fiscalYear: number) =>
  eras.find((era) => fiscalYear >= era.firstYear) ?? eras[eras.length - 1] ?? eras[0]

const yearInEra = (year: number, firstYear: number) =>
  year === firstYear ? '元' : String(year - firstYear + 1)

/** 2026 → 令和8年度. Fiscal 2019 is 令和元年度, as official papers write it, though April 2019 was still 平成. */
export function fiscalYearLabel(fiscalYear: number): string {
  const era = eraOfYear(fiscalYear)
  return `${era.name}${yearInEra(fiscalYear, era.firstYear)}年度`
}

/** 2026 → 令和8年度（2026年度） */
export const fiscalYearDual = (fiscalYear: number) => `${fiscalYearLabel(fiscalYear)}（${fiscalYear}年度）`

/** 2026 → R8, for axes and narrow tables. */
export function fiscalYearShort(fiscalYear: number): string {
  const era = eraOfYear(fiscalYear)
  return `${era.letter}${fiscalYear - era.firstYear + 1}`
}

/** The fiscal year (April–March) a day falls in. */
export function fiscalYearOf(day: string): number {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return month >= 4 ? year : year - 1
}

/** `2026-04-01` → 令和8年4月1日 */
export function eraDay(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const era = eras.find(({ from }) => day >= from)
  if (!era) return `${year}年${month}月${date}日`
  return `${era.name}${yearInEra(year, era.firstYear)}年${month}月${date}日`
}

/** `2026-04-01` → 令和8年（2026年）4月1日 */
export function eraDayDual(day: string): string {
  const [year = 0] = day.split('-').map(Number)
  return eraDay(day).replace('年', `年（${year}年）`)
}

/** An instant as the day it is in Asia/Tokyo: `2026-04-01`. Japan has no summer time. */
export function tokyoDay(instant: Date): string {
  return new Date(instant.getTime() + tokyoOffset).toISOString().slice(0, 10)
}

/** An instant as the clock in Asia/Tokyo shows it: 14時05分 */
export function tokyoTime(instant: Date): string {
  const clock = new Date(instant.getTime() + tokyoOffset).toISOString()
  return `${Number(clock.slice(11, 13))}時${clock.slice(14, 16)}分`
}

const tokyoOffset = 9 * 60 * 60 * 1000

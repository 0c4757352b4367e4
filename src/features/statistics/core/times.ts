import { eraDay, fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'

/** The calendar year a time lies in; of a fiscal year the year it begins in. */
export const yearOf = (time: string): number => Number(time.slice(0, 4))

const eraYear = (year: number) => fiscalYearLabel(year).replace('年度', '年')

/** `2020` → 2020年（令和2年）, `2023FY` → 2023年度（令和5年度）, `2025-01-01` → 令和7年1月1日. */
export function timeLabel(time: string): string {
  const year = yearOf(time)
  const rest = time.slice(4)
  if (rest === '') return `${year}年（${eraYear(year)}）`
  if (rest === 'FY') return `${year}年度（${fiscalYearLabel(year)}）`
  if (rest.startsWith('Q')) return `${year}年第${rest.slice(1)}四半期`
  if (time.length === 7) return `${year}年${Number(time.slice(5))}月`
  return eraDay(time)
}

/** As short as an axis or a narrow column allows. */
export function shortTime(time: string): string {
  if (time.endsWith('FY')) return `${time.slice(0, 4)}年度`
  if (/^\d{4}Q/.test(time)) return time.replace('Q', '-')
  return time.length === 10 ? time.replaceAll('-', '/') : time
}

/** Where a time lies on an axis of years: a day by its month, a quarter by its middle. */
export function positionOf(time: string): number {
  const rest = time.slice(4)
  if (rest.startsWith('Q')) return yearOf(time) + (Number(rest.slice(1)) - 1) / 4
  const month = /^-(\d\d)/.exec(rest)?.[1]
  return month ? yearOf(time) + (Number(month) - 1) / 12 : yearOf(time)
}

const eraStarts: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 }
const eraLetters: Readonly<Record<string, string>> = { R: '令和', H: '平成', S: '昭和' }

/** `2025/1/1`, `2025-01-01`, `20250101`, `2025年1月1日`, `令和7年1月1日`, `R7.1.1` → `2025-01-01`. */
export function readStatisticalDay(text: string): string | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '')
  const western = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(plain)
  if (western)
    return dayOf(Number(western[1]), Number(western[2] ?? western[4]), Number(western[3] ?? western[5]))
  const era = /^(令和|平成|昭和|[RHS])(\d{1,2}|元)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/i.exec(plain)
  if (!era) return undefined
  const start = eraStarts[eraLetters[(era[1] ?? '').toUpperCase()] ?? era[1] ?? '']
  const year = era[2] === '元' ? 1 : Number(era[2])
  return start === undefined ? undefined : dayOf(start + year, Number(era[3]), Number(era[4]))
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day))
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return undefined
  return at.toISOString().slice(0, 10)
}

/** A year, a fiscal year, a month or a day as free tables write them. */
export function readTime(text: string): string | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '')
  const year = /^(\d{4})(年|年度|FY)?$/i.exec(plain)
  if (year) return year[2] === undefined || year[2] === '年' ? year[1] : `${year[1]}FY`
  const month = /^(\d{4})[-/年](\d{1,2})月?$/.exec(plain)
  if (month && Number(month[2]) >= 1 && Number(month[2]) <= 12) {
    return `${month[1]}-${String(month[2]).padStart(2, '0')}`
  }
  const era = /^(令和|平成|昭和)(\d{1,2}|元)(年|年度)$/.exec(plain)
  const start = eraStarts[era?.[1] ?? '']
  if (era && start !== undefined) {
    const western = start + (era[2] === '元' ? 1 : Number(era[2]))
    return era[3] === '年度' ? `${western}FY` : String(western)
  }
  return readStatisticalDay(plain)
}

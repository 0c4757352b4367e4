import type { ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'
import { numberIn, type PastedRow, pastedRows, yearIn } from '#src/lib/table/pasted-rows.ts'
import { factorsOf, type PeriodFactors, type SiteEntrants } from './assumptions.ts'
import { type OwnProfile, profileLabel, profileLabels, profileNamed } from './newcomer-profiles.ts'
import type { ReadTable } from './rate-tables.ts'

type Periods = Pick<ProjectionInputs, 'periods'>

const factorHead = ['期間', '出生の倍率', '転入超過の倍率', '転出超過の倍率']
const siteHead = ['地区', '年', '人数', 'どんな人か']

/** The factors of all periods as a table to paste from and into a spreadsheet. */
export function factorTable(inputs: Periods, given: readonly PeriodFactors[]): string {
  const rows = factorsOf(inputs, given).map(({ from, to, fertility, inflow, outflow }) => [
    `${from}～${to}`,
    fertility,
    inflow,
    outflow,
  ])
  return [factorHead, ...rows].map((cells) => cells.join('\t')).join('\n')
}

/** Reads the table of factors. Periods that are left out keep the factor 1; rows of all ones are not kept. */
export function readFactorTable(text: string, inputs: Periods): ReadTable<PeriodFactors> {
  const rows: PeriodFactors[] = []
  for (const row of pastedRows(text)) {
    const read = readFactors(row, inputs)
    if (typeof read === 'string') return { problem: `${row.line}行目：${read}` }
    if (rows.some(({ from }) => from === read.from)) {
      return { problem: `${row.line}行目：${read.from}年からの期間が2つあります` }
    }
    rows.push(read)
  }
  return { rows: rows.filter((row) => row.fertility !== 1 || row.inflow !== 1 || row.outflow !== 1) }
}

function readFactors({ cells }: PastedRow, { periods }: Periods): PeriodFactors | string {
  const [span, ...rest] = cells
  const from = yearIn(span)
  const period = periods.find((one) => one.from === from)
  if (!period) return `「${span}」は推計の期間ではありません（${spans(periods)}）`
  const values = rest.slice(0, 3).map(numberIn)
  const isUsable = (value: number | undefined): value is number =>
    value !== undefined && value >= 0 && value <= 5
  const [fertility, inflow, outflow] = values
  if (!isUsable(fertility) || !isUsable(inflow) || !isUsable(outflow)) {
    return '倍率を3つ、0から5までの数で書いてください（空欄は1ではありません）'
  }
  return { from: period.from, to: period.to, fertility, inflow, outflow }
}

const spans = (periods: Periods['periods']) => {
  const [first, last] = [periods[0], periods.at(-1)]
  return `${first?.from}年から${last?.to}年まで、${(first?.to ?? 0) - (first?.from ?? 0)}年ごと`
}

/** Entrants of sites as a table, one row a site and year. */
export function siteTable(sites: readonly SiteEntrants[]): string {
  const rows = sites.flatMap(({ name, profile, entrants }) =>
    entrants.map(({ year, persons }) => [name, year, persons, profileLabel(profile)]),
  )
  return [siteHead, ...rows].map((cells) => cells.join('\t')).join('\n')
}

/** Reads the table of sites: a site may have many years; who comes is that of its first row. */
export function readSiteTable(
  text: string,
  inputs: Periods,
  own: readonly OwnProfile[] = [],
): ReadTable<SiteEntrants> {
  const sites = new Map<string, SiteEntrants>()
  for (const row of pastedRows(text)) {
    const read = readEntrants(row, { ...inputs, own })
    if (typeof read === 'string') return { problem: `${row.line}行目：${read}` }
    const { name, profile, year, persons } = read
    const site = sites.get(name) ?? { name, profile, entrants: [] }
    if (site.entrants.some((one) => one.year === year)) {
      return { problem: `${row.line}行目：「${name}」の${year}年が2つあります` }
    }
    sites.set(name, { ...site, entrants: [...site.entrants, { year, persons }] })
  }
  return { rows: [...sites.values()] }
}

type Entrants = { name: string; profile: string; year: number; persons: number }

function readEntrants(
  { cells }: PastedRow,
  { periods, own }: Periods & { own: readonly OwnProfile[] },
): Entrants | string {
  const [name = '', yearCell, personsCell, who = ''] = cells
  if (name === '') return '地区の名前を書いてください'
  const year = yearIn(yearCell)
  const [first, last] = [periods[0]?.from ?? 0, periods.at(-1)?.to ?? 0]
  if (year === undefined || year < first || year >= last) {
    return `年「${yearCell ?? ''}」は、${first}年から${last - 1}年までの西暦で書いてください`
  }
  const persons = numberIn(personsCell)
  if (persons === undefined || persons < 0) return '人数を0以上の数で書いてください'
  const profile = who === '' ? 'family' : (own.find((one) => one.name === who)?.name ?? profileNamed(who))
  const names = [...Object.values(profileLabels), ...own.map((one) => one.name)]
  if (!profile) return `「${who}」は、${names.join('・')}のどれかにしてください`
  return { name: name.slice(0, 100), profile, year, persons }
}

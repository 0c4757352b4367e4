import type { ReadSheet, ReadValue } from '#src/lib/table/table.ts'

type Block = { label: number; years: { column: number; year: string }[] }

/** The order of the three tables that stand side by side on a sheet. */
const sexes = ['T', 'M', 'F'] as const

/**
 * The results of the national projection as their workbook has them: a sheet a municipality, named `08235_つくばみらい市`,
 * with both sexes, men and women side by side. Written out as the tidy table `readAgeTable` reads, a line a group.
 * Nothing when no sheet is named so.
 */
export function projectionBookText(sheets: readonly ReadSheet[]): string | undefined {
  const cities = sheets.flatMap((sheet) => {
    const match = /^(\d{5})[_＿](.+)$/.exec(sheet.name.trim())
    return match ? [{ code: match[1] ?? '', name: match[2] ?? '', sheet }] : []
  })
  const lines = cities.flatMap(({ code, name, sheet }) => linesOf(sheet, `${code}\t${name}`))
  const [first] = lines
  if (!first) return undefined
  const years = first.years.join('\t')
  return [`code\tname\tsex\tage\t${years}`, ...lines.map(({ text }) => text)].join('\n')
}

type Line = { text: string; years: string[] }

function linesOf(sheet: ReadSheet, area: string): Line[] {
  const at = sheet.rows.findIndex((row) => blocksOf(row).length > 0)
  const blocks = blocksOf(sheet.rows[at] ?? [])
  return sheet.rows.slice(at + 1).flatMap((row) => {
    const cells = new Map(row.map(({ column, value }) => [column, value]))
    return blocks.flatMap(({ label, years }, index): Line[] => {
      const age = ageOf(cells.get(label))
      const sex = sexes[index]
      if (age === undefined || sex === undefined) return []
      const values = years.map(({ column }) => shownOf(cells.get(column)))
      const text = [area, sex, age, ...values].join('\t')
      return [{ text, years: years.map(({ year }) => year) }]
    })
  })
}

/** Runs of years in a row of headings; the column before each run holds the ages. */
function blocksOf(row: ReadSheet['rows'][number]): Block[] {
  const years = row.flatMap(({ column, value }) => {
    const year = /^(20\d\d)(年)?$/.exec(shownOf(value).normalize('NFKC').trim())?.[1]
    return year ? [{ column, year }] : []
  })
  const blocks: Block[] = []
  for (const one of years) {
    const last = blocks.at(-1)?.years.at(-1)
    if (last && one.column === last.column + 1 && one.year > last.year) blocks.at(-1)?.years.push(one)
    else blocks.push({ label: one.column - 1, years: [one] })
  }
  return blocks.filter((block) => block.years.length > 1)
}

/** `95歳～` of the workbook is an open group. */
function ageOf(value: ReadValue | undefined): string | undefined {
  const words = shownOf(value).normalize('NFKC').replaceAll(/\s/g, '')
  if (words === '') return undefined
  const open = /^(\d{1,3})歳?[~〜～-]$/.exec(words)
  if (open) return `${open[1]}歳以上`
  return /^(総数|計|\d{1,3}歳?[~〜～-]\d{1,3}歳?|\d{1,3}歳?以上)$/.test(words) ? words : undefined
}

function shownOf(value: ReadValue | undefined): string {
  if (!value) return ''
  if (value.kind === 'number') return String(value.number)
  return value.kind === 'text' ? value.text : ''
}

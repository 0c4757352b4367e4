import { z } from 'zod'
import { type DoubleCountGuard, isReplaced } from '#src/lib/demography/development.ts'
import type { AgeValues, ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'
import { pastedRows } from '#src/lib/table/pasted-rows.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import { readByAge, tableByAge } from './table-by-age.ts'

/** Ways to keep past development from being counted twice (二重計上の防止), as a planner chooses one. */
export const guardWays = {
  declared: '過去の開発がないことを、文で述べる',
  remove: '過去の開発による転入を、移動率から引く',
  replace: '若い世代の移動率を、ほかの地域のものに置き換える',
} as const
export type GuardWay = keyof typeof guardWays
export const guardWayNames = Object.keys(guardWays) as [GuardWay, ...GuardWay[]]

const byAge = z.strictObject({ M: z.array(z.number()), F: z.array(z.number()) })

/**
 * The figures of a guard by sex and age: who came by past development and who lived here at the start of that time,
 * or net migration rates of another area. A guard in words alone has none.
 */
export const guardTable = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('remove'), inflow: byAge, residents: byAge }),
  z.strictObject({ kind: z.literal('replace'), rates: byAge }),
])
export type GuardTable = z.infer<typeof guardTable>

/** The guard as the engine wants it; `words` are the statement, or where the figures come from. */
export function guardOf(words: string, table: GuardTable | undefined): DoubleCountGuard {
  if (table?.kind === 'remove') {
    return { kind: 'remove', pastInflow: table.inflow, pastBase: table.residents }
  }
  if (table) return { kind: 'replace', rates: table.rates, source: words }
  return { kind: 'declared', statement: words }
}

/** The guard in a sentence for reason and book; nothing where the words are the guard. */
export function guardSentence(table: GuardTable | undefined): string {
  if (!table) return ''
  if (table.kind === 'replace') {
    return '過去の開発を二重に数えないように、5～44歳の純移動率を、ほかの地域のものに置き換えました。'
  }
  const persons = [...table.inflow.M, ...table.inflow.F].reduce((sum, one) => sum + one, 0)
  return `過去の開発による転入${groupedNumber(Math.round(persons), 0)}人を、二重に数えないように純移動率から引きました。`
}

type Ages = Pick<ProjectionInputs, 'ages'>
type ReadGuard<Table> = { table: Table; problem?: undefined } | { table?: undefined; problem: string }

const pastHead = ['性別', '年齢', '開発で転入した人', '期間の始めの人口']
const ratesHead = ['性別', '年齢', '純移動率（％）']

/** Past entrants and residents as a table to paste from and into a spreadsheet. */
export function pastTable(
  { ages }: Ages,
  { inflow, residents }: { inflow: AgeValues; residents: AgeValues },
) {
  const shown = (value: number | undefined) => String(Math.round((value ?? 0) * 100) / 100)
  return tableByAge(pastHead, ages, (sex, group) => [shown(inflow[sex][group]), shown(residents[sex][group])])
}

/** Net migration rates of the ages that are replaced, in percent a period. */
export function replacementTable({ ages }: Ages, rates: AgeValues): string {
  const shown = (value: number | undefined) => String(Math.round((value ?? 0) * 1e6) / 1e4)
  return tableByAge(ratesHead, ages, (sex, group) =>
    isReplaced(group, ages) ? [shown(rates[sex][group])] : undefined,
  )
}

/** Reads past entrants and residents; every age needs its row, and somebody must have come. */
export function readPastTable(
  text: string,
  { ages }: Ages,
): ReadGuard<Extract<GuardTable, { kind: 'remove' }>> {
  const read = readByAge(pastedRows(text), {
    ages,
    columns: pastHead.slice(2),
    least: 0,
    isNeeded: () => true,
  })
  if (typeof read === 'string') return { problem: read }
  const [inflow, residents] = read
  if (!inflow || !residents) return { problem: '列が足りません' }
  if ([...inflow.M, ...inflow.F].every((persons) => persons === 0)) {
    return { problem: '開発で転入した人が、すべて0人です。過去の開発がなかったときは、文で述べてください' }
  }
  return { table: { kind: 'remove', inflow, residents } }
}

/** Reads the rates that take the place of the city's own: every age from 5 to 44 needs its row, and no other has one. */
export function readReplacementTable(
  text: string,
  { ages }: Ages,
): ReadGuard<Extract<GuardTable, { kind: 'replace' }>> {
  const isNeeded = (group: number) => isReplaced(group, ages)
  const refusal = '率は置き換えません（5～44歳だけを書きます）'
  const read = readByAge(pastedRows(text), {
    ages,
    columns: ratesHead.slice(2),
    least: -100,
    isNeeded,
    refusal,
  })
  if (typeof read === 'string') return { problem: read }
  const [percents] = read
  if (!percents) return { problem: '列が足りません' }
  const share = (values: readonly number[]) => values.map((value) => Math.round(value * 1e6) / 1e8)
  return { table: { kind: 'replace', rates: { M: share(percents.M), F: share(percents.F) } } }
}

import { z } from 'zod'
import type { ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'
import { wholeNumber } from '#src/lib/form/whole-number.ts'
import { factorTable, readFactorTable, readSiteTable, siteTable } from './assumption-tables.ts'
import type { Assumptions } from './assumptions.ts'
import {
  type GuardTable,
  type GuardWay,
  guardWayNames,
  pastTable,
  readPastTable,
  readReplacementTable,
  replacementTable,
} from './guard-table.ts'
import { profileTable, readProfileTable } from './newcomer-profiles.ts'
import { tryScenario } from './run-scenario.ts'
import { largestSeed, type Origin, originLabels, type Scenario } from './scenario.ts'

const origins = Object.keys(originLabels) as [Origin, ...Origin[]]

export const scenarioName = z
  .string()
  .trim()
  .min(1, 'ケースの名前を書いてください')
  .max(60, 'ケースの名前は60字以内にしてください')

const fields = z.object({
  name: scenarioName,
  note: z.string().trim().max(2000, '説明は2,000字以内にしてください').default(''),
  origin: z.enum(origins, { error: '数値の出どころを選んでください' }),
  seed: wholeNumber(`乱数の種は0から${largestSeed}までの整数です`).refine(
    (seed) => seed >= 0 && seed <= largestSeed,
    `乱数の種は0から${largestSeed}までの整数です`,
  ),
  factors: z.string().max(20_000).default(''),
  sites: z.string().max(50_000).default(''),
  profiles: z.string().max(50_000).default(''),
  guard: z.string().trim().max(1000, '1,000字以内にしてください').default(''),
  guardWay: z.enum(guardWayNames, { error: '二重に数えない方法を選んでください' }).default('declared'),
  guardPast: z.string().max(20_000).default(''),
  guardRates: z.string().max(20_000).default(''),
})

type Fields = z.infer<typeof fields>

/** What a planner may change of a scenario. */
export type ScenarioContent = Pick<Scenario, 'name' | 'note' | 'origin' | 'seed' | 'assumptions'>

/**
 * Reads the form of a scenario, tables included, and tries it: what cannot be projected is a problem of the form.
 * Households and workers have a form of their own and stay as they are.
 */
export function readScenarioForm(
  entered: Record<string, string>,
  { inputs, assumptions: before }: Pick<Scenario, 'inputs' | 'assumptions'>,
):
  | { content: ScenarioContent; problems?: undefined }
  | { content?: undefined; problems: Record<string, string> } {
  const read = fields.safeParse(entered)
  if (!read.success) {
    const problems: Record<string, string> = {}
    for (const { path, message } of read.error.issues) problems[String(path[0])] ??= message
    return { problems }
  }
  const problems: Record<string, string> = {}
  const assumed = { ...before, ...residentsAssumed(read.data, { inputs, problems }) }
  const { name, note, origin, seed } = read.data
  const content = { name, note, origin, seed, assumptions: assumed }
  if (Object.keys(problems).length === 0) {
    const tried = tryScenario({ inputs, assumptions: assumed, seed })
    const [first] = tried.problems ?? []
    if (first)
      problems[fieldOf(first.path, read.data.guardWay)] = `この仮定では推計できません：${first.message}`
  }
  return Object.keys(problems).length > 0 ? { problems } : { content }
}

const guardFields = { declared: 'guard', remove: 'guardPast', replace: 'guardRates' } as const

/** What is wrong with the guard stands at the field of the chosen way. */
const fieldOf = (path: string, way: GuardWay) => (path.startsWith('guard') ? guardFields[way] : 'factors')

type Reading = { inputs: ProjectionInputs; problems: Record<string, string> }

function residentsAssumed(
  values: Fields,
  { inputs, problems }: Reading,
): Pick<Assumptions, 'factors' | 'sites' | 'profiles' | 'guard' | 'guardTable'> {
  const factors = readFactorTable(values.factors, inputs)
  const profiles = readProfileTable(values.profiles, inputs)
  const sites = readSiteTable(values.sites, inputs, profiles.rows)
  if (factors.problem) problems['factors'] = factors.problem
  if (sites.problem) problems['sites'] = sites.problem
  if (profiles.problem) problems['profiles'] = profiles.problem
  const rows = factors.rows ?? []
  const hasMoves = rows.some(({ inflow, outflow }) => inflow !== 1 || outflow !== 1)
  if (hasMoves && inputs.periods.some(({ migration }) => migration.kind === 'out-alloc')) {
    problems['factors'] = '転出率と配分率で推計するケースでは、転入・転出の倍率は1だけです'
  }
  const table = guardTableIn(values, { inputs, problems })
  const isDeveloped = (sites.rows ?? []).length > 0
  if (values.guard === '' && values.guardWay !== 'declared') {
    problems['guard'] = '表の数の出典を書いてください'
  } else if (values.guard === '' && isDeveloped) {
    problems['guard'] = '過去の開発による転入を二重に数えていない理由を書いてください'
  }
  return {
    factors: rows,
    sites: sites.rows ?? [],
    profiles: profiles.rows ?? [],
    guard: values.guard,
    guardTable: table,
  }
}

const missingTable = {
  remove: '過去の開発で転入した人の表を貼り付けてください',
  replace: '率の表を貼り付けるか、率を借りる市町村のコードを書いてください',
} as const

/** The figures of the chosen way; a table that is not of this way is not read. */
function guardTableIn(
  { guardWay, guardPast, guardRates }: Fields,
  { inputs, problems }: Reading,
): GuardTable | undefined {
  if (guardWay === 'declared') return undefined
  const text = guardWay === 'remove' ? guardPast : guardRates
  if (text.trim() === '') {
    problems[guardFields[guardWay]] = missingTable[guardWay]
    return undefined
  }
  const read = guardWay === 'remove' ? readPastTable(text, inputs) : readReplacementTable(text, inputs)
  if (read.problem !== undefined) problems[guardFields[guardWay]] = read.problem
  return read.table
}

/** What is saved, as the fields show it. */
export function enteredOf(scenario: ScenarioContent & { inputs: ProjectionInputs }): Record<string, string> {
  const { name, note, origin, seed, inputs, assumptions } = scenario
  return {
    name,
    note,
    origin,
    seed: String(seed),
    factors: factorTable(inputs, assumptions.factors),
    sites: siteTable(assumptions.sites),
    profiles: profileTable(inputs, assumptions.profiles),
    guard: assumptions.guard,
    ...enteredGuard(inputs, assumptions.guardTable),
  }
}

const enteredGuard = (inputs: ProjectionInputs, table: GuardTable | undefined) => ({
  guardWay: table?.kind ?? 'declared',
  guardPast: table?.kind === 'remove' ? pastTable(inputs, table) : '',
  guardRates: table?.kind === 'replace' ? replacementTable(inputs, table.rates) : '',
})

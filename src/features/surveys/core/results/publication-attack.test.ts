import { expect, test } from 'vitest'
import { seededRandom, wholeBelow } from '#test/statistics/random.ts'
import { sampleQuestionnaire } from '../../sample/sample-questionnaire.ts'
import { finishedAnswers } from '../answering/answer-cells.ts'
import { strataOfText } from '../sample/strata.ts'
import { endOfDay, type Survey } from '../survey.ts'
import { datasetOfAnswers } from './dataset-of-answers.ts'
import type { Publication, PublishedTable } from './publication-format.ts'
import { publicationOf } from './publish-results.ts'

const read = strataOfText('地区,人口\n北,400\n南,300\n東,200')
if (read.problem !== undefined) throw new Error(read.problem)
const survey: Survey = {
  id: 'sv_aaaaaaaaaa',
  title: '調査',
  introduction: '',
  universe: '',
  startsOn: '2026-04-01',
  endsOn: '2026-04-30',
  closesAt: endOfDay('2026-04-30'),
  state: 'closed',
  designKind: 'stratified',
  strata: read.strata,
  sampling: undefined,
  purgedAt: undefined,
  publishedAt: undefined,
  revision: 1,
}
const measures = [1, 2, 3, 4].map((at) => ({ id: `me_000000000${at}`, title: `取組${at}` }))
const questionnaire = sampleQuestionnaire(measures)

/** A small survey whose answers lean, so that many counts are small; one weight for all where `isPlain`. */
function publicationFrom(seed: number, isPlain: boolean): Publication {
  const random = seededRandom(seed)
  const pick = (codes: readonly string[]) => codes[Math.floor(random() ** 2 * codes.length)] ?? ''
  const answers = Array.from({ length: 120 + wholeBelow(random, 120) }, () => {
    const cells: Record<string, string> = {
      q1: pick(['1', '2', '3', '4', '']),
      q3: pick(['2', '5', '1', '4', '3', '9', '']),
      q5: pick(['1', '9', '2', '']),
      [`q4_${1 + wholeBelow(random, 5)}`]: '1',
    }
    for (const at of [1, 2, 3, 4]) {
      cells[`q6_${at}`] = pick(['2', '3', '1', '4', '5', '9'])
      cells[`q6_${at}i`] = pick(['1', '2', '3', '4', '5'])
    }
    const stratum = pick(['北', '南', '東'])
    return { version: 1, stratum, cells: finishedAnswers(questionnaire, cells).cells }
  })
  const asked = isPlain ? { ...survey, designKind: 'simple' as const } : survey
  const dataset = datasetOfAnswers({ survey: asked, questionnaires: [questionnaire], answers })
  return publicationOf({ survey: asked, dataset, sent: 300, notes: [], dataHash: 'x' })
}

/** Only the ranking of the questionnaire, of more people, most of whom agree on what comes first. */
function rankingFrom(seed: number, isPlain: boolean): Publication {
  const random = seededRandom(seed)
  const sections = questionnaire.sections.map((section) => ({
    ...section,
    questions: section.questions.filter(({ type }) => type === 'ranking'),
  }))
  const asked = { ...questionnaire, sections }
  const answers = Array.from({ length: 300 + ((seed * 97) % 500) }, () => {
    const order = ['1', '2', '3', '4', '5', '6'].map((code) => ({ code, at: Number(code) + random() * 6 }))
    order.sort((a, b) => a.at - b.at)
    const places = random() < 0.3 ? 1 : 3
    const cells = Object.fromEntries(
      order.slice(0, random() < 0.05 ? 0 : places).map(({ code }, at) => [`q8_${code}`, String(at + 1)]),
    )
    const stratum = ['北', '北', '北', '南', '東'][wholeBelow(random, 5)] ?? '北'
    return { version: 1, stratum, cells: finishedAnswers(asked, cells).cells }
  })
  const designed = isPlain ? { ...survey, designKind: 'simple' as const } : survey
  const dataset = datasetOfAnswers({ survey: designed, questionnaires: [asked], answers })
  return publicationOf({ survey: designed, dataset, sent: 500, notes: [], dataHash: 'x' })
}

/** Both tables of a ranking: any place is the first and a later one, and of the later ones nobody knows but by this. */
function rankingEquations(tables: readonly PublishedTable[], isPlain: boolean): Equation[] {
  const [firsts, placed] = ['q8~1', 'q8'].map((key) => tables.find((table) => table.key === key))
  if (!firsts || !placed) return []
  const named = (table: PublishedTable, prefix: string) =>
    equationsOf(table, isPlain).map(({ terms, right }) => ({
      terms: new Map([...terms].map(([name, sign]) => [prefix + name, sign])),
      right,
    }))
  const whole = firsts.columns.length - 1
  const links = placed.lines.map((line, at): Equation => {
    const top = firsts.lines.findIndex(({ label }) => label === line.label)
    const terms = new Map([[`later ${at}`, -1]])
    const [any, first] = [line.counts.at(-1), firsts.lines[top]?.counts[whole]]
    if (any === null) terms.set(`any 0/${at}`, 1)
    if (first === null) terms.set(`first ${whole}/${top}`, -1)
    return { terms, right: (first ?? 0) - (any ?? 0) }
  })
  return [...named(firsts, 'first '), ...named(placed, 'any '), ...links]
}

type Equation = { terms: Map<string, number>; right: number }

/** Every equation a reader can write down about the hidden counts of a table, the bases and shares included. */
function equationsOf(table: PublishedTable, isPlain: boolean): Equation[] {
  const { columns, lines, kind } = table
  const whole = columns.length - 1
  const isSum = kind === 'single'
  const known = (at: number, line: number) => {
    const count = lines[line]?.counts[at]
    const [share, base] = [lines[line]?.shares[at], columns[at]?.base]
    if (count !== null && count !== undefined) return count
    // Without weights a share times its base is the count.
    return isPlain && typeof share === 'number' && typeof base === 'number' ? share * base : undefined
  }
  const equation = (places: readonly [number, number, number][], right: number): Equation => {
    const terms = new Map<string, number>()
    let rest = right
    for (const [at, line, sign] of places) {
      const count = known(at, line)
      if (count === undefined) terms.set(`${at}/${line}`, sign)
      else rest -= sign * count
    }
    return { terms, right: rest }
  }
  const acrossColumns = lines.map((_, line) =>
    equation(
      [...columns.keys()].map((at): [number, number, number] => [at, line, at === whole ? -1 : 1]),
      0,
    ),
  )
  const downLines = columns.flatMap(({ base }, at) =>
    isSum && base !== null
      ? [
          equation(
            [...lines.keys()].map((line) => [at, line, 1]),
            base,
          ),
        ]
      : [],
  )
  return [...(columns.length > 1 ? acrossColumns : []), ...downLines]
}

/** Unknowns that have one solution: Gauss–Jordan, then the rows with a single term. */
function solved(equations: readonly Equation[]): Map<string, number> {
  const names = [...new Set(equations.flatMap(({ terms }) => [...terms.keys()]))]
  const rows = equations.map(({ terms, right }) => [...names.map((name) => terms.get(name) ?? 0), right])
  let at = 0
  for (const column of names.keys()) {
    const pivot = rows.findIndex((row, place) => place >= at && Math.abs(row[column] ?? 0) > 1e-9)
    const found = rows[pivot]
    if (!found) continue
    rows[pivot] = rows[at] ?? found
    const scale = found[column] ?? 1
    const unit = found.map((value) => value / scale)
    rows[at] = unit
    for (const [place, row] of rows.entries())
      if (place !== at && row[column])
        rows[place] = row.map((value, index) => value - (row[column] ?? 0) * (unit[index] ?? 0))
    at += 1
  }
  const one = rows.flatMap((row) => {
    const left = names.flatMap((name, index) => (Math.abs(row[index] ?? 0) > 1e-9 ? [name] : []))
    return left.length === 1 ? [[left[0] ?? '', row.at(-1) ?? 0] as const] : []
  })
  return new Map(one)
}

const seeds = Array.from({ length: 12 }, (_, at) => at + 1)

test.each([true, false])(
  'nobody can work out a hidden count from what is published (one weight: %s)',
  (isPlain) => {
    let hidden = 0
    for (const seed of seeds) {
      const { tables } = publicationFrom(seed, isPlain)
      for (const table of tables) {
        const counts = table.lines.flatMap((line) => line.counts)
        hidden += counts.filter((count) => count === null).length
        expect(counts.filter((count) => count !== null && count > 0 && count < 5)).toEqual([])
        expect([seed, table.key, solved(equationsOf(table, isPlain))]).toEqual([seed, table.key, new Map()])
      }
    }
    expect(hidden).toBeGreaterThan(50)
  },
)

test.each([true, false])(
  'the two tables of a ranking together give no hidden or small count away (one weight: %s)',
  (isPlain) => {
    let shown = 0
    let hidden = 0
    for (const seed of seeds) {
      const { tables } = rankingFrom(seed, isPlain)
      hidden += tables.flatMap(({ lines }) =>
        lines.flatMap(({ counts }) => counts.filter((one) => one === null)),
      ).length
      for (const [name, count] of solved(rankingEquations(tables, isPlain))) {
        expect([seed, name, name.startsWith('later ')]).toEqual([seed, name, true])
        expect([seed, name, Math.round(count) === 0 || count > 4.5]).toEqual([seed, name, true])
        shown += 1
      }
      const [firsts, placed] = ['q8~1', 'q8'].map((key) => tables.find((table) => table.key === key))
      for (const [at, line] of (placed?.lines ?? []).entries())
        if (line.counts.at(-1) === null || firsts?.lines[at]?.counts.at(-1) === null)
          expect(line.meanPlace).toBeNull()
    }
    expect(shown).toBeGreaterThan(8)
    expect(hidden).toBeGreaterThan(50)
  },
)

test('the attack works: with one count given back, the others of its lines fall', () => {
  const table = seeds
    .flatMap((seed) => publicationFrom(seed, false).tables)
    .find(({ lines }) => lines.some(({ counts }) => counts.filter((one) => one === null).length === 2))
  if (!table) throw new Error('no table with two hidden counts in a line')
  const lines = table.lines.map((line) =>
    line.counts.filter((one) => one === null).length === 2
      ? { ...line, counts: line.counts.with(line.counts.indexOf(null), 3) }
      : line,
  )
  expect(solved(equationsOf({ ...table, lines }, false)).size).toBeGreaterThan(0)
})

test('a mean is published only where no count of the item is hidden, since it is one more equation', () => {
  let left = 0
  let shown = 0
  for (const seed of seeds) {
    const { tables, portfolios } = publicationFrom(seed, true)
    for (const { result, leftOut } of portfolios) {
      left += leftOut.length
      for (const { label } of result.lines) {
        shown += 1
        const of = tables.filter(({ item }) => item.startsWith(label))
        expect(of.length).toBe(2)
        for (const { lines } of of) for (const { counts } of lines) expect(counts.at(-1)).not.toBeNull()
      }
    }
  }
  expect(left).toBeGreaterThan(0)
  expect(shown).toBeGreaterThan(0)
})

test('no interval stands beside a hidden share', () => {
  for (const seed of seeds)
    for (const { lines } of publicationFrom(seed, false).tables)
      for (const { ends, shares } of lines) if (shares.at(-1) === null) expect(ends).toBeNull()
})

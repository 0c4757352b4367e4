import { type Category, combineCategories, everybody } from '#src/lib/statistics/category.ts'
import {
  type PreparedDesign,
  prepareDesign,
  type SamplingDesign,
} from '#src/lib/statistics/design/sampling-design.ts'
import { categoryOf, numbersOf, type SurveyFrame } from '../frame/survey-frame.ts'
import { type CalibrationReport, calibrateDesign } from './calibrate-design.ts'
import type { DesignSpec } from './design-spec.ts'
import { type Cells, cellsBy, personsOfStrata, type SideTables } from './persons-by-cell.ts'

/** A design ready for estimates, and what a reader must know of it. */
export type BuiltDesign = {
  design: PreparedDesign
  /** False for quota and panel surveys: no sampling error may be given. */
  isProbability: boolean
  hasFiniteCorrection: boolean
  calibration?: CalibrationReport
  notes: string[]
}

/** The design a spec describes over the rows of a frame. Refuses (RangeError) what does not fit together. */
export function buildDesign(frame: SurveyFrame, spec: DesignSpec, sides: SideTables): BuiltDesign {
  const strata = withEveryRow(cellsBy(frame, spec.strata))
  const at = { strata, by: spec.strata, sides }
  const population = spec.population === undefined ? undefined : personsOfStrata(frame, spec.population, at)
  const units =
    spec.clusterPopulation === undefined ? undefined : personsOfStrata(frame, spec.clusterPopulation, at)
  const clusters = spec.clusters === undefined ? undefined : clustersOf(frame, spec, strata)
  const weights = startingWeights(frame, spec, { strata, population, units, clusters })
  const sizes = finiteSizes(spec, { population, units, rows: frame.rows, strata })
  const merged = mergeStrata(strata, spec.mergeStrata, sizes)
  const plain: SamplingDesign = {
    weights,
    strata: merged.strata,
    lonely: spec.lonelyStratum,
    ...(clusters ? { clusters } : {}),
    ...(merged.sizes ? { populationUnits: merged.sizes } : {}),
  }
  const { design, report } = spec.calibration
    ? calibrateDesign(frame, plain, { spec: spec.calibration, sides })
    : { design: plain, report: undefined }
  return {
    design: prepareDesign(design),
    isProbability: spec.kind !== 'quota',
    hasFiniteCorrection: merged.sizes !== undefined,
    ...(report ? { calibration: report } : {}),
    notes: notesOf(spec, merged.sizes !== undefined),
  }
}

function withEveryRow(strata: Cells): Cells {
  const row = strata.codes.findIndex((code) => code < 0)
  if (row >= 0) throw new RangeError(`${row + 1}行目は、層の変数が分かりません`)
  return strata
}

function clustersOf(frame: SurveyFrame, { clusters, nestedClusters }: DesignSpec, strata: Cells): Category {
  const named = categoryOf(frame, clusters as string)
  return nestedClusters ? combineCategories([strata, named]) : named
}

type Known = { strata: Cells; population?: Float64Array; units?: Float64Array; clusters?: Category }

function startingWeights(
  frame: SurveyFrame,
  spec: DesignSpec,
  { strata, population, units, clusters }: Known,
): Float64Array {
  if (spec.weights !== undefined) {
    const given = numbersOf(frame, spec.weights)
    const row = given.findIndex((weight) => Number.isNaN(weight))
    if (row >= 0) throw new RangeError(`${row + 1}行目のウエイトがありません`)
    return given
  }
  const known = population ?? units
  if (!known) return new Float64Array(frame.rows).fill(1)
  const drawn = population ? countsOf(strata) : clustersDrawn(strata, clusters)
  for (let stratum = 0; stratum < strata.count; stratum++) {
    if (drawn[stratum] === 0 && (known[stratum] as number) > 0)
      throw new RangeError(
        `層「${strata.codesOfCell[stratum]?.join('・')}」に人口がありますが、回答がありません`,
      )
  }
  return Float64Array.from(strata.codes, (stratum) => (known[stratum] as number) / (drawn[stratum] as number))
}

function countsOf({ codes, count }: Category): Float64Array {
  const counts = new Float64Array(count)
  for (const code of codes) counts[code] = (counts[code] as number) + 1
  return counts
}

function clustersDrawn(strata: Cells, clusters: Category | undefined): Float64Array {
  if (!clusters) throw new RangeError('clusterPopulation には、clusters も要ります')
  const seen = new Set<string>()
  const counts = new Float64Array(strata.count)
  for (const [row, stratum] of strata.codes.entries()) {
    const key = `${stratum}/${clusters.codes[row]}`
    if (!seen.has(key)) counts[stratum] = (counts[stratum] as number) + 1
    seen.add(key)
  }
  return counts
}

/** First-stage units for the finite correction: persons, or clusters where clusters were drawn. */
function finiteSizes(
  { kind, clusters, finiteCorrection }: DesignSpec,
  {
    population,
    units,
    rows,
    strata,
  }: { population?: Float64Array; units?: Float64Array; rows: number; strata: Cells },
): Float64Array | undefined {
  if (kind === 'census' && !population && strata.count === 1) return Float64Array.of(rows)
  if (!finiteCorrection) return undefined
  return clusters ? units : population
}

function mergeStrata(strata: Cells, groups: DesignSpec['mergeStrata'], sizes?: Float64Array) {
  if (groups.length === 0) return { strata, sizes }
  const target = Int32Array.from({ length: strata.count }, (_, stratum) => stratum)
  for (const [first, ...others] of groups.map((group) => group.map((codes) => placeOf(strata, codes))))
    for (const other of others) target[other] = first as number
  const codes = strata.codes.map((stratum) => target[stratum] as number)
  const summed = sizes && new Float64Array(strata.count)
  if (sizes && summed)
    for (const [stratum, into] of target.entries())
      summed[into] = (summed[into] as number) + (sizes[stratum] as number)
  return { strata: { ...strata, codes }, sizes: summed }
}

function placeOf({ codesOfCell }: Cells, codes: readonly string[]): number {
  const place = codesOfCell.findIndex((cell) => cell.join('\u0000') === codes.join('\u0000'))
  if (place < 0) throw new RangeError(`合わせる層「${codes.join('・')}」がありません`)
  return place
}

function notesOf(spec: DesignSpec, hasFiniteCorrection: boolean): string[] {
  if (spec.kind === 'quota') return ['モニター調査・確率標本ではない（標本誤差は示さない）']
  const notes = ['標本抽出による誤差のみで、無回答による偏りは含まない']
  if (spec.mergeStrata.length > 0) notes.push(`分散の計算で、層を合わせた（${spec.mergeStrata.length}組）`)
  if (spec.lonelyStratum === 'centre') notes.push('抽出単位が1つの層は、全体の平均からの差で分散を見積もった')
  if (!hasFiniteCorrection) notes.push('母集団を無限とみなした（有限母集団修正なし）')
  return notes
}

/** The design of a table of which nothing is known: a simple random sample, everybody with weight 1. */
export const unknownDesign = (rows: number): BuiltDesign => ({
  design: prepareDesign({
    weights: new Float64Array(rows).fill(1),
    strata: everybody(rows),
    lonely: 'refuse',
  }),
  isProbability: true,
  hasFiniteCorrection: false,
  notes: ['単純無作為抽出とみなした', '母集団を無限とみなした（有限母集団修正なし）'],
})

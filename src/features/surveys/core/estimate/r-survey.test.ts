import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { surveyDataset } from '#src/formats/survey-dataset.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { inventedDataset } from '#test/statistics/invented-dataset.ts'
import { frameOfDataset } from '../frame/frame-of-dataset.ts'
import { buildDesign } from './build-design.ts'
import { designOfDataset } from './design-of-dataset.ts'
import { runStatistic } from './run-statistic.ts'
import { statisticSpec } from './statistic-spec.ts'

/**
 * The numbers of the invented survey found again by R's `survey` package, where it is installed: the same answers, weights and
 * strata go to R as a CSV, and every figure must agree to 1e−6.
 */
const folder = mkdtempSync(join(tmpdir(), 'shirube-r-'))
afterAll(() => rmSync(folder, { recursive: true }))
const r = (script: string) => {
  try {
    return execFileSync('Rscript', ['-e', script], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return undefined
  }
}
const hasR = r('library(survey)') !== undefined

const dataset = surveyDataset.parse(inventedDataset())
const frame = frameOfDataset(dataset)
const plain = designOfDataset(dataset)
const built = buildDesign(frame, plain, new Map())
const margins = ['district', 'age'].map((by) => {
  const cells = new Map<string, number>()
  for (const { codes, population } of dataset.design.strata?.cells ?? []) {
    const code = codes[by === 'district' ? 0 : 1] ?? ''
    cells.set(code, (cells.get(code) ?? 0) + population * (code < 'B' ? 1.02 : 1))
  }
  const sum = [...cells.values()].reduce((total, count) => total + count, 0)
  return {
    by: [by],
    cells: [...cells].map(([code, population]) => ({
      codes: [code],
      population: (population * 44_000) / sum,
    })),
  }
})
const calibration = {
  method: 'raking' as const,
  margins,
  start: 'design' as const,
  residuals: 'iterative' as const,
  rescale: false,
  tolerance: 1e-12,
  passes: 500,
}
const raked = () => buildDesign(frame, { ...plain, calibration }, new Map())

type Numbers = Record<string, number>

function oursOf(): Numbers {
  const run = (spec: object, work = { frame, built }) =>
    runStatistic(work, statisticSpec.parse(spec)) as never
  const numbers: Numbers = {}
  const take = (name: string, [found]: { estimate: number; standardError: number; interval: Ends }[]) => {
    numbers[name] = found?.estimate ?? Number.NaN
    numbers[`${name} SE`] = found?.standardError ?? Number.NaN
    numbers[`${name} low`] = found?.interval?.low ?? Number.NaN
    numbers[`${name} high`] = found?.interval?.high ?? Number.NaN
  }
  take('mean', run({ statistic: 'mean', variable: 'q01' }))
  take('total', run({ statistic: 'total', variable: 'q02' }))
  take('ratio', run({ statistic: 'ratio', numerator: 'q01', denominator: 'q07' }))
  take('domain', run({ statistic: 'mean', variable: 'q03', where: "district = 'B'" }))
  take('share', run({ statistic: 'proportion', condition: "q04 = '5'" }))
  take('quantile', run({ statistic: 'quantile', variable: 'q05', probabilities: [0.35] }))
  take('raked', run({ statistic: 'mean', variable: 'q06' }, { frame, built: raked() }))
  const [tested] = run({ statistic: 'rao-scott', row: 'q01', column: 'district' }) as unknown as Tested[]
  numbers['F'] = tested?.secondOrder.F ?? Number.NaN
  numbers['ndf'] = tested?.secondOrder.ndf ?? Number.NaN
  numbers['pearson'] = tested?.pearson ?? Number.NaN
  numbers['first order p'] = tested?.firstOrder.p ?? Number.NaN
  const [mean] = run({ statistic: 'mean', variable: 'q01' }) as unknown as { designEffect: number }[]
  numbers['deff'] = mean?.designEffect ?? Number.NaN
  return numbers
}
type Ends = { low?: number; high?: number } | undefined
type Tested = { secondOrder: { F: number; ndf: number }; firstOrder: { p: number }; pearson: number }

function script(csv: string): string {
  const margin = (at: number, name: string) =>
    `data.frame(${name}=c(${margins[at]?.cells.map(({ codes }) => `"${codes[0]}"`).join(',')}), Freq=c(${margins[
      at
    ]?.cells
      .map(({ population }) => population)
      .join(',')}))`
  return `
    suppressMessages(library(survey)); options(digits=15)
    d <- read.csv("${csv}", fileEncoding="UTF-8-BOM"); d$s <- paste(d$district, d$age); d$N <- ave(d$w, d$s, FUN=sum)
    des <- svydesign(ids=~1, strata=~s, weights=~w, fpc=~N, data=d)
    say <- function(name, x) cat(name, "\\t", format(as.numeric(x), digits=15), "\\n", sep="")
    tell <- function(name, est, df) { say(name, coef(est)); say(paste(name, "SE"), SE(est)); ci <- confint(est, df=df)
      say(paste(name, "low"), ci[1]); say(paste(name, "high"), ci[2]) }
    of <- function(v) subset(des, !is.na(get(v)))
    tell("mean", svymean(~q01, of("q01")), degf(of("q01"))); tell("total", svytotal(~q02, of("q02")), degf(of("q02")))
    both <- subset(des, !is.na(q01) & !is.na(q07)); tell("ratio", svyratio(~q01, ~q07, both), degf(both))
    b <- subset(des, district == "B" & !is.na(q03)); tell("domain", svymean(~q03, b), degf(b))
    p <- svyciprop(~I(q04 == 5), of("q04"), method="logit", df=degf(of("q04")))
    say("share", p); say("share SE", SE(p)); say("share low", attr(p, "ci")[1]); say("share high", attr(p, "ci")[2])
    q <- svyquantile(~q05, of("q05"), 0.35, interval.type="mean", qrule="math", df=degf(of("q05")))
    say("quantile", q$q05[1, 1]); say("quantile low", q$q05[1, 2]); say("quantile high", q$q05[1, 3])
    rk <- rake(des, list(~district, ~age), list(${margin(0, 'district')}, ${margin(1, 'age')}), control=list(maxit=500, epsilon=1e-9))
    say("raked", coef(svymean(~q06, rk, na.rm=TRUE)))
    say("raked SE", SE(svymean(~q06, rk, na.rm=TRUE)))
    x <- svychisq(~q01 + district, of("q01"), statistic="F"); say("F", x$statistic); say("ndf", x$parameter[1])
    y <- svychisq(~q01 + district, of("q01"), statistic="Chisq"); say("pearson", y$statistic); say("first order p", y$p.value)
    say("deff", deff(svymean(~q01, of("q01"), deff=TRUE)))`
}

test.skipIf(!hasR)("R's survey package (absent: skipped) finds every number again", () => {
  const columns = [...frame.columns.values()]
  const rows = Array.from({ length: frame.rows }, (_, row) => [
    ...columns.map(({ cells }) => (typeof cells[row] === 'number' ? 'NA' : (cells[row] ?? 'NA'))),
    built.design.weights[row] ?? 0,
  ])
  const csv = join(folder, 'answers.csv')
  writeFileSync(csv, writeCsv([[...columns.map(({ name }) => name), 'w'], ...rows]))
  const theirs = (r(script(csv)) ?? '')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
  expect(theirs.length).toBeGreaterThan(25)
  const ours = oursOf()
  const different = theirs.flatMap(([name = '', words = '']) => {
    const [mine, other] = [ours[name] ?? Number.NaN, Number(words)]
    return Math.abs(mine - other) <= 1e-6 * Math.max(Math.abs(other), 1e-9)
      ? []
      : [`${name}: ${mine} ≠ ${other}`]
  })
  expect(different).toEqual([])
})

// The tables of bench/survey.ts beside DuckDB (in this process, one thread) and, where it is installed, R with its survey package.
// Each referee must find the same numbers, else its time means nothing. Ratios are taken in one run on one machine.
// R takes minutes, so this one runs only when it is named: npm run bench -- survey-referees

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Category } from '#src/lib/statistics/category.ts'
import { estimateShares } from '#src/lib/statistics/estimate/estimate-shares.ts'
import { cellOf, crossTabulate } from '#src/lib/statistics/tabulation/cross-tabulate.ts'
import { raoScottTest } from '#src/lib/statistics/test-of-tables/rao-scott.ts'
import { inventedSurvey } from './invented-survey.ts'
import { median } from './measure.ts'

const rows = Number(process.env['BENCH_ROWS'] ?? 1_000_000)
const survey = inventedSurvey(rows, 40)
const { items, age, district, design } = survey
const folder = mkdtempSync(join(tmpdir(), 'shirube-bench-'))

const crossAll = () => items.map((item) => crossTabulate(item, age, { weights: design.weights }))
const ours = (await median(crossAll, 3)) / 1000
const simple = (await median(() => items.map((item) => estimateShares(item, design)), 3)) / 1000
const tested = raoScottTest({ row: items[0] as Category, column: district }, design)
const testing =
  (await median(() => raoScottTest({ row: items[0] as Category, column: district }, design), 3)) / 1000
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b))
const agrees = (isSame: boolean) => (isSame ? 'same numbers' : 'NUMBERS DIFFER')

console.log(`${rows.toLocaleString('en-US')} × 40, Shirube: 40 weighted cross tables ${ours.toFixed(2)} s`)
await besideDuckdb()
besideR()
rmSync(folder, { recursive: true })

async function besideDuckdb() {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const duckdb = await instance.connect()
  const names = items.map((_, at) => `q${at + 1} TINYINT`)
  await duckdb.run(`CREATE TABLE answers (${names.join(', ')}, age TINYINT, weight DOUBLE)`)
  const appender = await duckdb.createAppender('answers')
  for (let row = 0; row < rows; row++) {
    for (const { codes } of items) appender.appendTinyInt(codes[row] ?? 0)
    appender.appendTinyInt(age.codes[row] ?? 0)
    appender.appendDouble(design.weights[row] ?? 0)
    appender.endRow()
  }
  appender.closeSync()
  const table = async (at: number) =>
    (
      await duckdb.runAndReadAll(
        `SELECT q${at}, age, count(*)::INTEGER, sum(weight) FROM answers GROUP BY q${at}, age ORDER BY q${at}, age`,
      )
    ).getRows()
  const all = async () => {
    for (const at of items.keys()) await table(at + 1)
  }
  const taken = (await median(all, 3)) / 1000
  const first = crossTabulate(items[0] as Category, age, { weights: design.weights })
  const isSame = (await table(1)).every(([code, column, count, weight]) => {
    const cell = cellOf(first, Number(code), Number(column))
    return cell.count === count && close(cell.weight, Number(weight))
  })
  console.log(
    `DuckDB, one thread: ${taken.toFixed(2)} s, ${(taken / ours).toFixed(1)} × Shirube (${agrees(isSame)})`,
  )
  duckdb.closeSync()
}

function besideR() {
  for (const [at, { codes }] of [items[0] as Category, age, district].entries())
    writeFileSync(join(folder, `c${at}`), Int8Array.from(codes))
  const strata = Int8Array.from(age.codes, (code, row) => (district.codes[row] ?? 0) * 6 + code)
  writeFileSync(join(folder, 'strata'), strata)
  writeFileSync(join(folder, 'weights'), new Uint8Array(design.weights.slice().buffer))
  const script = `
    suppressMessages(library(survey)); n <- ${rows}
    code <- function(f) readBin(file.path("${folder}", f), "integer", n, size=1)
    d <- data.frame(q=code("c0"), age=code("c1"), district=code("c2"), s=code("strata"),
      w=readBin(file.path("${folder}", "weights"), "double", n))
    d$q[d$q < 0] <- NA
    d$N <- ave(d$w, d$s, FUN=sum); d$q <- factor(d$q); d$district <- factor(d$district); d$age <- factor(d$age)
    took <- function(run) { t <- system.time(r <- run())[["elapsed"]]; list(t=t, r=r) }
    x <- took(function() xtabs(w ~ q + age, d))
    des <- svydesign(ids=~1, strata=~s, weights=~w, fpc=~N, data=d)
    m <- took(function() svymean(~q, des, na.rm=TRUE))
    z <- took(function() svychisq(~q + district, subset(des, !is.na(q)), statistic="F"))
    cat(x$t, m$t, z$t, unname(z$r$statistic), unname(SE(m$r))[1], sep="\\n")`
  let out: string
  try {
    out = execFileSync('Rscript', ['-e', script], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    console.log('R with its survey package is not installed: not measured')
    return
  }
  const [cross = 0, mean = 0, chi = 0, F = 0, error = 0] = out.trim().split('\n').map(Number)
  const share = estimateShares({ ...(items[0] as Category), codes: (items[0] as Category).codes }, design)[0]
  const ratio = (theirs: number, own: number) =>
    `${theirs.toFixed(2)} s, ${(theirs / own).toFixed(0)} × Shirube`
  console.log(`R xtabs, one table: ${ratio(cross, ours / 40)}`)
  console.log(
    `R svymean, one item: ${ratio(mean, simple / 40)} (SE ${agrees(close(error, share?.standardError ?? 0))})`,
  )
  console.log(`R svychisq: ${ratio(chi, testing)} (F ${agrees(close(F, tested.secondOrder.F))})`)
}

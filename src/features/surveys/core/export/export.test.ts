import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { surveyDataset } from '#src/formats/survey-dataset.ts'
import { writeSav } from '#src/lib/sav/write-sav.ts'
import { readXml, type XmlElement } from '#src/lib/xml/read-xml.ts'
import { smallSurvey } from '#test/statistics/small-survey.ts'
import { countablesOf, tabulateCountable } from '../results/result-tables.ts'
import { workOf } from '../results/survey-work.ts'
import { codebookSheet } from './codebook-sheet.ts'
import { ddiCodebook } from './ddi-codebook.ts'
import { exportSurvey } from './export-survey.ts'
import { savOfDataset } from './sav-of-dataset.ts'

const dataset = surveyDataset.parse(smallSurvey)
const work = workOf(dataset)
const { weights } = work.built.design
const { file, notes } = savOfDataset(dataset, weights)
const folder = mkdtempSync(join(tmpdir(), 'shirube-export-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (program: string, ...words: string[]) => {
  try {
    return execFileSync(program, words, {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return undefined
  }
}

test('the four kinds of missing stay apart in SPSS: 99, 98, 97, and わからない by its own code', () => {
  const q1 = file.variables.find(({ name }) => name === 'q1')
  if (q1?.kind !== 'number') throw new Error('q1')
  expect([...Array.from(q1.values)]).toEqual([1, 2, 3, 9, 99, 98, 1, 1])
  expect(q1.missing).toEqual({ range: [97, 99], values: [9] })
  expect(q1.valueLabels).toContainEqual([9, 'わからない'])
  const district = file.variables.find(({ name }) => name === 'district')
  expect(district?.kind === 'number' && district.valueLabels.length).toBeGreaterThan(3)
  expect(notes.some((note) => note.includes('番号を数にしました'))).toBe(true)
  expect(file.sets).toEqual([{ name: 'q2', label: expect.any(String), variables: ['q2_1', 'q2_2'] }])
})

test('missing codes move up where a number is as large', () => {
  const large = structuredClone(dataset)
  const minutes = large.answers.columns.find(({ kind }) => kind === 'number')
  if (minutes?.kind !== 'number') throw new Error('no number')
  minutes.values[0] = 98
  const found = savOfDataset(large, weights).file.variables.find(({ name }) => name === minutes.name)
  expect(found?.kind === 'number' && found.missing.range).toEqual([997, 999])
})

const sav = join(folder, 'data.sav')
const csv = join(folder, 'freq.csv')

test.skipIf(run('pspp', '--version') === undefined)(
  'PSPP (absent: skipped) counts what our simple tabulation counts',
  () => {
    writeFileSync(sav, writeSav(file).bytes)
    writeFileSync(
      join(folder, 'a.sps'),
      `GET FILE='${sav}'.\nWEIGHT OFF.\nFREQUENCIES q1.\nSAVE TRANSLATE /OUTFILE='${csv}' /TYPE=CSV /CELLS=LABELS /FIELDNAMES /REPLACE.\n`,
    )
    const out = run('pspp', '-O', 'format=csv', join(folder, 'a.sps')) ?? ''
    const countable = countablesOf(dataset.questionnaire).find(({ column }) => column === 'q1')
    if (!countable) throw new Error('q1')
    for (const { label, count } of tabulateCountable(work, countable).lines)
      if (count > 0) expect(out).toMatch(new RegExp(`,${label},${count},`))
  },
)

test.skipIf(run('Rscript', '-e', 'library(foreign); library(haven)') === undefined)(
  'R foreign and haven (absent: skipped) read the labels and the weight',
  () => {
    writeFileSync(sav, writeSav(file).bytes)
    const script = `
      d <- haven::read_sav("${sav}", user_na=TRUE)
      cat(as.integer(table(unclass(d$q1))), "|", names(attr(d$q1, "labels"))[1], "|", sum(d$weight), "\\n")
      f <- suppressWarnings(foreign::read.spss("${sav}", to.data.frame=TRUE, reencode="UTF-8"))
      cat(nrow(f), levels(f$q1)[1])`
    const out = run('Rscript', '-e', script) ?? ''
    const sum = weights.reduce((total, weight) => total + weight, 0)
    expect(out).toContain('3 1 1 1 1 1 | 満足 |')
    expect(Number(out.split('|')[2]?.split('\n')[0])).toBeCloseTo(sum, 6)
    expect(out).toContain('8 満足')
  },
)

const all = (element: XmlElement, name: string): XmlElement[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => all(child, name)),
]

test('DDI-Codebook: study, file, every variable with its categories counted and the missing ones marked', () => {
  const xml = ddiCodebook({
    dataset,
    weights,
    hash: 'ab',
    responses: { sent: 20, received: 8, rate: '40.0' },
  })
  const read = readXml(xml)
  if (read.problem) throw new Error(read.problem.message)
  const { root } = read
  expect([root.name, root.namespace, root.attributes['version']]).toEqual([
    'codeBook',
    'ddi:codebook:2_5',
    '2.5',
  ])
  expect(all(root, 'var')).toHaveLength(dataset.answers.columns.length + 1)
  expect(all(root, 'respRate')[0]?.text).toContain('40.0％')
  const q1 = all(root, 'var').find(({ attributes }) => attributes['name'] === 'q1')
  if (!q1) throw new Error('q1')
  const counts = all(q1, 'catgry').map((one) => [
    one.attributes['missType'] ?? '',
    all(one, 'labl')[0]?.text,
    Number(all(one, 'catStat')[0]?.text),
  ])
  expect(counts).toEqual([
    ['', '満足', 3],
    ['', 'ふつう', 1],
    ['', '不満', 1],
    ['わからない', 'わからない', 1],
    ['無回答', '無回答', 1],
    ['無効', '無効', 1],
    ['非該当', '非該当', 0],
  ])
  const ids = all(root, 'var').map(({ attributes }) => attributes['ID'])
  expect(new Set(ids).size).toBe(ids.length)
  expect(all(root, 'varGrp')[0]?.attributes['var']).toBe('V_q2_1 V_q2_2')
})

test('DDI-Codebook: a ranking has its places as categories, and is no set of several answers', () => {
  const question = dataset.questionnaire.sections[0]?.questions.find(({ type }) => type === 'multiple')
  if (!question) throw new Error('no question')
  const ranked = surveyDataset.parse({
    ...dataset,
    questionnaire: {
      ...dataset.questionnaire,
      sections: dataset.questionnaire.sections.map((section) => ({
        ...section,
        questions: section.questions.map((one) => (one === question ? { ...one, type: 'ranking' } : one)),
      })),
    },
    answers: {
      ...dataset.answers,
      columns: dataset.answers.columns.map((column) =>
        column.name === 'q2_1' && column.kind === 'mark'
          ? { ...column, kind: 'rank', codes: column.codes.map((code, row) => (code < 0 ? code : row % 3)) }
          : column,
      ),
    },
  })
  const read = readXml(ddiCodebook({ dataset: ranked, weights, hash: 'ab' }))
  if (read.problem) throw new Error(read.problem.message)
  const first = all(read.root, 'var').find(({ attributes }) => attributes['name'] === 'q2_1')
  if (!first) throw new Error('q2_1')
  const labels = all(first, 'catgry').map((one) => all(one, 'labl')[0]?.text)
  expect(labels.slice(0, 3)).toEqual(['順位なし', '1位', '2位'])
  expect(all(read.root, 'varGrp')[0]?.attributes['type']).toBe('other')
})

/** Order of the children in DDI-Codebook 2.5, as far as we write them. */
const ddiOrder: Readonly<Record<string, readonly string[]>> = {
  codeBook: ['stdyDscr', 'fileDscr', 'dataDscr'],
  stdyDscr: ['citation', 'stdyInfo', 'method'],
  citation: ['titlStmt', 'rspStmt', 'verStmt'],
  titlStmt: ['titl', 'IDNo'],
  stdyInfo: ['abstract', 'sumDscr'],
  sumDscr: ['collDate', 'universe'],
  method: ['dataColl', 'anlyInfo'],
  dataColl: ['timeMeth', 'sampProc', 'collMode', 'weight'],
  fileTxt: ['fileName', 'dimensns', 'fileType'],
  dimensns: ['caseQnty', 'varQnty'],
  dataDscr: ['varGrp', 'var'],
  var: ['labl', 'qstn', 'invalrng', 'universe', 'sumStat', 'catgry', 'varFormat'],
  qstn: ['qstnLit', 'forward'],
  catgry: ['catValu', 'labl', 'catStat'],
}

test('DDI-Codebook: everything stands in the order of the schema, and every reference has its place', () => {
  const read = readXml(ddiCodebook({ dataset, weights, hash: 'ab' }))
  if (read.problem) throw new Error(read.problem.message)
  const walk = (element: XmlElement) => {
    const order = ddiOrder[element.name]
    const places = element.children.map(({ name }) => (order ? order.indexOf(name) : 0))
    expect([element.name, places]).toEqual([element.name, places.toSorted((a, b) => a - b)])
    expect(places).not.toContain(-1)
    element.children.forEach(walk)
  }
  walk(read.root)
  const ids = new Set(all(read.root, 'var').map(({ attributes }) => attributes['ID']))
  for (const { attributes } of all(read.root, 'varGrp'))
    for (const id of (attributes['var'] ?? '').split(' ')) expect(ids.has(id)).toBe(true)
})

test('the codebook as a sheet has a row an option', () => {
  const sheet = codebookSheet(exportSurvey(work.frame, dataset, weights)['codebook.csv'], dataset.title)
  expect(sheet.columns.map(({ header }) => header)).toEqual([
    '列番号',
    '変数',
    '問',
    '設問文',
    '項目',
    'コード',
    '選択肢',
    '欠損',
  ])
  expect(sheet.rows.some((row) => row.includes('わからない'))).toBe(true)
})

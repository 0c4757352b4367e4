import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { UnusableCall } from '#src/platform/cli.ts'
import { surveyCommands } from './commands.ts'

/** Runs a command as the command line does; what it prints, what it remarks, and its exit code. */
async function shirube(name: string, positionals: string[], values: Record<string, string | boolean> = {}) {
  const [printed, remarked]: [string[], string[]] = [[], []]
  const command = surveyCommands.find((one) => one.name === name)
  const code = await command?.run({
    positionals,
    values,
    print: (text) => printed.push(text),
    remark: (text) => remarked.push(text),
    now: new Date(0),
    folder: '',
    open: () => Promise.reject(new Error('no database')),
  })
  return { code, printed: printed.join('\n'), remarked: remarked.join('\n') }
}

const dataset = 'docs/formats/survey-dataset.example.json'
const spec = 'docs/formats/survey-estimate.example.json'

async function fileWith(content: object | string, name = 'given.json') {
  const path = join(await mkdtemp(join(tmpdir(), 'survey-')), name)
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

test('tabulate gives counts, percentages before and after weighting, and the error', async () => {
  const { code, printed } = await shirube('survey tabulate', [dataset], { question: 'q1,q2' })
  expect(code).toBe(0)
  expect(printed).toContain('q1\t1\t満足\t3\t8\t37.5\t41.7\t20.91')
  expect(printed).toContain('q2\t1\t公園\t4\t8\t50.0\t50.0\t21.45')
})

test('cross gives the columns of the banner and everybody, as text, JSON and CSV', async () => {
  const given = { row: 'q1', banner: 'district' }
  const { printed } = await shirube('survey cross', [dataset], given)
  expect(printed).toContain('q1\t1\t満足\t1\t2\t3\t25.0\t50.0\t41.7')
  const json = JSON.parse((await shirube('survey cross', [dataset], { ...given, json: true })).printed)
  expect(json.tables[0].lines[0].counts).toEqual([1, 2, 3])
  const out = await fileWith('', 'cross.csv')
  await shirube('survey cross', [dataset], { ...given, out })
  expect(await readFile(out, 'utf8')).toContain('q1,1,満足,1,2,3,25.0,50.0,41.7')
})

test('estimate prints the hash of the data, the design and every result, the same every time', async () => {
  const first = await shirube('survey estimate', [spec])
  expect(first.code).toBe(0)
  expect(JSON.parse(first.printed)).toMatchObject({
    data: {
      file: 'survey-answers.example.csv',
      rows: 90,
      hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    },
    design: { strata: 4, units: 90, hasFiniteCorrection: true, isProbability: true },
  })
  expect(await shirube('survey estimate', [spec])).toEqual(first)
})

test('a statistic that cannot be computed does not take the others with it', async () => {
  const given = await fileWith({
    schema: 'shirube-estimate/1',
    statistics: [
      { statistic: 'mean', variable: 'nothing' },
      { statistic: 'sample-size', error: 0.05 },
    ],
  })
  const { code, printed, remarked } = await shirube('survey estimate', [given], {
    data: 'docs/formats/survey-answers.example.csv',
  })
  expect(code).toBe(1)
  expect(remarked).toBe('mean：列「nothing」がありません')
  expect(JSON.parse(printed).results[1].results[0].answersRounded).toBe(385)
})

test('rake prints what was done and writes a weight a respondent', async () => {
  const out = await fileWith('', 'weights.csv')
  const { printed } = await shirube('survey rake', ['docs/formats/survey-estimate-clusters.example.json'], {
    out,
  })
  expect(JSON.parse(printed)).toMatchObject({ method: 'raking', summary: { answers: 90 } })
  const rows = (await readFile(out, 'utf8')).trim().split('\r\n').slice(1)
  expect(rows).toHaveLength(90)
  expect(rows.reduce((sum, row) => sum + Number(row.split(',')[1]), 0)).toBeCloseTo(1500, 6)
  await expect(shirube('survey rake', [spec])).rejects.toThrow(UnusableCall)
})

test('export writes codes, labels and the codebook; the four kinds of missing stay apart', async () => {
  const out = await mkdtemp(join(tmpdir(), 'survey-'))
  await shirube('survey export', [dataset], { out })
  const lines = async (name: string) =>
    (await readFile(join(out, name), 'utf8')).replace('\uFEFF', '').split('\r\n')
  expect((await lines('codes.csv'))[4]).toBe('A,9,0,0,NAP,100')
  expect((await lines('labels.csv')).slice(5, 7)).toEqual(['南地区,,,,NAP,200', '南地区,INV,0,1,NAP,200'])
  expect(await lines('codebook.csv')).toContain(
    '2,q1,問1,公園に満足していますか,公園に満足していますか,9,わからない,わからない',
  )
})

test('what is no survey is refused in words, a call without a file is unusable', async () => {
  expect(await shirube('survey estimate', [await fileWith('{oops')])).toMatchObject({ code: 1 })
  const other = await shirube('survey tabulate', [await fileWith({ schema: 'shirube-plan/1' })])
  expect(other.remarked).toContain('shirube-survey/1 か shirube-estimate/1')
  const misspelt = await fileWith({ schema: 'shirube-estimate/1', statistics: [{ statistic: 'meen' }] })
  expect((await shirube('survey estimate', [misspelt])).remarked).toContain('知らない統計です')
  await expect(shirube('survey cross', [dataset])).rejects.toThrow('--row')
  await expect(shirube('survey estimate', [])).rejects.toThrow(UnusableCall)
  await expect(shirube('survey estimate', [dataset])).rejects.toThrow(UnusableCall)
})

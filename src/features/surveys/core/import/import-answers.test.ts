import { expect, test } from 'vitest'
import { sampleQuestionnaire } from '../../sample/sample-questionnaire.ts'
import { accessCodeWords, withCheck } from '../answering/numbers-with-check.ts'
import { strataOfText } from '../sample/strata.ts'
import { readImport } from './import-answers.ts'

const read = strataOfText('地区,人口\n北,10\n南,20')
if (read.problem !== undefined) throw new Error(read.problem)
const known = { questionnaire: sampleQuestionnaire([]), strata: read.strata, today: '2026-04-01' }
const report = (text: string) => readImport(text, known)
const code = withCheck('7K3Q9XM4T')

test('codes and the words of options are both read, also with other widths and commas in quotes', () => {
  const { rows, findings } = report('地区,q1,q3,q4_1\n北,５年未満,やや不満,1\n南,"２０年以上",1,0\n')
  expect(findings).toEqual([])
  expect(rows.map(({ cells }) => [cells['q1'], cells['q3']])).toEqual([
    ['1', '4'],
    ['4', '1'],
  ])
  expect(rows[1]?.cells['q4_1']).toBe('NAP')
})

test('every mistake is told by its row and column', () => {
  const text = `回答コード,回答日,地区,q1,q2,q4_1\nABC,昨日,東,7,8,2\n${accessCodeWords(code)},2026/3/1,北,1,2,\n${code},,南,1,1,1\n`
  expect(report(text).findings).toEqual([
    { line: 2, column: 'q1', problem: '「7」は選択肢にありません' },
    { line: 2, column: 'q4_1', problem: '「2」は 1（選んだ）か 0（選ばない）ではありません' },
    { line: 2, column: 'q2', problem: '問2：7以下の数を書いてください' },
    { line: 2, column: '回答コード', problem: '回答コードの形が違います' },
    { line: 2, column: '回答日', problem: '「昨日」は日付ではありません' },
    { line: 2, column: '地区', problem: '「東」という層はありません' },
    { line: 4, column: '回答コード', problem: 'この回答コードは、ファイルの中に2つあります' },
  ])
})

test('a row with a column more than the heading, columns of nothing, and headings that fit nothing', () => {
  expect(report('q1,q2\n1,2,3\n').findings).toEqual([
    { line: 2, column: '', problem: '列の数が3で、見出しの2と違います' },
  ])
  expect(report('q1,メールアドレス\n1,x\n')).toMatchObject({ findings: [], ignored: ['メールアドレス'] })
  expect(report('年齢,性別\n1,2\n').findings[0]?.problem).toContain('調査票の列')
  expect(report('q1,q1\n1,2\n').findings[0]?.problem).toBe('同じ名前の列が2つあります')
  expect(report('q1\n').findings[0]?.problem).toBe('回答の行がありません')
  expect(report('').findings.length).toBeGreaterThan(0)
})

test('a file of very many rows is refused in words, not by running out', () => {
  const { findings } = report(`q1\n${'1\n'.repeat(200_001)}`)
  expect(findings[0]?.problem).toBe('行が200000を超えています')
})

test('blank is 無回答, INV and NAP stay what they are', () => {
  const { rows } = report('q1,q2,q3\n,INV,NAP\n')
  expect(rows[0]?.cells).toMatchObject({ q2: 'INV', q3: 'NAP' })
  expect(rows[0]?.cells['q1']).toBeUndefined()
})

test('a heading that every object answers to is a column like any other', () => {
  expect(report('q1,constructor,__proto__\n1,x,y\n')).toMatchObject({
    findings: [],
    ignored: ['constructor', '__proto__'],
  })
})

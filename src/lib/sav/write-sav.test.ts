import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { SavFile } from './sav-file.ts'
import { savNames } from './sav-names.ts'
import { writeSav } from './write-sav.ts'

const has = (program: string, ...words: string[]) => {
  try {
    execFileSync(program, words, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const hasPspp = has('pspp', '--version')
const hasHaven = has('Rscript', '-e', 'library(haven)')
const folder = mkdtempSync(join(tmpdir(), 'shirube-sav-'))
afterAll(() => rmSync(folder, { recursive: true }))

const long = 'みらい平地区に、図書館をつくってほしい。'.repeat(20)
const file: SavFile = {
  title: '市民意向調査（架空）',
  createdOn: '2026-06-30',
  variables: [
    {
      kind: 'number',
      name: 'q1',
      label: '住みよいと感じますか',
      values: [1, 2, 99, 97, 9, Number.NaN],
      decimals: 0,
      valueLabels: [
        [1, 'みらい平〜伊奈（−1）'],
        [2, 'いいえ'],
        [9, 'わからない'],
        [97, '非該当'],
        [99, '無回答'],
      ],
      missing: { range: [97, 99], values: [9] },
      measure: 'ordinal',
    },
    {
      kind: 'text',
      name: '地区',
      label: 'お住まいの地区',
      texts: ['伊奈', '谷和原', 'みらい平', '', '髙﨑①', '𠮷'],
    },
    { kind: 'text', name: 'q1_text', label: 'その他', texts: [long, '', `${long}末尾`, 'あ', '', ''] },
    {
      kind: 'number',
      name: 'weight',
      label: 'ウエイト',
      values: [1.5, 2.25, 0.1, 3, 1, 1],
      decimals: 6,
      valueLabels: [],
      missing: { values: [] },
      measure: 'scale',
    },
    ...[1, 2].map((at) => ({
      kind: 'number' as const,
      name: `q2_${at}`,
      label: `不便な点：${at}`,
      values: [1, 0, 1, 0, 0, 99],
      decimals: 0,
      valueLabels: [[1, '選んだ']] as const,
      missing: { values: [97, 98, 99] },
      measure: 'nominal' as const,
    })),
  ],
  weight: 'weight',
  sets: [{ name: 'q2', label: '不便な点', variables: ['q2_1', 'q2_2'] }],
}

test('the header says what PSPP expects, and the same data give the same bytes', () => {
  const { bytes, notes } = writeSav(file)
  expect(new TextDecoder().decode(bytes.subarray(0, 4))).toBe('$FL2')
  expect(Buffer.from(writeSav(file).bytes).equals(Buffer.from(bytes))).toBe(true)
  expect(notes).toEqual([])
})

test('names SPSS refuses are changed, none is given twice, and long labels are cut between characters', () => {
  expect(savNames(['q1', 'Q1', '_a', 'with', 'a-b', 'x.', '地区'])).toEqual([
    'q1',
    'Q1_2',
    'v_a',
    'with_',
    'a_b',
    'x',
    '地区',
  ])
  expect(Buffer.byteLength(savNames(['あ'.repeat(40)])[0] ?? '')).toBeLessThanOrEqual(64)
  const [first] = file.variables
  if (first?.kind !== 'number') throw new Error('no number')
  const { notes } = writeSav({
    ...file,
    variables: [{ ...first, label: 'あ'.repeat(100), valueLabels: [[1, 'い'.repeat(50)]] }],
    sets: [],
  })
  expect(notes).toEqual([
    '変数「q1」の説明を255バイトで切りました',
    '変数「q1」の値1の説明を120バイトで切りました',
  ])
})

test.skipIf(!hasPspp)(
  'PSPP (absent: skipped) reads it back: values, labels, missing values, weight, sets',
  () => {
    const sav = join(folder, 'a.sav')
    writeFileSync(sav, writeSav(file).bytes)
    const syntax = join(folder, 'a.sps')
    const csv = join(folder, 'a.csv')
    writeFileSync(
      syntax,
      `GET FILE='${sav}'.\nDISPLAY DICTIONARY.\nMRSETS /DISPLAY NAME=ALL.\nSAVE TRANSLATE /OUTFILE='${csv}' /TYPE=CSV /FIELDNAMES /CELLS=VALUES /REPLACE.\nSHOW WEIGHT.\n`,
    )
    const out = execFileSync('pspp', ['-O', 'format=txt', '-O', 'width=300', syntax], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    })
    expect(out).not.toMatch(/error|warning/i)
    for (const words of [
      '住みよいと感じますか',
      'みらい平〜伊奈（−1）',
      'お住まいの地区',
      '97 THRU 99; 9',
      '不便な点',
    ])
      expect(out).toContain(words)
    const rows = readFileSync(csv, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','))
    expect(rows[0]).toEqual(['q1', '地区', 'q1_text', 'weight', 'q2_1', 'q2_2'])
    expect(rows[1]?.slice(0, 4)).toEqual(['1', '伊奈', long, '1.5'])
    expect(rows[3]?.slice(0, 4)).toEqual(['99', 'みらい平', `${long}末尾`, '0.1'])
    expect(rows[5]?.[1]).toBe('髙﨑①')
    expect(rows[6]?.[1]).toBe('𠮷')
  },
)

test.skipIf(!hasHaven)('R haven (absent: skipped) reads it back with its labels', () => {
  const sav = join(folder, 'b.sav')
  writeFileSync(sav, writeSav(file).bytes)
  const script = `d <- haven::read_sav("${sav}", user_na=TRUE); cat(names(d), sep=","); cat("\\n", attr(d$q1, "label"), "\\n", names(attr(d$q1, "labels")), "\\n", d$"地区", "\\n", nchar(d$q1_text), "\\n", attr(d$q1, "na_range"), attr(d$q1, "na_values"), is.na(unclass(d$q1)), "\\n", d$weight)`
  const out = execFileSync('Rscript', ['-e', script], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  expect(out).toContain('q1,地区,q1_text,weight,q2_1,q2_2')
  expect(out).toContain('住みよいと感じますか')
  expect(out).toContain('みらい平〜伊奈（−1） いいえ わからない 非該当 無回答')
  expect(out).toContain('伊奈 谷和原 みらい平  髙﨑① 𠮷')
  expect(out).toContain(`${[...long].length} 0 ${[...long].length + 2} 1 0 0`)
  expect(out).toContain('97 99 9')
})

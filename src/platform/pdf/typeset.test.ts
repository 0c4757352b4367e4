import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { createTypesetter, typeset } from './typeset.ts'
import type { TypesetJob } from './typesetting.ts'

const templates = new URL('./test-templates/', import.meta.url)
const job = (paragraphs: string[]): TypesetJob => ({
  templates,
  main: 'page.typ',
  data: { 'page.json': JSON.stringify({ title: '見本', paragraphs }) },
  date: '2026-04-01',
  marks: 'mark',
})

test('gives a tagged PDF, its pages and what the templates marked', async () => {
  const { pdf, pages, marks, missing } = await typeset(job(['一', '#panic() *二* $x$ <b>']))
  expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe('%PDF-')
  expect(Buffer.from(pdf).toString('latin1')).toContain('/StructTreeRoot')
  expect(pages).toBe(2)
  expect(marks).toEqual(['一', '#panic() *二* $x$ <b>'])
  expect(missing).toEqual([])
})

test('the same job gives the same bytes', async () => {
  const [first, second] = await Promise.all([typeset(job(['同じ'])), typeset(job(['同じ']))])
  expect(Buffer.from(first.pdf).equals(Buffer.from(second.pdf))).toBe(true)
})

test('jobs see only their own words', async () => {
  const answers = await Promise.all(['甲', '乙', '丙'].map((words) => typeset(job([words]))))
  expect(answers.map(({ marks }) => marks)).toEqual([['甲'], ['乙'], ['丙']])
})

test('a character no font has is replaced and reported', async () => {
  const { marks, missing } = await typeset(job(['𠮷野😀']))
  expect(marks).toEqual(['〓野〓'])
  expect(missing.map(({ character }) => character)).toEqual(['𠮷', '😀'])
  expect(missing[0]?.path).toEqual(['page.json', 'paragraphs', 0])
})

test('a template that is wrong is an error of its job only', async () => {
  await expect(typeset({ ...job(['一']), main: 'absent.typ' })).rejects.toThrow('Typst')
  expect((await typeset(job(['一']))).pages).toBe(1)
})

/** A program that takes jobs, for what a real one should never do. */
function programOf(onJob: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'shirube-typeset-')), 'program.mjs')
  writeFileSync(
    file,
    `process.on('disconnect', () => process.exit())\nprocess.on('message', (job) => { ${onJob} })`,
  )
  return pathToFileURL(file)
}

test('a process that dies costs its own job, the next one gets another process', async () => {
  const program = programOf(`if (job.main === 'die') process.kill(process.pid, 'SIGSEGV')
    else process.send({ typeset: { pdf: new Uint8Array(), pages: process.pid, marks: [], missing: [] } })`)
  const mortal = createTypesetter({ program, restMilliseconds: 10 })
  const dying = mortal({ ...job([]), main: 'die' })
  const living = mortal({ ...job([]), main: 'live' })
  await expect(dying).rejects.toThrow('ended')
  const { pages: first } = await living
  await new Promise((resolve) => setTimeout(resolve, 60))
  const { pages: second } = await mortal({ ...job([]), main: 'live' })
  expect(second).not.toBe(first)
})

test('a job that never ends is given up', async () => {
  const impatient = createTypesetter({ program: programOf(''), limitMilliseconds: 50 })
  await expect(impatient(job([]))).rejects.toThrow('ended')
})

test('after a rest the process is gone, and its memory with it', async () => {
  const rested = createTypesetter({
    program: programOf(
      `process.send({ typeset: { pdf: new Uint8Array(), pages: process.pid, marks: [], missing: [] } })`,
    ),
    restMilliseconds: 1,
  })
  const { pages: processId } = await rested(job([]))
  await expect
    .poll(() => existsSync(`/proc/${processId}`) && process.platform === 'linux', { timeout: 3000 })
    .toBe(false)
})

test('works from any folder, and lets the process end by itself', () => {
  const program = `const { typeset } = await import(${JSON.stringify(new URL('./typeset.ts', import.meta.url).href)})
    const { pages } = await typeset({ ...${JSON.stringify({ ...job(['一']), templates: undefined })}, templates: new URL(${JSON.stringify(templates.href)}) })
    process.stdout.write(String(pages))`
  const folder = mkdtempSync(join(tmpdir(), 'shirube-typeset-'))
  const out = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: folder,
    timeout: 20_000,
  })
  expect(out.toString()).toBe('1')
})

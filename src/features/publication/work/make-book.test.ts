import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { inventedPlan } from '../core/invented-plan.ts'
import { makeDigest, makePlanBook } from './make-book.ts'

const plan = inventedPlan({ fields: 2, measures: 2 })
const siteUrl = 'https://plan.example.jp'
const hostile = '#panic("x") *太* $x^2$ <b>字</b> @ref [[y]] \\ #{1+1}'

const change = (id: string, fields: Record<string, unknown>): PlanDocument => ({
  ...plan,
  items: plan.items.map((item) => (item.id === id ? ({ ...item, ...fields } as typeof item) : item)),
})
const paragraphs = (id: string, count: number) =>
  Array.from({ length: count }, (_, place) => ({
    id: `${id}/situation/p${place + 1}`,
    text: '駅周辺への転入が続き、保育を必要とする家庭も増えています。'.repeat(8),
  }))

const latin1 = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')
const count = (pdf: Uint8Array, sign: RegExp) => latin1(pdf).match(sign)?.length ?? 0

/** Bookmarks of the PDF, which are UTF-16 in hexadecimal. */
const bookmarks = (pdf: Uint8Array) =>
  [...latin1(pdf).matchAll(/\/Title <FEFF([0-9A-F]+)>/g)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex').swap16().toString('utf16le'),
  )

const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0
/** The words of each page, by poppler. */
function pageTexts(pdf: Uint8Array): string[] {
  const file = join(mkdtempSync(join(tmpdir(), 'shirube-book-')), 'book.pdf')
  writeFileSync(file, pdf)
  return spawnSync('pdftotext', ['-layout', file, '-']).stdout.toString().split('\f').slice(0, -1)
}

test('the book is a tagged PDF/UA in Japanese with its title, and every figure has its alternative text', async () => {
  const { pdf, pages, warnings } = await makePlanBook(plan, { siteUrl })
  expect(latin1(pdf)).toContain('<pdfuaid:part>1')
  expect(latin1(pdf)).toMatch(/\/Lang \(ja-JP\)/)
  expect(count(pdf, /\/StructTreeRoot/g)).toBeGreaterThan(0)
  expect(count(pdf, /\/S \/Figure\b/g)).toBeGreaterThan(8)
  expect(count(pdf, /\/Alt\b/g)).toBe(count(pdf, /\/S \/Figure\b/g))
  expect(pages).toBe(count(pdf, /\/Type \/Page\b(?!s)/g))
  expect(warnings).toEqual([])
})

test('every field and measure has its bookmark, with its number', async () => {
  const { pdf } = await makePlanBook(plan)
  for (const name of ['政策1', '政策2', '1-1', '1-2', '2-1', '2-2']) {
    expect(bookmarks(pdf).some((bookmark) => bookmark.startsWith(name))).toBe(true)
  }
})

test('the same plan gives the same bytes', async () => {
  const [first, second] = [await makePlanBook(plan, { siteUrl }), await makePlanBook(plan, { siteUrl })]
  expect(Buffer.compare(first.pdf, second.pdf)).toBe(0)
})

test('a measure that is a little too long is set closer and stays on its two pages', async () => {
  const id = 'me_0000000101'
  const normal = await makePlanBook(plan)
  const { pages, overflows } = await makePlanBook(change(id, { situation: paragraphs(id, 2) }))
  expect(overflows).toEqual([])
  expect(pages).toBe(normal.pages)
})

test('a measure that is far too long grows, and is reported with its pages', async () => {
  const id = 'me_0000000101'
  const { pages, overflows, warnings } = await makePlanBook(change(id, { situation: paragraphs(id, 14) }))
  expect(overflows).toMatchObject([{ measureId: id, title: '1-1 施策1の1の充実' }])
  expect(overflows[0]?.pages).toBeGreaterThan(2)
  expect(warnings[0]).toContain('見開き2ページに収まらず')
  expect(pages).toBe((await makePlanBook(plan)).pages + 2)
})

test('characters no font has are replaced and named with their place; the book is made all the same', async () => {
  const { pages, warnings } = await makePlanBook(change('me_0000000101', { title: '𠮷野の髙橋﨑山😀' }))
  expect(pages).toBeGreaterThan(10)
  expect(warnings).toEqual([
    '1-1 𠮷野の髙橋﨑山😀の「𠮷野の髙橋﨑山😀」にある文字「𠮷」（U+20BB7）「😀」（U+1F600）は書体にないため、〓で印刷しました。',
  ])
})

test('words that look like the typesetter’s orders are only words', async () => {
  const id = 'me_0000000101'
  const wild = change(id, {
    title: hostile,
    desiredState: hostile,
    issues: [{ id: `${id}/issues/p1`, text: hostile }],
    directions: [{ id: `${id}/directions/p1`, heading: hostile, text: hostile, addresses: [] }],
    roles: { self: hostile },
  })
  const { pdf } = await makePlanBook({ ...wild, termNotes: [{ term: hostile, kana: '', text: hostile }] })
  expect(bookmarks(pdf)).toContain(`1-1 ${hostile.replace('*太*', '太')}`)
})

test('a plan with nothing but names still gives a book and a digest', async () => {
  const bare: PlanDocument = {
    ...plan,
    municipalityName: '',
    preface: null,
    concept: {
      ...plan.concept,
      vision: { ...plan.concept.vision, title: '', text: '' },
      principles: [],
      chapters: [],
    },
    items: plan.items
      .filter(({ kind }) => kind !== 'program')
      .map((item) =>
        item.kind === 'measure'
          ? {
              ...item,
              desiredState: '',
              situation: [],
              issues: [],
              directions: [],
              roles: {},
              sdgs: [],
              lead: null,
              support: [],
            }
          : item,
      ),
    indicators: [],
    evidence: [],
    termNotes: [],
  }
  expect((await makePlanBook(bare)).warnings).toEqual([])
  expect((await makeDigest(bare)).pages).toBeGreaterThanOrEqual(4)
})

test('an empty plan gives the pages that say so', async () => {
  const { pages } = await makePlanBook({ ...plan, items: [], indicators: [], evidence: [] })
  expect(pages).toBeGreaterThanOrEqual(5)
})

test('the digest has four to eight pages for small and large plans', async () => {
  for (const size of [
    { fields: 1, measures: 1 },
    { fields: 5, measures: 5 },
    { fields: 12, measures: 15, paragraphs: 1 },
  ]) {
    const { pages, overflows } = await makeDigest(inventedPlan(size), { siteUrl })
    expect(pages).toBeGreaterThanOrEqual(4)
    expect(pages).toBeLessThanOrEqual(8)
    expect(overflows).toEqual([])
  }
})

test.runIf(hasPoppler)(
  '見本（架空） stands on every page with words of an invented plan, and nowhere in a real one',
  async () => {
    const [invented, real] = [await makePlanBook(plan), await makePlanBook({ ...plan, isInvented: false })]
    const unmarked = pageTexts(invented.pdf).filter(
      (text) => text.trim() !== '' && !text.includes('見本（架空）'),
    )
    expect(unmarked).toEqual([])
    expect(pageTexts(real.pdf).join('')).not.toContain('見本（架空）')
  },
)

test.runIf(hasPoppler)('a version that is not final says what it is on every page', async () => {
  const draft = { ...plan, version: { ...plan.version, stage: 'draft' as const, label: '案 第2版' } }
  const texts = pageTexts((await makePlanBook(draft)).pdf).filter((text) => text.trim() !== '')
  expect(texts.filter((text) => !text.includes('案 第2版'))).toEqual([])
})

test.runIf(hasPoppler)('measures begin on left pages', async () => {
  const texts = pageTexts((await makePlanBook(plan)).pdf)
  const starts = texts.flatMap((text, place) =>
    /めざす姿/.test(text) && /施策の方向/.test(text) ? [place + 1] : [],
  )
  expect(starts.length).toBeGreaterThanOrEqual(4)
  expect(starts.filter((page) => page % 2 === 1)).toEqual([])
})

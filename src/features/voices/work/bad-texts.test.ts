import { expect, test } from 'vitest'
import { writeCalendar } from '#src/lib/calendar/write-calendar.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { readWorkbook } from '#src/platform/office/read-workbook.ts'
import { writeDocument } from '#src/platform/office/write-document.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { documentPdf } from '#src/platform/pdf/document-pdf.ts'
import { cellWords, cleanLetter, longestLetter } from '../core/letter.ts'
import { noteSheet } from '../core/note-sheet.ts'
import { participationEvents } from '../core/participation.ts'
import { type PublicReport, publicReportDocument, publicRows } from '../core/public-report.ts'
import { findPersonal, proposeRedaction } from '../core/redaction.ts'
import type { Note, Session, Step } from '../core/session.ts'
import { guideDocument, type SessionFile, sessionReport } from '../core/session-documents.ts'
import { newNoteForm } from '../core/session-forms.ts'
import { letterField, lettersIn } from '../core/submission.ts'

/** What people type, paste or send on purpose, each kept as words and nothing else. */
const badTexts = {
  script: '<script>alert(1)</script>',
  html: '<img src=x onerror=alert(1)><b>&amp;',
  'control characters': 'ベル\u0007と\u001b[31m赤\u0000と\u0085',
  'half surrogate': '半分\ud83d',
  emoji: '家族👨‍👩‍👧‍👦と旗🇯🇵',
  外字: '髙橋の\u{20bb7}と私用\ue000と異体字葛\u{e0100}',
  'right to left': '\u202eevil\u202c\u2067عربي\u2069',
  'csv formula': '=HYPERLINK("http://evil.example","見て")',
  'other formulas': "+1|cmd|' /C calc'!A0",
  'line breaks': 'ひとつめ\r\nふたつめ\rみっつめ',
  typst: '#panic("x") $x$ *b* `c` @ref \\',
  sql: "'; drop table voice_notes; --",
  'long word': 'あ'.repeat(2000),
} as const

const session = {
  id: 'ho_0000000001',
  kind: 'world-cafe',
  title: '会<b>\u202e',
  purpose: badTexts.html,
  heldOn: '2026-07-12',
  startsAt: '13:30',
  endsAt: '',
  place: '=1+1',
  district: '',
  group: '',
  howTo: badTexts['line breaks'],
  contact: '',
  frame: 'open-call',
  consent: 'public',
  versionId: '',
  participants: 3,
  cameOnline: undefined,
  cameInWriting: undefined,
  spoke: undefined,
  participantsNote: '',
  confirmation: 'not-needed',
  nextSteps: badTexts.typst,
  announcedAt: undefined,
  cancelledAt: undefined,
  reportedAt: undefined,
  directions: '',
  boardSeq: 0,
  revision: 1,
} satisfies Session
const step = {
  id: 'hs_1',
  sessionId: session.id,
  kind: 'round',
  text: badTexts.typst,
  minutes: 5,
  hint: '',
} as const
const steps: Step[] = [{ ...step, order: 0, revision: 1 }]
const texts = Object.values(badTexts).map(cleanLetter)
const notes = texts.map(
  (text, at): Note => ({
    id: `hn_${at}`,
    sessionId: session.id,
    stepId: 'hs_1',
    tableId: '',
    number: at + 1,
    text,
    speaker: '',
    heading: text.slice(0, 20),
    votes: at,
    district: '',
    ageBand: '',
    consent: 'public',
    submissionId: undefined,
    enteredAt: '2026-07-12T00:00:00.000Z',
    revision: 1,
  }),
)
const file: SessionFile = { session, steps, tables: [], notes, city: 'みほん市', isInvented: true }
const report: PublicReport = {
  session,
  steps,
  tables: [],
  votes: undefined,
  notes: notes.map(({ id, number, stepId, heading, votes, text }) => ({
    id,
    number: String(number),
    stepId,
    heading,
    votes,
    texts: [{ text, summary: '' }],
    planItemIds: [],
    reply: undefined,
  })),
}

test.each(Object.entries(badTexts))(
  '%s: kept as words, without control and half characters',
  (_name, text) => {
    const kept = cleanLetter(text)
    expect(kept).not.toMatch(/(?![\n\t])\p{Cc}/u)
    expect(kept.isWellFormed()).toBe(true)
    expect(newNoteForm.parse({ stepId: 'hs_0000000001', text }).text).toBe(kept)
    expect(lettersIn(text).join('').length).toBeGreaterThan(0)
    expect(proposeRedaction(kept).length).toBeGreaterThan(0)
  },
)

test('a table runs no formula, and every card stands in one line of it', () => {
  const csv = writeCsv(publicRows(report, new Map()))
  const cells = csv.split(/,|\r\n/).map((cell) => cell.replace(/^\uFEFF?"?/, ''))
  expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([])
})

test('the sheet opens again with the same words, none of them a formula', async () => {
  const bytes = await writeWorkbook([noteSheet(file)], { createdAt: new Date(0), title: '記録' })
  const read = await readWorkbook(bytes)
  if (read.problem !== undefined) throw new Error(read.problem)
  const values = read.sheets.flatMap(({ rows }) => rows.flat().map(({ value }) => value))
  expect(values.filter(({ kind }) => kind === 'problem')).toEqual([])
  const words = new Set(values.flatMap((value) => (value.kind === 'text' ? [value.text] : [])))
  expect(texts.filter((text) => !words.has(text))).toEqual([])
})

test('a letter that no cell can hold is cut with a remark, between whole letters', () => {
  expect(cellWords('短い声')).toBe('短い声')
  const cut = cellWords('𠮷'.repeat(longestLetter / 2))
  expect(cut.length).toBeLessThan(32_767)
  expect(cut.isWellFormed()).toBe(true)
  expect(cut).toMatch(/…（全200,000字。続きは画面で読めます）$/)
})

test('reports are written as Word and PDF whatever was typed', async () => {
  const names = { city: 'みほん市', isInvented: true, names: new Map<string, string>() }
  for (const document of [sessionReport(file), guideDocument(file), publicReportDocument(report, names)]) {
    expect((await writeDocument(document)).length).toBeGreaterThan(1000)
    expect((await documentPdf(document)).pages).toBeGreaterThan(0)
  }
}, 60_000)

test('a calendar has no line of somebody else', () => {
  const entry = {
    id: session.id,
    kind: '会',
    title: badTexts['line breaks'],
    firstDay: session.heldOn,
    lastDay: session.heldOn,
  }
  const rest = {
    startsAt: '',
    endsAt: '',
    place: 'a\nATTENDEE:x',
    howTo: 'b\r\nEND:VEVENT',
    href: '/x',
    isCancelled: false,
  }
  const events = participationEvents([{ ...entry, ...rest }], 'https://plan.example.jp')
  const text = writeCalendar({ name: '予定', host: 'plan.example.jp', stampedAt: new Date(0), events })
  expect(text.match(/^END:VEVENT/gm)).toHaveLength(1)
  expect(text).not.toMatch(/^ATTENDEE/m)
})

test('a letter of 200,000 characters is read in a moment; one more is refused', () => {
  const long = '0'.repeat(longestLetter)
  const began = performance.now()
  expect(letterField('声').parse(long)).toHaveLength(longestLetter)
  findPersonal(long)
  expect(performance.now() - began).toBeLessThan(5000)
  expect(letterField('声').safeParse(`${long}0`).success).toBe(false)
})

import { expect, test } from 'vitest'
import { sheetsAsRead } from '#src/features/plan/core/workbook/cases/sheets-as-read.ts'
import type { ReadSheet } from '#src/lib/table/table.ts'
import type { Context } from '#src/platform/context.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { seededRandom, wholeBelow } from '#test/statistics/random.ts'
import { tableText } from '../core/fields.ts'
import { sheetTemplates } from '../core/sheet-templates.ts'
import { isOpenAnswer, openFields } from '../core/sheets.ts'
import { choiceName, mergeBook } from '../core/workbook/merge-book.ts'
import { readUnitBook } from '../core/workbook/read-unit-book.ts'
import { unitBook } from '../core/workbook/write-unit-book.ts'
import { approveSheet, fillSheet, makeRound, sendRound } from '../store/commands.ts'
import { amendSheet, returnSheet } from '../store/commands-review.ts'
import { getSheet, listAnswerEntries, listSheets, listSubmissions } from '../store/queries.ts'
import { getUnitBook } from '../store/queries-books.ts'
import { takeInBooks } from './take-in-books.ts'

const unitId = 'ou_0000000001'
const key = '鍵'
const fields = ['desired-state', 'issues', 'target', 'rationale', 'more-indicators'].map((id) => {
  const field = sheetTemplates.target.find((one) => one.id === id)
  if (!field) throw new RangeError(id)
  return field
})
const ruling = { body: '策定委員会', decidedOn: '2026-04-20', reason: '決定による' }

/**
 * Whatever people do on screen and in workbooks, in any order and with files of any age: every value that was accepted is in
 * the history with exactly one author and one time, the present value is its last entry, and what was approved stays.
 */
onEveryDatabase((contextAs) => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('no accepted value is lost (seed %i)', async (seed) => {
    const random = seededRandom(seed)
    const pick = <One>(all: readonly One[]): One => all[wholeBelow(random, all.length)] as One
    const secretariat = contextAs('secretariat')
    let hour = 0
    /** Somebody else at another hour each time, so that author and time tell every step apart. */
    const at = (context: Context, id: string): Context => ({
      ...context,
      actor: { ...context.actor, id, unitId },
      now: new Date(Date.UTC(2026, 3, 1, ++hour)),
    })
    const roundId = await makeRound(secretariat, {
      title: '依頼',
      sheetType: 'target',
      usedFor: '素案',
      fields,
      dueOn: '2026-04-30',
      sheets: [
        { unitId, subjectId: undefined, subject: '健康', answers: { issues: '計画の課題' }, carried: [] },
      ],
    })
    await sendRound(secretariat, { roundId, revision: 1 })
    const [made] = await listSheets(secretariat, { roundId })
    const sheetId = made?.id ?? ''
    const accepted: { fieldId: string; value: string; writtenBy: string; writtenAt: string }[] = []
    const approved: string[] = []
    const books: ReadSheet[][] = []
    let count = 0

    const valueFor = (fieldId: string) => {
      count++
      if (random() < 0.1) return pick(['わからない', '事務局に相談'])
      if (fieldId === 'target') return String(count)
      return fieldId === 'more-indicators'
        ? tableText([[`指標${count}`, '', '', '', '', '']])
        : `答え${count}`
    }
    async function remember(
      context: Context,
      written: Record<string, string>,
      before: Record<string, string>,
    ) {
      for (const [fieldId, value] of Object.entries(written))
        if ((before[fieldId] ?? '') !== value)
          accepted.push({ fieldId, value, writtenBy: context.actor.id, writtenAt: context.now.toISOString() })
    }
    const now = async () => (await getSheet(secretariat, sheetId)).sheet

    async function onScreen() {
      const sheet = await now()
      const open = openFields(sheet, fields)
      if (open.length === 0) return
      const { id } = pick(open)
      const context = at(as('section-editor', secretariat), `editor-${hour}`)
      const answers = { [id]: valueFor(id) }
      await fillSheet(context, { sheetId, revision: sheet.revision, answers })
      await remember(context, answers, sheet.answers)
    }
    async function exported() {
      books.push(sheetsAsRead(unitBook(await getUnitBook(secretariat, { roundId, unitId, key }))))
    }
    async function fromWorkbook() {
      if (books.length === 0) return
      const sheet = await now()
      const { id, kind } = pick(fields)
      const row = `${sheetId}/${id}${kind === 'table' ? '#1' : ''}`
      const value = valueFor(id)
      const text = kind === 'table' && !isOpenAnswer(value) ? `表${count}` : value
      const file = pick(books).map((page) => ({
        ...page,
        rows: page.rows.map((cells) =>
          page.name !== '_meta' && cells[0]?.value.kind === 'text' && cells[0].value.text === row
            ? [
                ...cells.filter(({ column }) => column !== 4),
                { row: cells[0].row, column: 4, value: { kind: 'text' as const, text } },
              ]
            : cells,
        ),
      }))
      const book = readUnitBook(file)
      const { sheets, round, references, origin } = await getUnitBook(secretariat, { roundId, unitId, key })
      const known = { round, sheets, references, municipalityCode: origin.municipalityCode, key }
      const report = mergeBook(book, known)
      if (report.problem !== undefined) throw new Error(report.problem)
      const chosen = new Set(
        report.lines.filter(({ needsChoice }) => needsChoice && random() < 0.5).map(choiceName),
      )
      const context = at(as('section-editor', secretariat), `workbook-${hour}`)
      await takeInBooks(context, [{ name: 'a', book }], { roundId, key, chosen })
      const after = (await now()).answers
      const taken = report.lines.filter(
        (line) => line.value !== undefined && (!line.needsChoice || chosen.has(choiceName(line))),
      )
      for (const line of taken) expect(after[line.fieldId] ?? '').toBe(line.value)
      await remember(
        context,
        Object.fromEntries(taken.map((line) => [line.fieldId, line.value ?? ''])),
        sheet.answers,
      )
    }
    async function approve() {
      const sheet = await now()
      if (sheet.state !== 'sent' && sheet.state !== 'returned') return
      const missing = fields.filter((field) => field.isRequired && !sheet.answers[field.id])
      if (missing.length > 0) return
      await approveSheet(at(as('section-approver', secretariat), 'head'), {
        sheetId,
        revision: sheet.revision,
      })
      approved.push(JSON.stringify(sheet.answers))
    }
    async function review() {
      const sheet = await now()
      if (sheet.state !== 'answered') return
      const step = { ...ruling, sheetId, revision: sheet.revision }
      const { id } = pick(fields)
      if (random() < 0.5) {
        const remarks = [{ fieldId: id, kind: 'must-change' as const, text: '直してください' }]
        await returnSheet(at(secretariat, 'office'), { ...step, remarks, dueOn: '2026-05-30' })
        return
      }
      const context = at(secretariat, `amending-${hour}`)
      const answers = { [id]: valueFor(id) }
      if (answers[id] === (sheet.answers[id] ?? '')) return
      await amendSheet(context, { ...step, answers })
      await remember(context, answers, sheet.answers)
    }

    for (let step = 0; step < 40; step++)
      await pick([onScreen, onScreen, exported, fromWorkbook, fromWorkbook, approve, review])()

    const entries = await listAnswerEntries(secretariat, sheetId)
    for (const one of accepted)
      expect(
        entries.filter((entry) =>
          Object.entries(one).every(([name, value]) => entry[name as keyof typeof entry] === value),
        ),
      ).toHaveLength(1)
    expect(entries).toHaveLength(accepted.length + 1)
    expect(accepted.length).toBeGreaterThan(5)
    const { answers } = await now()
    for (const { id } of fields)
      expect(answers[id] ?? '').toBe(entries.findLast(({ fieldId }) => fieldId === id)?.value ?? '')
    const submissions = await listSubmissions(secretariat, sheetId)
    expect(submissions.map((one) => JSON.stringify(one.answers))).toEqual(approved)
  })
})

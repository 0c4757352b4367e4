import { expect, test } from 'vitest'
import type { Context } from '#src/platform/context.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { reviewerOf } from '#test/reviewer.ts'
import { sheetTemplates } from '../core/sheet-templates.ts'
import type { SheetType } from '../core/sheets.ts'
import { approveSheet, fillSheet, makeRound, sendRound } from './commands.ts'
import { addSlots, freeSlot, removeSlot, takeSlot } from './commands-hearings.ts'
import { acceptSheet, amendSheet, commentOnSheet, returnSheet } from './commands-review.ts'
import { addField, addTemplate, moveField, retireTemplate, saveField } from './commands-templates.ts'
import { getSheet, listAnswerEntries, listSheets, listSubmissions } from './queries.ts'
import { findSlotOf, listSlots } from './queries-hearings.ts'
import { getSheetStanding, listComments, listDecisions } from './queries-review.ts'
import { getTemplate, listTemplates } from './queries-templates.ts'

const own = 'ou_0000000001'
const other = 'ou_0000000002'
/** The measure the sheets are about is reviewed by itself. */
const field = { kind: 'policy' as const, subjectId: 'me_0000000001' }

onEveryDatabase((contextAs) => {
  const inUnit = (role: 'section-editor' | 'section-approver', unitId: string, context: Context): Context => {
    const acting = as(role, context)
    return { ...acting, actor: { ...acting.actor, unitId } }
  }
  const ruling = { body: '策定委員会', decidedOn: '2026-04-20', reason: '' }

  async function sent(context: Context, sheetType: Exclude<SheetType, 'own'>) {
    const asked = (unitId: string) => ({
      unitId,
      subjectId: 'me_0000000001',
      subject: '全体',
      answers: {},
      carried: [],
    })
    const roundId = await makeRound(context, {
      title: sheetType,
      sheetType,
      usedFor: '骨子案',
      fields: [...sheetTemplates[sheetType]],
      dueOn: '2026-04-30',
      sheets: [asked(own), asked(other)],
    })
    await sendRound(context, { roundId, revision: 1 })
    const [sheet] = await listSheets(context, { roundId, unitId: own })
    return { roundId, sheetId: sheet?.id ?? '' }
  }
  async function answered(context: Context) {
    const { sheetId } = await sent(context, 'situation')
    const head = inUnit('section-approver', own, context)
    await fillSheet(head, { sheetId, revision: 2, answers: { results: '3事業', priority: '健康' } })
    await approveSheet(head, { sheetId, revision: 3 })
    return { sheetId, head }
  }
  const comment = (sheetId: string, fieldId = 'results') => ({
    sheetId,
    fieldId,
    kind: 'must-change' as const,
    body: '第2専門部会',
    text: '件数を',
  })

  test('a subcommittee comments on a field; the section hears of it by the decision, and no stranger ever', async () => {
    const context = contextAs('secretariat')
    const { sheetId, head } = await answered(context)
    const reviewer = await reviewerOf(context, field)
    await expect(commentOnSheet(head, comment(sheetId))).rejects.toMatchObject({ kind: 'forbidden' })
    await commentOnSheet(reviewer, comment(sheetId))
    expect(await listComments(reviewer, sheetId)).toMatchObject([{ outcome: undefined, body: '第2専門部会' }])
    expect(await listComments(head, sheetId)).toEqual([])
    await returnSheet(context, { ...ruling, sheetId, revision: 4, remarks: [], dueOn: '2026-05-15' })
    expect((await getSheet(head, sheetId)).sheet.remarks).toMatchObject([
      { fieldId: 'results', text: '件数を（第2専門部会）' },
    ])
    expect(await listComments(head, sheetId)).toMatchObject([{ outcome: 'returned' }])
    expect(await listDecisions(head, sheetId)).toMatchObject([{ kind: 'returned', body: '策定委員会' }])
    const stranger = inUnit('section-editor', other, context)
    for (const asking of [listComments(stranger, sheetId), listDecisions(stranger, sheetId)])
      await expect(asking).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('an amendment says what was changed on whose decision, and the approved answer stays', async () => {
    const context = contextAs('secretariat')
    const { sheetId, head } = await answered(context)
    await commentOnSheet(await reviewerOf(context, field), comment(sheetId))
    const amending = { ...ruling, sheetId, revision: 4, answers: { results: '3事業、120件' } }
    await expect(amendSheet(context, amending)).rejects.toThrow('理由')
    await expect(amendSheet(head, { ...amending, reason: '件数を加えた' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await amendSheet(context, { ...amending, reason: '件数を加えた' })
    const { sheet } = await getSheet(head, sheetId)
    expect(sheet).toMatchObject({ state: 'answered', answers: { results: '3事業、120件' } })
    expect(await listDecisions(head, sheetId)).toMatchObject([
      { kind: 'amended', changes: [{ fieldId: 'results', before: '3事業', after: '3事業、120件' }] },
    ])
    expect((await listSubmissions(head, sheetId)).map(({ answers }) => answers['results'])).toEqual(['3事業'])
    expect((await listAnswerEntries(head, sheetId)).at(-1)).toMatchObject({
      way: 'amended',
      value: '3事業、120件',
    })
    expect(await listComments(head, sheetId)).toMatchObject([{ outcome: 'amended' }])
  })

  test('a comment that was not followed needs a word why before the sheet is accepted', async () => {
    const context = contextAs('secretariat')
    const { sheetId } = await answered(context)
    await commentOnSheet(await reviewerOf(context, field), comment(sheetId))
    const accepting = { ...ruling, sheetId, revision: 4 }
    await expect(acceptSheet(context, accepting)).rejects.toThrow('意見')
    expect((await getSheetStanding(context)).openComments).toContainEqual({
      subjectId: 'me_0000000001',
      sheetId,
      count: 1,
    })
    await acceptSheet(context, { ...accepting, reason: '件数は別の表にある' })
    const standing = await getSheetStanding(context)
    expect(standing.openComments.map((one) => one.sheetId)).not.toContain(sheetId)
    expect(standing.openSheets.map(({ id }) => id)).not.toContain(sheetId)
    expect(standing.acceptedSubjectIds).toContain('me_0000000001')
  })

  test('a slot is taken by one section, goes into the record, and becomes free again', async () => {
    const context = contextAs('secretariat')
    const { roundId, sheetId } = await sent(context, 'hearing')
    const form = { heldOn: '2026-05-20', startsAt: '13:00', endsAt: '14:00', minutes: 30, place: '会議室' }
    expect(await addSlots(context, { roundId, ...form })).toBe(2)
    expect(await addSlots(context, { roundId, ...form })).toBe(0)
    const [first, second] = await listSlots(context, roundId)
    const section = inUnit('section-editor', own, context)
    const stranger = inUnit('section-editor', other, context)
    const taking = { slotId: first?.id ?? '', revision: 1, sheetId }
    await expect(takeSlot(stranger, taking)).rejects.toMatchObject({ kind: 'not-found' })
    await takeSlot(section, taking)
    expect((await getSheet(section, sheetId)).sheet.answers['when']).toContain('13:00〜13:30')
    await expect(removeSlot(context, { slotId: taking.slotId, revision: 2 })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await takeSlot(section, { slotId: second?.id ?? '', revision: 1, sheetId })
    expect(await findSlotOf(section, sheetId)).toMatchObject({ startsAt: '13:30' })
    const [freed] = await listSlots(context, roundId)
    expect(freed?.sheetId).toBeUndefined()
    await freeSlot(section, { slotId: second?.id ?? '', revision: 2 })
    expect((await getSheet(section, sheetId)).sheet.answers['when']).toBe('')
    await expect(addSlots(section, { roundId, ...form })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('a template is copied, changed field by field and given up; presets and sections cannot', async () => {
    const context = contextAs('secretariat')
    const templateId = await addTemplate(context, { title: '写し', askedOf: 'unit', copiedId: 'situation' })
    const fieldId = await addField(context, { templateId, revision: 1, label: '面積', kind: 'number' })
    const form = {
      label: '延床面積',
      kind: 'number' as const,
      hint: '㎡',
      prefill: '',
      choices: [],
      columns: [],
      rows: '',
    }
    await saveField(context, { templateId, revision: 2, fieldId, form })
    await moveField(context, { templateId, revision: 3, fieldId, towards: 'up' })
    const { fields } = await getTemplate(context, templateId)
    expect(fields.at(-2)).toMatchObject({ id: fieldId, label: '延床面積', hint: '㎡' })
    await expect(
      moveField(context, { templateId, revision: 3, fieldId, towards: 'out' }),
    ).rejects.toMatchObject({
      kind: 'stale',
    })
    const presetMove = { templateId: 'target', revision: 0, fieldId: 'note', towards: 'out' as const }
    await expect(moveField(context, presetMove)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(listTemplates(inUnit('section-editor', own, context))).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await retireTemplate(context, { templateId, revision: 4 })
    expect((await listTemplates(context)).map(({ id }) => id)).not.toContain(templateId)
  })
})

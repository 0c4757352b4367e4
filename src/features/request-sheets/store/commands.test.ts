import { expect, test } from 'vitest'
import type { Context } from '#src/platform/context.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { sheetTemplates } from '../core/sheet-templates.ts'
import {
  approveSheet,
  attachFile,
  detachFile,
  fillSheet,
  makeRound,
  sendRound,
  takeInSheets,
} from './commands.ts'
import { acceptSheet, returnSheet } from './commands-review.ts'
import { getSheet, listAnswerEntries, listRounds, listSheets, listSubmissions } from './queries.ts'
import { countWaitingSheets } from './queries-waiting.ts'

const own = 'ou_0000000001'
const other = 'ou_0000000002'

onEveryDatabase((contextAs) => {
  const inUnit = (role: 'section-editor' | 'section-approver', unitId: string, context: Context): Context => {
    const acting = as(role, context)
    return { ...acting, actor: { ...acting.actor, unitId } }
  }
  const ruling = { body: '', decidedOn: '2026-04-01', reason: '' }
  const drawing = { id: 'drawing', label: '図面', kind: 'attachment' as const, isRequired: false }
  const fields = [...sheetTemplates.situation, drawing]
  const asked = (unitId: string) => ({
    unitId,
    subjectId: undefined,
    subject: '課の全体',
    answers: {},
    carried: [],
  })

  async function round(context: Context) {
    const roundId = await makeRound(context, {
      title: '調査票',
      sheetType: 'situation',
      usedFor: '骨子案',
      fields,
      dueOn: '2026-04-30',
      sheets: [asked(own), asked(own), asked(other)],
    })
    const [sheet] = (await listSheets(context, { roundId })).filter(({ unitId }) => unitId === own)
    return { roundId, sheetId: sheet?.id ?? '' }
  }
  async function sent(context: Context) {
    const made = await round(context)
    await sendRound(context, { roundId: made.roundId, revision: 1 })
    return made
  }
  const answers = { results: '3事業を行った', priority: '健康づくり' }
  async function answered(context: Context) {
    const made = await sent(context)
    await fillSheet(inUnit('section-editor', own, context), { sheetId: made.sheetId, revision: 2, answers })
    await approveSheet(inUnit('section-approver', own, context), { sheetId: made.sheetId, revision: 3 })
    return made
  }

  test('a section sees nothing of a round before it is sent, and then only its own sheets', async () => {
    const context = contextAs('secretariat')
    const section = inUnit('section-editor', own, context)
    const { roundId, sheetId } = await round(context)
    expect((await listRounds(section)).map(({ id }) => id)).not.toContain(roundId)
    await expect(getSheet(section, sheetId)).rejects.toMatchObject({ kind: 'not-found' })
    await sendRound(context, { roundId, revision: 1 })
    expect((await listSheets(section, { roundId })).map(({ unitId }) => unitId)).toEqual([own, own])
    expect(await listSheets(context, { roundId })).toHaveLength(3)
  })

  test('the sheet of another section is not found, nor written, nor approved by swapping ids', async () => {
    const context = contextAs('secretariat')
    const { sheetId } = await sent(context)
    for (const stranger of [
      inUnit('section-editor', other, context),
      inUnit('section-approver', other, context),
    ]) {
      await expect(getSheet(stranger, sheetId)).rejects.toMatchObject({ kind: 'not-found' })
      await expect(fillSheet(stranger, { sheetId, revision: 2, answers })).rejects.toMatchObject({
        kind: 'not-found',
      })
    }
    const head = inUnit('section-approver', other, context)
    await expect(approveSheet(head, { sheetId, revision: 2 })).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('a sheet is answered only after the head approved it, and the secretariat cannot approve', async () => {
    const context = contextAs('secretariat')
    const { sheetId } = await sent(context)
    await fillSheet(inUnit('section-editor', own, context), { sheetId, revision: 2, answers })
    await expect(approveSheet(context, { sheetId, revision: 3 })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(acceptSheet(context, { ...ruling, sheetId, revision: 3 })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await approveSheet(inUnit('section-approver', own, context), { sheetId, revision: 3 })
    expect((await getSheet(context, sheetId)).sheet.state).toBe('answered')
  })

  test('an empty required field stops the approval; not to know does not', async () => {
    const context = contextAs('secretariat')
    const { sheetId } = await sent(context)
    const head = inUnit('section-approver', own, context)
    await expect(approveSheet(head, { sheetId, revision: 2 })).rejects.toThrow('前期の施策・事業の実績')
    await fillSheet(head, {
      sheetId,
      revision: 2,
      answers: { results: 'わからない', priority: '事務局に相談' },
    })
    await approveSheet(head, { sheetId, revision: 3 })
    expect((await getSheet(context, sheetId)).sheet.state).toBe('answered')
  })

  test('a returned sheet opens the named fields only, and every answer given before is kept', async () => {
    const context = contextAs('secretariat')
    const { sheetId } = await answered(context)
    const remarks = [{ fieldId: 'results', kind: 'must-change' as const, text: '件数を書いてください' }]
    await returnSheet(context, { ...ruling, sheetId, revision: 4, remarks, dueOn: '2026-05-15' })
    const section = inUnit('section-editor', own, context)
    await expect(
      fillSheet(section, { sheetId, revision: 5, answers: { priority: '別のこと' } }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    await fillSheet(section, { sheetId, revision: 5, answers: { results: '3事業、120件' } })
    await approveSheet(inUnit('section-approver', own, context), { sheetId, revision: 6 })
    await acceptSheet(context, { ...ruling, sheetId, revision: 7 })
    expect((await getSheet(context, sheetId)).sheet).toMatchObject({ state: 'accepted', dueOn: '2026-05-15' })
    const kept = await listSubmissions(context, sheetId)
    expect(kept.map(({ number, answers: given }) => [number, given['results']])).toEqual([
      [1, '3事業を行った'],
      [2, '3事業、120件'],
    ])
  })

  test('a sheet is not returned without saying what is asked', async () => {
    const context = contextAs('secretariat')
    const { sheetId } = await answered(context)
    const remarks = [{ fieldId: 'results', kind: 'note' as const, text: '参考' }]
    await expect(
      returnSheet(context, { ...ruling, sheetId, revision: 4, remarks, dueOn: '2026-05-15' }),
    ).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('what somebody else saved meanwhile is not overwritten', async () => {
    const context = contextAs('secretariat')
    const { sheetId } = await sent(context)
    const section = inUnit('section-editor', own, context)
    await fillSheet(section, { sheetId, revision: 2, answers })
    await expect(fillSheet(section, { sheetId, revision: 2, answers })).rejects.toMatchObject({
      kind: 'stale',
    })
  })

  test('a workbook is taken in whole or not at all', async () => {
    const context = contextAs('secretariat')
    const { roundId } = await sent(context)
    const [first, second] = await listSheets(context, { roundId, unitId: own })
    const change = (sheetId: string, revision: number) => ({
      sheetId,
      revision,
      answers: { results: '取り込み' },
    })
    const taking = (changes: ReturnType<typeof change>[]) =>
      takeInSheets(context, { roundId, unitId: own, changes })
    const [strange] = await listSheets(context, { roundId, unitId: other })
    await expect(taking([change(first?.id ?? '', 2), change(second?.id ?? '', 1)])).rejects.toMatchObject({
      kind: 'stale',
    })
    await expect(taking([change(first?.id ?? '', 2), change(strange?.id ?? '', 2)])).rejects.toMatchObject({
      kind: 'not-found',
    })
    expect((await getSheet(context, first?.id ?? '')).sheet.answers).toEqual({})
    await taking([change(first?.id ?? '', 2)])
    expect(await listAnswerEntries(context, first?.id ?? '')).toMatchObject([
      { fieldId: 'results', value: '取り込み', way: 'workbook', writtenBy: 'secretariat', number: 3 },
    ])
  })

  test('waiting work is counted for each as it is theirs', async () => {
    const context = contextAs('secretariat')
    const before = await countWaitingSheets(context)
    await answered(context)
    expect(await countWaitingSheets(context)).toBe(before + 1)
    expect(await countWaitingSheets({ ...context, now: new Date('2026-05-01T01:00:00Z') })).toBeGreaterThan(
      before + 1,
    )
  })

  test('a file is attached only by its own step, to a field that takes files', async () => {
    const context = contextAs('secretariat')
    const { sheetId } = await sent(context)
    const section = inUnit('section-editor', own, context)
    const file = { fileId: 'fi_0000000001', name: '図面.pdf' }
    const forged = { sheetId, revision: 2, answers: { drawing: 'fi_0000000001 図面.pdf' } }
    await expect(fillSheet(section, forged)).rejects.toMatchObject({ kind: 'conflict' })
    const attaching = { sheetId, revision: 2, fieldId: 'results', file }
    await expect(attachFile(section, attaching)).rejects.toMatchObject({ kind: 'conflict' })
    await attachFile(section, { ...attaching, fieldId: 'drawing' })
    expect((await getSheet(section, sheetId)).sheet.answers['drawing']).toBe('fi_0000000001 図面.pdf')
    await detachFile(section, { ...attaching, revision: 3, fieldId: 'drawing' })
    expect((await getSheet(section, sheetId)).sheet.answers['drawing']).toBe('')
  })

  test('every value has one author and one time, from the prefilled one on', async () => {
    const context = contextAs('secretariat')
    const roundId = await makeRound(context, {
      title: '調査票',
      sheetType: 'situation',
      usedFor: '骨子案',
      fields,
      dueOn: '2026-04-30',
      sheets: [{ ...asked(own), answers: { results: '計画から', causes: '前回から' }, carried: ['causes'] }],
    })
    await sendRound(context, { roundId, revision: 1 })
    const [sheet] = await listSheets(context, { roundId })
    const sheetId = sheet?.id ?? ''
    const section = inUnit('section-editor', own, context)
    await fillSheet(section, { sheetId, revision: 2, answers: { results: '直した', causes: '前回から' } })
    const entries = await listAnswerEntries(section, sheetId)
    expect(entries.map(({ fieldId, value, way, role }) => [fieldId, value, way, role])).toEqual([
      ['causes', '前回から', 'carried', 'secretariat'],
      ['results', '計画から', 'prefilled', 'secretariat'],
      ['results', '直した', 'screen', 'section-editor'],
    ])
    await expect(listAnswerEntries(inUnit('section-editor', other, context), sheetId)).rejects.toMatchObject({
      kind: 'not-found',
    })
  })
})

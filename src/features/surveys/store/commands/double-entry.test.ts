import { expect, test } from 'vitest'
import type { Context } from '#src/platform/context.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { sampleQuestionnaire } from '../../sample/sample-questionnaire.ts'
import { collectingTables } from '../collecting-tables.ts'
import { countWaiting } from '../queries.ts'
import { getEntries, listSheets } from '../sheets.ts'
import { keyInAnswer } from './answers.ts'
import { chooseEntryWay, decideSheet, dropSheet, keyInFirst, keyInSecond } from './double-entry.ts'
import { editQuestionnaire } from './questionnaires.ts'
import { addSurvey, closeSurvey, openSurvey } from './surveys.ts'

const secret = 'kept outside'
const by = (id: string, context: Context): Context => ({ ...context, actor: { id, roles: ['entry-clerk'] } })
const passOf = (cells: Record<string, string>) => ({ code: '', stratum: '', receivedOn: '2026-04-01', cells })

async function opened(context: Context) {
  const surveyId = await addSurvey(context, {
    title: '調査',
    introduction: '',
    universe: '',
    startsOn: '2026-03-01',
    endsOn: '2026-04-30',
    designKind: 'simple',
    strata: '',
  })
  const questionnaire = sampleQuestionnaire([{ id: 'me_aaaaaaaaaa', title: '道路' }])
  await editQuestionnaire(context, { surveyId, revision: 1, change: () => questionnaire })
  await openSurvey(context, { surveyId })
  await chooseEntryWay(context, { surveyId, way: 'double' })
  const sheet = (number: string, cells: Record<string, string>) => ({
    surveyId,
    secret,
    number,
    version: 1,
    pass: passOf(cells),
  })
  return { surveyId, sheet }
}

onEveryDatabase((contextAs) => {
  test('two people who key in the same: the answer is taken once, and nothing of the sheet stays', async () => {
    const context = contextAs('secretariat')
    const { surveyId, sheet } = await opened(context)
    await keyInFirst(by('a', context), sheet('1', { q1: '2' }))
    const row = await collectingTables(context).selectFrom('surveySheets').selectAll().executeTakeFirst()
    expect(Object.keys(row ?? {}).sort()).toEqual(['firstBy', 'number', 'sealed', 'secondBy', 'surveyId'])
    expect(await countWaiting(context, surveyId)).toBe(0)
    await expect(keyInSecond(by('a', context), sheet('1', { q1: '2' }))).rejects.toThrow('別の人')
    expect(await keyInSecond(by('b', context), sheet('1', { q1: '2' }))).toBe('received')
    expect(await countWaiting(context, surveyId)).toBe(1)
    expect(await listSheets(context, surveyId)).toEqual([])
    const again = keyInFirst(by('a', context), sheet('1', { q1: '2' }))
    await expect(again).rejects.toThrow('すでに入力してあります')
    expect((await getEntries(context, surveyId)).counts).toMatchObject({ sheets: 1, differing: 0, wrong: 0 })
  })

  test('what differs waits for a third person; both errors are counted', async () => {
    const context = contextAs('secretariat')
    const { surveyId, sheet } = await opened(context)
    await keyInFirst(by('a', context), sheet('7', { q1: '2', q2: '3' }))
    const undecided = decideSheet(by('c', context), sheet('7', { q1: '2' }))
    await expect(undecided).rejects.toThrow('まだ2回目')
    expect(await keyInSecond(by('b', context), sheet('7', { q1: '1', q2: '4' }))).toBe('differs')
    await expect(keyInSecond(by('c', context), sheet('7', { q1: '1' }))).rejects.toThrow('済んでいます')
    for (const own of ['a', 'b'])
      await expect(decideSheet(by(own, context), sheet('7', { q1: '2' }))).rejects.toThrow('自分が入力した')
    expect(await decideSheet(by('c', context), sheet('7', { q1: '2', q2: '5' }))).toBe('received')
    const { counts, doneNumbers } = await getEntries(context, surveyId)
    expect(counts).toMatchObject({ sheets: 1, differing: 2, wrong: 3 })
    expect(doneNumbers).toEqual(['7'])
    expect(await countWaiting(context, surveyId)).toBe(1)
  })

  test('a survey with waiting sheets cannot be closed, and is keyed in no other way meanwhile', async () => {
    const context = contextAs('secretariat')
    const { surveyId, sheet } = await opened(context)
    await keyInFirst(by('a', context), sheet('1', { q1: '2' }))
    const late = { ...context, now: new Date('2026-05-02T12:00:00+09:00') }
    await expect(closeSurvey(late, { surveyId, secret })).rejects.toThrow('待つ用紙が1枚')
    await expect(chooseEntryWay(context, { surveyId, way: 'single' })).rejects.toThrow('戻せません')
    const answer = { version: 1, cells: { q1: '1' }, texts: [], receipt: 'R' }
    const single = { surveyId, secret, code: undefined, stratum: '', receivedOn: '2026-04-01', answer }
    await expect(keyInAnswer(context, single)).rejects.toThrow('2回の入力にしてあります')
    await expect(dropSheet(as('member', context), { surveyId, number: '1' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await dropSheet(context, { surveyId, number: '1' })
    await expect(dropSheet(context, { surveyId, number: '1' })).rejects.toMatchObject({ kind: 'not-found' })
    await closeSurvey(late, { surveyId, secret })
  })
})

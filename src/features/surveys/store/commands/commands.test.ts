import { expect, test } from 'vitest'
import { as, onEveryDatabase } from '#test/context.ts'
import {
  answerOf,
  content,
  drawnSurvey,
  onDay,
  openedSurvey,
  questionnaire,
  secret,
} from '#test/opened-survey.ts'
import { asNobody, findAnswerDraft } from '../access.ts'
import {
  countInvitations,
  countWaiting,
  getQuestionnaire,
  getSurvey,
  listAnswers,
  listFreeTexts,
  listTallies,
} from '../queries.ts'
import { admissionOf, importAnswers, keepAnswerDraft, keyInAnswer, receiveAnswer } from './answers.ts'
import { purgeInvitations, renewCodes } from './invitations.ts'
import { beginNewVersion, editQuestionnaire } from './questionnaires.ts'
import { addSurvey, changeSurvey, closeSurvey, endPeriodNow, openSurvey } from './surveys.ts'

onEveryDatabase((contextAs) => {
  test('an unfinished questionnaire cannot be opened, a finished one is frozen', async () => {
    const context = contextAs('secretariat')
    const surveyId = await addSurvey(context, content)
    await expect(openSurvey(context, { surveyId })).rejects.toThrow('設問がありません')
    await editQuestionnaire(context, { surveyId, revision: 1, change: () => questionnaire })
    await openSurvey(context, { surveyId })
    const { revision } = await getQuestionnaire(context, surveyId)
    const edit = { surveyId, revision, change: () => questionnaire }
    await expect(editQuestionnaire(context, edit)).rejects.toThrow('新しい版をつくってください')
    await beginNewVersion(context, { surveyId })
    expect(await getQuestionnaire(context, surveyId)).toMatchObject({ version: 2, publishedAt: undefined })
  })

  test('who saves second is told so, and nothing is overwritten', async () => {
    const context = contextAs('secretariat')
    const { surveyId } = await drawnSurvey(context)
    const { revision } = await getSurvey(context, surveyId)
    await changeSurvey(context, { surveyId, revision, content: { ...content, title: '先' } })
    const second = changeSurvey(context, { surveyId, revision, content: { ...content, title: '後' } })
    await expect(second).rejects.toMatchObject({ kind: 'stale' })
    expect(await getSurvey(context, surveyId)).toMatchObject({ title: '先' })
    const edit = { surveyId, revision: 1, change: () => questionnaire }
    await expect(editQuestionnaire(context, edit)).rejects.toMatchObject({ kind: 'stale' })
  })

  test('strata stay as they are once a sample is drawn', async () => {
    const context = contextAs('secretariat')
    const { surveyId } = await drawnSurvey(context)
    const { revision } = await getSurvey(context, surveyId)
    const change = { ...content, strata: '地区,人口\n北,1' }
    await expect(changeSurvey(context, { surveyId, revision, content: change })).rejects.toThrow(
      '変えられません',
    )
  })

  test('new codes make the old ones useless, and come no more once the survey is open', async () => {
    const context = contextAs('secretariat')
    const { surveyId, access } = await drawnSurvey(context)
    await renewCodes(context, { surveyId, secret })
    await openSurvey(context, { surveyId })
    expect(await admissionOf(context, access[0] ?? { surveyId, secret, code: '' })).toBe('unknown')
    await expect(renewCodes(context, { surveyId, secret })).rejects.toThrow('出し直せません')
    expect(await countInvitations(context, surveyId)).toEqual([{ stratum: '北', sent: 30, done: 0 }])
  })

  test('one answer a code, whichever way it comes; what comes later is counted and kept out', async () => {
    const context = contextAs('secretariat')
    const { surveyId, access } = await openedSurvey(context)
    const [first] = access
    if (!first) throw new Error('no code')
    const answer = answerOf({ q1: '1' })
    expect(await receiveAnswer(asNobody(context), { surveyId, access: first, answer })).toBe('open')
    expect(await receiveAnswer(asNobody(context), { surveyId, access: first, answer })).toBe('done')
    const keyed = { surveyId, secret, code: first.code, stratum: '', receivedOn: '2026-04-01', answer }
    expect(await keyInAnswer(context, keyed)).toBe('done')
    expect(await countWaiting(context, surveyId)).toBe(1)
    expect((await listTallies(context, surveyId)).map(({ mode, count }) => [mode, count]).sort()).toEqual([
      ['kept-out', 1],
      ['kept-out', 1],
      ['web', 1],
    ])
  })

  test('two at the same moment with one code: one answer', async () => {
    const context = contextAs('secretariat')
    const { surveyId, access } = await openedSurvey(context)
    const [first] = access
    if (!first) throw new Error('no code')
    const send = () =>
      receiveAnswer(asNobody(context), { surveyId, access: first, answer: answerOf({ q1: '1' }) })
    expect((await Promise.all([send(), send(), send()])).sort()).toEqual(['done', 'done', 'open'])
    expect(await countWaiting(context, surveyId)).toBe(1)
  })

  test('answers of a stratum are moved when twenty are together, and not before', async () => {
    const context = contextAs('secretariat')
    const { surveyId, access } = await openedSurvey(context)
    for (const one of access.slice(0, 19))
      await receiveAnswer(asNobody(context), {
        surveyId,
        access: one,
        answer: answerOf({ q1: '1', q7: '意見' }),
      })
    expect([await countWaiting(context, surveyId), (await listAnswers(context, surveyId)).length]).toEqual([
      19, 0,
    ])
    const [last] = access.slice(19)
    if (!last) throw new Error('no code')
    await receiveAnswer(asNobody(context), { surveyId, access: last, answer: answerOf({ q1: '2' }) })
    expect([await countWaiting(context, surveyId), (await listAnswers(context, surveyId)).length]).toEqual([
      0, 20,
    ])
    expect(await listFreeTexts(context, { surveyId, words: '意' })).toHaveLength(19)
  })

  test('a draft is found with its code on any device, and is gone with the close', async () => {
    const context = contextAs('secretariat')
    const { surveyId, access } = await openedSurvey(context)
    const [first, second] = access
    if (!first || !second) throw new Error('no code')
    const draft = { version: 1, cells: { q1: '3' }, receipt: 'R', once: 'x' }
    expect(await keepAnswerDraft(asNobody(context), first, draft)).toBe('open')
    expect(await findAnswerDraft(context, first)).toEqual(draft)
    expect(await findAnswerDraft(context, second)).toBeUndefined()
    expect(await findAnswerDraft(context, { ...first, secret: 'another' })).toBeUndefined()
    await closeSurvey(onDay(context, '2026-05-02'), { surveyId, secret })
    expect(await findAnswerDraft(context, first)).toBeUndefined()
  })

  test('after the end only who had begun may send, for sixty minutes', async () => {
    const context = contextAs('secretariat')
    const { surveyId, access } = await openedSurvey(context)
    const [begun, fresh] = access
    if (!begun || !fresh) throw new Error('no code')
    await keepAnswerDraft(asNobody(context), begun, { version: 1, cells: {}, receipt: 'R', once: '' })
    await endPeriodNow(context, { surveyId })
    const after = (minutes: number) => ({
      ...context,
      now: new Date(context.now.getTime() + minutes * 60_000),
    })
    expect(await admissionOf(after(59), begun)).toBe('open')
    expect(await admissionOf(after(59), fresh)).toBe('over')
    expect(await admissionOf(after(60), begun)).toBe('over')
    await expect(closeSurvey(after(59), { surveyId, secret })).rejects.toThrow('60分たつまで')
    await closeSurvey(after(60), { surveyId, secret })
    await expect(closeSurvey(after(61), { surveyId, secret })).rejects.toThrow('実施中の調査ではありません')
  })

  test('a clock that jumps back does not take an answer before the first day', async () => {
    const context = contextAs('secretariat')
    const { access } = await openedSurvey(context)
    const [first] = access
    if (!first) throw new Error('no code')
    expect(await admissionOf(onDay(context, '2026-02-27'), first)).toBe('not-yet')
  })

  test('a file is taken once; with another key of the installation the inbox stays shut and nothing is lost', async () => {
    const context = contextAs('secretariat')
    const { surveyId } = await openedSurvey(context)
    const answers = [{ ...answerOf({ q1: '1' }), code: undefined, stratum: '北', receivedOn: '2026-04-01' }]
    const input = { surveyId, secret, fileHash: 'h', answers }
    expect(await importAnswers(context, input)).toEqual({ taken: 1, keptOut: 0, again: 0 })
    await expect(importAnswers(context, input)).rejects.toThrow('すでに取り込んであります（1件）')
    const closing = onDay(context, '2026-05-02')
    await expect(closeSurvey(closing, { surveyId, secret: 'lost' })).rejects.toThrow('鍵')
    expect(await countWaiting(context, surveyId)).toBe(1)
    await closeSurvey(closing, { surveyId, secret })
    expect(await listAnswers(context, surveyId)).toHaveLength(1)
  })

  test('the list of invitations is purged after the close only, with a record of how many there were', async () => {
    const context = contextAs('secretariat')
    const { surveyId } = await openedSurvey(context)
    await expect(purgeInvitations(context, { surveyId })).rejects.toThrow('締め切る前')
    const closing = onDay(context, '2026-05-02')
    await closeSurvey(closing, { surveyId, secret })
    await purgeInvitations(closing, { surveyId })
    expect(await countInvitations(context, surveyId)).toEqual([])
    const survey = await getSurvey(context, surveyId)
    expect(survey.sampling?.sizes).toEqual([{ stratum: '北', frame: 30, drawn: 30 }])
    await expect(purgeInvitations(closing, { surveyId })).rejects.toThrow('すでに消してあります')
  })

  test('who may not, may not', async () => {
    const context = contextAs('secretariat')
    const { surveyId } = await openedSurvey(context)
    const forbidden = { kind: 'forbidden' }
    await expect(addSurvey(as('member', context), content)).rejects.toMatchObject(forbidden)
    await expect(openSurvey(as('section-editor', context), { surveyId })).rejects.toMatchObject(forbidden)
    await expect(closeSurvey(as('entry-clerk', context), { surveyId, secret })).rejects.toMatchObject(
      forbidden,
    )
    await expect(listAnswers(as('entry-clerk', context), surveyId)).rejects.toMatchObject(forbidden)
    await expect(listFreeTexts(as('member', context), { surveyId })).rejects.toMatchObject(forbidden)
    await expect(getSurvey(as('public', context), surveyId)).rejects.toMatchObject(forbidden)
  })
})

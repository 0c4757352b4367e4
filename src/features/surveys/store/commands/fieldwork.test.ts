import { expect, test } from 'vitest'
import { onEveryDatabase } from '#test/context.ts'
import { answerOf, openedSurvey, secret } from '#test/opened-survey.ts'
import { asNobody } from '../access.ts'
import { listReceipts, listTallies } from '../queries.ts'
import { keyInAnswer, receiveAnswer } from './answers.ts'
import { countReturned } from './fieldwork.ts'

onEveryDatabase((contextAs) => {
  test('the same form sent twice is one answer; a form left open while paper came is kept out and counted', async () => {
    const context = contextAs('secretariat')
    const { surveyId, access } = await openedSurvey(context)
    const [first, other] = access
    if (!first || !other) throw new Error('no code')
    const answer = answerOf({ q1: '1' })
    const send = (one: typeof first, once: string) =>
      receiveAnswer(asNobody(context), { surveyId, access: one, answer, once })
    expect([await send(first, 'form'), await send(first, 'form'), await send(first, 'another')]).toEqual([
      'open',
      'open',
      'done',
    ])
    const keyed = { surveyId, secret, code: other.code, stratum: '', receivedOn: '2026-04-01', answer }
    expect(await keyInAnswer(context, keyed)).toBe('received')
    expect(await send(other, 'open since yesterday')).toBe('done')
    const receipts = await listReceipts(context, surveyId)
    expect(receipts.map(({ mode, count }) => `${mode} ${count}`).sort()).toEqual([
      'kept-out-web 2',
      'paper 1',
      'web 1',
    ])
  })

  test('letters that came back are counted and corrected, never below none', async () => {
    const context = contextAs('secretariat')
    const { surveyId } = await openedSurvey(context)
    await countReturned(context, { surveyId, kind: 'undeliverable', count: 5 })
    await countReturned(context, { surveyId, kind: 'undeliverable', count: -2 })
    const below = countReturned(context, { surveyId, kind: 'undeliverable', count: -4 })
    await expect(below).rejects.toThrow('いまの数（3）')
    expect(await listTallies(context, surveyId)).toEqual([])
    expect(await listReceipts(context, surveyId)).toMatchObject([{ mode: 'undeliverable', count: 3 }])
  })
})

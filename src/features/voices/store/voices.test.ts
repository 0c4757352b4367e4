import { expect, test } from 'vitest'
import { as, onEveryDatabase } from '#test/context.ts'
import type { SubmissionContent } from '../core/submission.ts'
import { redactOpinion, releaseOpinion, withdrawSubmission } from './commands/disclosure.ts'
import { addCode, addIssue, gatherIssue } from './commands/frame.ts'
import { confirmGroup, leaveGroup } from './commands/groups.ts'
import { importVoices, receiveVoice, takeInVoice } from './commands/intake.ts'
import { joinOpinions, sortOpinion, splitOpinion } from './commands/sorting.ts'
import { takeOverSurveyTexts } from './commands/survey-texts.ts'
import { listHeardAbout } from './queries/about-items.ts'
import { listIssues, listVoiceGroups } from './queries/sorting.ts'
import { findTraced, listReleased } from './queries/trace.ts'
import { countHeardLines, getOpinion, listHeard, listHistory, listOpinionsOf } from './queries/voices.ts'

const letter = 'バスを増やしてください。\n学童が足りません。街灯も暗いです。'
const content: SubmissionContent = {
  original: letter,
  channel: 'request',
  sessionLabel: '',
  receivedOn: '2026-03-30',
  method: 'post',
  district: '谷和原',
  ageBand: '40代',
  group: '',
  frame: 'open-call',
  consent: 'public',
}

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const publisher = as('publisher', context)

  async function taken(changes: Partial<SubmissionContent> = {}) {
    const { submissionId, receiptNumber } = await takeInVoice(context, {
      content: { ...content, ...changes },
    })
    const [opinion] = await listOpinionsOf(context, submissionId)
    if (!opinion) throw new Error('one opinion')
    return { submissionId, receiptNumber, opinion }
  }

  test('a voice is one opinion at first; what says nothing is kept as such', async () => {
    const { opinion } = await taken()
    expect(opinion).toMatchObject({ verbatim: letter, kind: 'opinion', number: 1, disclosure: 'undecided' })
    expect((await taken({ original: '特になし' })).opinion.kind).toBe('none')
  })

  test('splitting loses no word and can be read back in the history; joining undoes it', async () => {
    const { submissionId, opinion } = await taken()
    await splitOpinion(context, {
      opinionId: opinion.id,
      revision: 1,
      starts: [letter.indexOf('学童'), letter.indexOf('街灯')],
    })
    const parts = await listOpinionsOf(context, submissionId)
    expect(parts.map(({ number, verbatim }) => [number, verbatim])).toEqual([
      [1, 'バスを増やしてください。'],
      [2, '学童が足りません。'],
      [3, '街灯も暗いです。'],
    ])
    expect(parts[0]?.id).toBe(opinion.id)
    expect(await listHistory(context, submissionId)).toMatchObject([
      { what: '3件に分けました', before: letter },
    ])
    await joinOpinions(context, { submissionId, opinionIds: parts.map(({ id }) => id) })
    expect(await listOpinionsOf(context, submissionId)).toMatchObject([
      { id: opinion.id, verbatim: letter, number: 1 },
    ])
  })

  test('two people sorting at once: the second is told', async () => {
    const { opinion } = await taken()
    const sorting = {
      opinionId: opinion.id,
      revision: 1,
      kind: 'request' as const,
      kindReason: '',
      summary: '',
      codeIds: [],
    }
    await sortOpinion(context, sorting)
    await expect(sortOpinion(context, sorting)).rejects.toMatchObject({ kind: 'stale' })
    await expect(sortOpinion(context, { ...sorting, revision: 2, kind: 'offtopic' })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  test('the public sees what one masked and another released, never the verbatim', async () => {
    const { opinion } = await taken({ original: '見本太郎さんの家の前が暗い。' })
    const redacted = '■■（個人情報）の家の前が暗い。'
    const asPublic = as('public', context)
    expect(await listReleased(asPublic, [opinion.id])).toEqual([])
    await expect(
      releaseOpinion(publisher, { opinionId: opinion.id, revision: 1, disclosure: 'public', reason: '' }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    await redactOpinion(context, { opinionId: opinion.id, revision: 1, redacted })
    const release = { opinionId: opinion.id, revision: 2, disclosure: 'public' as const, reason: '' }
    await expect(releaseOpinion(context, release)).rejects.toMatchObject({ kind: 'forbidden' })
    await releaseOpinion(publisher, release)
    expect(await listReleased(asPublic, [opinion.id])).toEqual([
      { id: opinion.id, text: redacted, summary: '' },
    ])
    await redactOpinion(context, { opinionId: opinion.id, revision: 3, redacted: '家の前が暗い。' })
    expect(await listReleased(asPublic, [opinion.id])).toEqual([])
  })

  test('masking adds no words, and a voice for inside stays inside', async () => {
    const { opinion } = await taken({ consent: 'internal' })
    await expect(
      redactOpinion(context, { opinionId: opinion.id, revision: 1, redacted: 'バスを減らしてください。' }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    await redactOpinion(context, { opinionId: opinion.id, revision: 1, redacted: letter })
    await expect(
      releaseOpinion(publisher, { opinionId: opinion.id, revision: 2, disclosure: 'public', reason: '' }),
    ).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('a submission sent twice is one, and somebody else cannot take its id', async () => {
    const received = {
      submissionId: 'su_sendtwice0',
      content,
      sessionRef: '',
      aboutRef: '',
      lateReason: '',
      heldReason: '',
      contactsUntil: '2099-03-31',
    }
    const asPublic = as('public', context)
    const first = await receiveVoice(asPublic, received)
    expect(await receiveVoice(asPublic, received)).toEqual(first)
    await expect(
      receiveVoice(asPublic, { ...received, content: { ...content, original: '別の文' } }),
    ).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('a withdrawn submission is in no list, but its number answers', async () => {
    const { submissionId, receiptNumber } = await taken({ original: '取り下げる声です' })
    await withdrawSubmission(context, { submissionId, revision: 1 })
    expect(await countHeardLines(context, { words: '取り下げる声' })).toBe(0)
    expect(await findTraced(as('public', context), receiptNumber)).toMatchObject({
      withdrawnAt: context.now.toISOString(),
    })
  })

  test('lists are narrowed by words in any spelling, and marks of searching are only signs', async () => {
    await taken({ original: '子供のプールを直して', district: '伊奈' })
    const found = await listHeard(context, { words: 'こども　ﾌﾟｰﾙ' })
    expect(found.map(({ verbatim }) => verbatim)).toEqual(['子供のプールを直して'])
    expect(await countHeardLines(context, { words: "%' or 1=1 --" })).toBe(0)
    expect(await listHeard(context, { words: 'こども', district: '谷和原' })).toEqual([])
  })

  test('an issue counts what was put under it; members get counts and no words', async () => {
    const { opinion } = await taken({ original: '学童の定員を増やしてほしい' })
    const codeId = await addCode(context, { label: '学童', planItemId: '' })
    await sortOpinion(context, {
      opinionId: opinion.id,
      revision: 1,
      kind: 'request',
      kindReason: '',
      summary: '',
      codeIds: [codeId],
    })
    const issueId = await addIssue(context, { title: '学童の待機', text: '', planItemId: '' })
    expect(await gatherIssue(context, { issueId, codeId })).toBe(1)
    expect(await gatherIssue(context, { issueId, codeId })).toBe(0)
    const [seen] = await listIssues(as('member', context))
    expect(seen?.heard).toHaveLength(1)
    expect(JSON.stringify(seen)).not.toContain('定員')
  })

  test('what was heard about a measure: counts at once, words only when one masked and another released', async () => {
    const itemId = 'me_0000000777'
    const codeId = await addCode(context, { label: '通学路の灯り', planItemId: itemId })
    const { opinion } = await taken({ original: '見本太郎の家の前の通学路が暗い' })
    const sorting = { kind: 'request' as const, kindReason: '', summary: '', codeIds: [codeId] }
    await sortOpinion(context, { opinionId: opinion.id, revision: 1, ...sorting })
    const heard = () => listHeardAbout(as('public', context), itemId)
    expect(await heard()).toMatchObject([{ opinionId: opinion.id, channel: 'request', released: '' }])
    await redactOpinion(context, { opinionId: opinion.id, revision: 2, redacted: '■■の家の前の通学路が暗い' })
    await releaseOpinion(publisher, { opinionId: opinion.id, revision: 3, disclosure: 'public', reason: '' })
    expect(await heard()).toMatchObject([{ released: '■■の家の前の通学路が暗い' }])
    expect(JSON.stringify(await heard())).not.toContain('見本太郎')
    await withdrawSubmission(context, { submissionId: opinion.submissionId, revision: 1 })
    expect(await heard()).toEqual([])
  })

  test('a confirmed group holds until a hand takes one out', async () => {
    const [one, two] = [await taken({ original: '同じ文' }), await taken({ original: '同じ文。' })]
    const opinionIds = [one.opinion.id, two.opinion.id]
    const groupId = await confirmGroup(context, {
      kind: 'wording',
      label: '同じ文',
      reason: '文が同じです。',
      opinionIds,
    })
    expect(await getOpinion(context, one.opinion.id)).toMatchObject({ wordingId: groupId })
    await leaveGroup(context, { opinionId: one.opinion.id, kind: 'wording' })
    expect((await getOpinion(context, one.opinion.id)).wordingId).toBeUndefined()
    await expect(
      confirmGroup(context, {
        kind: 'wording',
        label: '',
        reason: '',
        opinionIds: ['op_nothing000', one.opinion.id],
      }),
    ).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('a topic keeps the representatives it was confirmed with, whatever is confirmed later', async () => {
    const [one, two, three] = [await taken(), await taken(), await taken()]
    const ids = [one, two, three].map(({ opinion }) => opinion.id)
    const topic = { kind: 'topic' as const, label: '学童', reason: '同じ語：学童' }
    const representatives = {
      middleId: ids[1] ?? '',
      edgeIds: [ids[0] ?? ''],
      madeWith: 'voices-1、種 shirube',
    }
    const groupId = await confirmGroup(context, { ...topic, opinionIds: ids, representatives })
    await confirmGroup(context, { ...topic, label: '別', opinionIds: ids.slice(1) })
    const kept = (await listVoiceGroups(context)).find(({ id }) => id === groupId)
    expect(kept).toMatchObject({ members: 1, representatives })
  })

  test('raw words are not for viewers, members, clerks or the public', async () => {
    const { opinion } = await taken()
    for (const role of ['viewer', 'member', 'entry-clerk', 'public', 'privacy-officer'] as const) {
      await expect(listHeard(as(role, context))).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(getOpinion(as(role, context), opinion.id)).rejects.toMatchObject({ kind: 'forbidden' })
    }
  })

  test('free texts of a survey come once, under the question and nothing else of the answer', async () => {
    const texts = [{ text: '公園に日陰を', district: '伊奈' }]
    const ends = { endsOn: '2026-03-31', channel: 'survey', frame: 'sampled' } as const
    const survey = { surveyId: 'sv_0000000001', column: 'q12', label: '調査 q12', texts, ...ends }
    expect(await takeOverSurveyTexts(context, { survey })).toBe(1)
    expect(await takeOverSurveyTexts(context, { survey })).toBe(0)
    const [heard] = await listHeard(context, { sessionRef: 'sv_0000000001#q12' })
    expect(heard).toMatchObject({ channel: 'survey', receivedOn: '2026-03-31', personId: undefined })
    const editor = as('section-editor', context)
    await expect(takeOverSurveyTexts(editor, { survey })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('an import that nobody rehearsed is refused', async () => {
    const text = '声,経路,受けた日\n道,要望,2026-03-01'
    await expect(importVoices(context, { text, seen: 'x' })).rejects.toMatchObject({ kind: 'stale' })
  })
})

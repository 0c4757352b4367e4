import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { redactOpinion, releaseOpinion } from '#src/features/voices/store/commands/disclosure.ts'
import { confirmGroup } from '#src/features/voices/store/commands/groups.ts'
import { checkTranscript } from '#src/features/voices/store/commands/transcripts.ts'
import { findTraced } from '#src/features/voices/store/queries/trace.ts'
import { findWordings } from '#src/lib/text/wording/group-wordings.ts'
import type { Context } from '#src/platform/context.ts'
import { sealer, sheetOf, townWithPlan } from '#test/comment-case.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { sharedJson } from '#test/shared-file.ts'
import type { ReplyContent } from '../core/classes.ts'
import { sumProblems } from '../core/result.ts'
import { addCase, openCase, takeInComment } from './commands/cases.ts'
import { approveReply, draftReply } from './commands/replies.ts'
import { publishResult } from './commands/result.ts'
import { listOpenComments } from './queries/answered.ts'
import { getPublicCase } from './queries/cases.ts'
import { listContradictions } from './queries/contradictions.ts'
import { listPlaces } from './queries/places.ts'
import { listComments } from './queries/replies.ts'
import { draftResult } from './queries/result.ts'

/** 44 rows of seven cities, in the words of the data file (facts; the cities and pages are named there). */
const file = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      opinion: z.string(),
      reply: z.string().nullish(),
      outcome: z.string().nullish(),
      category_implied: z.string().nullish(),
    }),
  ),
})
const shared = sharedJson('voices/public-comments.json')
const rows = shared === undefined ? [] : file.parse(shared).rows

/** What the cities did, in the classes of 笠間市; where they print none, the answer is one for later. */
const classOf: Readonly<Record<string, string>> = {
  修正: 'changed',
  一部修正: 'partly',
  趣旨含む: 'covered',
  原案どおり: 'original',
  反映しない: 'declined',
}

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const publisher = as('publisher', context)
  const colleague: Context = { ...context, actor: { id: 'colleague', roles: ['secretariat'] } }
  const after: Context = { ...publisher, now: new Date('2026-05-10T09:00:00+09:00') }
  let versionId = ''

  beforeAll(async () => {
    versionId = (await townWithPlan(context))[0] ?? ''
  }, 60_000)

  /** Keyed in as it came by mail; one city’s whole letter stands twice, as a copied post card does. */
  async function takenIn(caseId: string) {
    const texts = rows.map(({ opinion }) => opinion)
    const receipts: string[] = []
    for (const text of [...texts, texts[0] ?? '']) {
      const words = {
        text,
        about: '',
        quote: '',
        district: '',
        ageBand: '' as const,
        consent: 'public' as const,
      }
      const way = { method: 'mail' as const, receivedOn: '2026-04-01', postmarkOn: undefined }
      const nobody = { name: '', address: '', reach: '' }
      const comment = { ...words, ...way, ...nobody }
      receipts.push((await takeInComment(context, { caseId, sealer, comment })).receiptNumber)
    }
    return receipts
  }

  async function released(opinionId: string, verbatim: string) {
    await redactOpinion(context, { opinionId, revision: 1, redacted: verbatim })
    await releaseOpinion(publisher, { opinionId, revision: 2, disclosure: 'public', reason: '' })
  }

  test.skipIf(rows.length === 0)(
    'the real comments of seven cities go through intake, grouping, answering and the result table',
    async () => {
      expect(rows).toHaveLength(44)
      const caseId = await addCase(context, { sheet: { ...sheetOf(versionId), classSet: 'five' } })
      await openCase(publisher, { caseId, revision: 1 })
      const receipts = await takenIn(caseId)
      const comments = await listComments(context, caseId)
      expect(comments).toHaveLength(45)

      const units = comments.map(({ id, verbatim }) => ({ id, text: verbatim, words: [] }))
      const alike = findWordings(units).filter(({ members }) => members.length > 1)
      expect(alike.map(({ members }) => members.length)).toContain(2)
      for (const { members } of alike) {
        const opinionIds = members.map(({ id }) => id)
        await confirmGroup(context, {
          kind: 'wording',
          label: '同文',
          reason: '文字の並びが同じです。',
          opinionIds,
        })
      }

      const paragraph = (await listPlaces(context, versionId)).find(({ kind }) => kind === 'paragraph')
      const change = { planRef: paragraph?.id ?? '', before: '（素案の文）', after: '（直した文）' }
      for (const row of rows) {
        const classKey = classOf[row.outcome ?? ''] ?? 'covered'
        const isChanged = classKey === 'changed' || classKey === 'partly'
        const content: ReplyContent = {
          classKey,
          text: row.reply ?? '市の考え方は、公表の資料で確かめられませんでした。',
          reason: classKey === 'changed' || classKey === 'covered' ? '' : '公表された考え方のとおり。',
          changes: isChanged ? [change] : [],
        }
        const opinionIds = comments.filter(({ verbatim }) => verbatim === row.opinion).map(({ id }) => id)
        if (isChanged)
          await expect(
            draftReply(context, {
              caseId,
              opinionIds,
              content: { ...content, changes: [{ ...change, after: '' }] },
            }),
          ).rejects.toMatchObject({ kind: 'conflict' })
        const replyId = await draftReply(context, { caseId, opinionIds, content })
        await approveReply(publisher, { caseId, replyId, revision: 1 })
      }
      for (const { id, verbatim } of comments) await released(id, verbatim)

      expect((await draftResult(after, caseId)).problems).toEqual([
        '原本と照らし合わせていない提出が45件あります',
      ])
      for (const { submissionId } of comments) {
        await expect(checkTranscript(context, { submissionId, revision: 1 })).rejects.toMatchObject({
          kind: 'forbidden',
        })
        await checkTranscript(colleague, { submissionId, revision: 1 })
      }

      expect(await listOpenComments(context, caseId)).toEqual([])
      expect(await listContradictions(context, caseId)).toEqual([])
      expect((await draftResult(after, caseId)).problems).toEqual([])
      const people = new Map([['メール', 12]])
      await publishResult(after, {
        caseId,
        revision: 2,
        correction: { people, reason: '資料にある人数です。' },
      })

      const { result } = await getPublicCase(as('public', context), caseId)
      if (!result) throw new Error('published')
      expect(sumProblems(result)).toEqual([])
      expect(result).toMatchObject({ submitters: 12, submissions: 45, opinions: 45, changed: 6 })
      expect(result.rows).toHaveLength(44)
      expect(result.byClass.filter(({ opinions }) => opinions > 0)).toEqual([
        { label: '修正', opinions: 5 },
        { label: '一部修正', opinions: 1 },
        { label: '趣旨を含む', opinions: 36 },
        { label: '原案どおり', opinions: 1 },
        { label: '反映しない', opinions: 2 },
      ])
      expect(new Set(result.rows.flatMap(({ texts }) => texts))).toEqual(
        new Set(rows.map(({ opinion }) => opinion)),
      )
      for (const receipt of receipts)
        expect((await findTraced(as('public', context), receipt))?.opinions).toHaveLength(1)
    },
    60_000,
  )
})

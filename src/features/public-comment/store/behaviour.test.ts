import { beforeAll, expect, test } from 'vitest'
import {
  redactOpinion,
  releaseOpinion,
  withdrawSubmission,
} from '#src/features/voices/store/commands/disclosure.ts'
import { confirmGroup } from '#src/features/voices/store/commands/groups.ts'
import { joinOpinions, splitOpinion } from '#src/features/voices/store/commands/sorting.ts'
import { checkTranscript } from '#src/features/voices/store/commands/transcripts.ts'
import { findTraced } from '#src/features/voices/store/queries/trace.ts'
import { getSubmission, listOpinionsOf } from '#src/features/voices/store/queries/voices.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { seededRandom } from '#src/lib/text/seeded-random.ts'
import { findWordings } from '#src/lib/text/wording/group-wordings.ts'
import type { Context } from '#src/platform/context.ts'
import { openedCase, sealer, sendComment, townWithPlan } from '#test/comment-case.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { resultRows, sumProblems } from '../core/result.ts'
import { takeInComment } from './commands/cases.ts'
import { approveReply, draftReply } from './commands/replies.ts'
import { publishResult } from './commands/result.ts'
import { getPublicCase } from './queries/cases.ts'
import { listLinkChoices } from './queries/places.ts'
import { listComments } from './queries/replies.ts'
import { draftResult } from './queries/result.ts'

/** How a call for comments behaves when people write as people do. */

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const colleague: Context = { ...context, actor: { id: 'colleague', roles: ['secretariat'] } }
  const publisher = as('publisher', context)
  const after: Context = { ...publisher, now: new Date('2026-05-10T09:00:00+09:00') }
  let versionId = ''

  beforeAll(async () => {
    versionId = (await townWithPlan(context))[0] ?? ''
  }, 60_000)

  const covered = {
    classKey: 'covered',
    text: '書いてあります。',
    reason: '',
    changes: [],
  }
  const paper = {
    about: '',
    quote: '',
    district: '',
    ageBand: '' as const,
    consent: 'public' as const,
    method: 'post' as const,
    receivedOn: '2026-04-01',
    postmarkOn: undefined,
    name: '',
    address: '',
    reach: '',
  }
  const post = (caseId: string, text: string) =>
    takeInComment(context, { caseId, sealer, comment: { ...paper, text } })

  async function release(opinionId: string, verbatim: string, revision: number) {
    await redactOpinion(context, { opinionId, revision, redacted: verbatim })
    await releaseOpinion(publisher, { opinionId, revision: revision + 1, disclosure: 'public', reason: '' })
  }

  /** Answers whatever is open, opinion by opinion, so that all sums can be looked at. */
  async function answerAll(caseId: string) {
    const table = (await draftResult(context, caseId)).table
    const answered = new Set(table.rows.flatMap(({ opinionIds }) => opinionIds))
    for (const { id, kind } of await listComments(context, caseId)) {
      if (kind === 'none' || answered.has(id)) continue
      const replyId = await draftReply(context, { caseId, opinionIds: [id], content: covered })
      await approveReply(publisher, { caseId, replyId, revision: 1 })
    }
    return (await draftResult(context, caseId)).table
  }

  test('counts reconcile after any splitting, joining and withdrawing', async () => {
    const caseId = await openedCase(context, versionId)
    const random = seededRandom('counts')
    const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]
    const sentences = ['バスを増やして。', '街灯が暗い。', '学童が足りない。', '公園に日陰を。']
    const letter = () => sentences.filter(() => random() < 0.7).join('') || '特になし'
    for (let count = 0; count < 8; count++) await sendComment(context, { caseId, text: letter() })
    let withdrawn = 0
    for (let round = 0; round < 24; round++) {
      const comments = await listComments(context, caseId)
      const one = pick(comments)
      if (!one) break
      const { original, revision } = await getSubmission(context, one.submissionId)
      const act = random()
      const opinions = await listOpinionsOf(context, one.submissionId)
      if (act < 0.5) {
        const cuts = [...original.matchAll(/。/g)].map(({ index }) => index + 1)
        const starts = cuts.filter((at) => at > one.start && at < one.end)
        if (starts.length > 0)
          await splitOpinion(context, { opinionId: one.id, revision: one.revision, starts })
      } else if (act < 0.85) {
        const opinionIds = opinions.map(({ id }) => id).slice(0, 2)
        if (opinionIds.length === 2)
          await joinOpinions(context, { submissionId: one.submissionId, opinionIds })
      } else if (withdrawn < 3) {
        withdrawn++
        await withdrawSubmission(context, { submissionId: one.submissionId, revision })
      }
      const left = await listComments(context, caseId)
      const { table } = await draftResult(context, caseId)
      expect(table.submissions).toBe(8 - withdrawn)
      expect(table.submissions).toBe(new Set(left.map(({ submissionId }) => submissionId)).size)
      expect(table.opinions + table.wordless).toBe(left.length)
      expect(table.byItem.reduce((sum, item) => sum + item.opinions, 0)).toBe(table.opinions)
      for (const { submissionId, verbatim, start, end } of left)
        expect((await getSubmission(context, submissionId)).original.slice(start, end)).toBe(verbatim)
    }
    const table = await answerAll(caseId)
    expect(withdrawn).toBeGreaterThan(0)
    expect(sumProblems(table)).toEqual([])
  }, 120_000)

  test('the same post card sixty times is grouped and counts sixty; the two that differ are answered apart', async () => {
    const caseId = await openedCase(context, versionId)
    const card = 'みらい平から取手への急行バスを、朝と夕方に走らせてください。'
    const { receiptNumber } = await post(caseId, card)
    const second = await post(caseId, card)
    for (let count = 2; count < 60; count++) await post(caseId, count % 2 ? card : `${card} `)
    await post(caseId, 'バスより先に、歩道の段差をなくしてください。')
    await post(caseId, '急行バスには反対です。税金がかかりすぎます。')
    const comments = await listComments(context, caseId)
    expect(comments).toHaveLength(62)
    const units = comments.map(({ id, verbatim }) => ({ id, text: verbatim, words: [] }))
    const [flood, ...others] = findWordings(units).filter(({ members }) => members.length > 1)
    expect(others).toEqual([])
    const same = flood?.members.map(({ id }) => id) ?? []
    expect(same).toHaveLength(60)
    await confirmGroup(context, { kind: 'wording', label: 'はがき', reason: '同じ文面', opinionIds: same })
    const bulk = await draftReply(context, { caseId, opinionIds: same, content: covered })
    await approveReply(publisher, { caseId, replyId: bulk, revision: 1 })
    const table = await answerAll(caseId)
    expect(sumProblems(table)).toEqual([])
    expect(table).toMatchObject({ submissions: 62, opinions: 62 })
    expect(table.rows.map(({ opinions }) => opinions).sort((a, b) => b - a)).toEqual([60, 1, 1])
    const alike = async () =>
      (await findTraced(as('public', context), receiptNumber))?.opinions.map((one) => one.sameWordings)
    expect(await alike()).toEqual([59])
    await withdrawSubmission(context, { submissionId: second.submissionId, revision: 1 })
    expect(await alike()).toEqual([58])
  }, 120_000)

  test('one letter with twelve opinions is one submission and twelve opinions; who has nothing to say gives none', async () => {
    const caseId = await openedCase(context, versionId)
    const letter = Array.from({ length: 12 }, (_, at) => `${at + 1}つめの意見です。`).join('')
    await sendComment(context, { caseId, text: letter })
    for (const text of ['特になし', '－', 'わからない']) await sendComment(context, { caseId, text })
    const whole = (await listComments(context, caseId)).find(({ verbatim }) => verbatim === letter)
    if (!whole) throw new Error('the letter')
    const starts = Array.from({ length: 11 }, (_, at) => letter.indexOf(`${at + 2}つめ`))
    await splitOpinion(context, { opinionId: whole.id, revision: 1, starts })
    const { table } = await draftResult(context, caseId)
    expect(table).toMatchObject({ submissions: 4, opinions: 12, wordless: 3 })
  })

  test('two plans: one comment is linked to many items of the plan and to another plan, and its answer names them', async () => {
    const caseId = await openedCase(context, versionId)
    await sendComment(context, { caseId, text: '歩いて通える学童を。' })
    const [opinion] = await listComments(context, caseId)
    if (!opinion) throw new Error('a comment')
    const choices = await listLinkChoices(context, versionId)
    const measures = choices.filter(({ id }) => id.startsWith('me_')).slice(0, 2)
    const other = choices.find(({ id }) => id.startsWith('rp_'))
    if (!other) throw new Error('another plan')
    const links = [...measures, other].map(({ id }) => id)
    const draft = (refs: string[]) =>
      draftReply(context, { caseId, opinionIds: [opinion.id], content: { ...covered, links: refs } })
    await expect(draft(['me_0000000000'])).rejects.toMatchObject({ kind: 'not-found' })
    const replyId = await draft([...links, ...links])
    await approveReply(publisher, { caseId, replyId, revision: 1 })
    await release(opinion.id, opinion.verbatim, opinion.revision)
    await publishResult(after, { caseId, revision: 2 })
    const [row] = (await getPublicCase(as('public', context), caseId)).result?.rows ?? []
    expect(row?.links.map(({ ref }) => ref).sort()).toEqual([...links].sort())
    expect(row?.links.map(({ label }) => label)).toContain(other.label)
  })

  test('what people type on purpose is kept as words, and runs in no table', async () => {
    const caseId = await openedCase(context, versionId)
    const typed = [
      '<script>alert(1)</script>直して',
      '=HYPERLINK("http://evil.example","見て")',
      "+1|cmd|' /C calc'!A0",
      '家族👨‍👩‍👧‍👦と髙橋の\u{20bb7}、葛\u{e0100}',
      '\u202eevil\u202c 右から左',
      `長い手紙${'あ'.repeat(150_000)}`,
    ]
    for (const text of typed) await post(caseId, text)
    const comments = await listComments(context, caseId)
    expect(new Set(comments.map(({ verbatim }) => verbatim))).toEqual(new Set(typed))
    for (const { id, verbatim, revision, submissionId } of comments) {
      await release(id, verbatim, revision)
      await checkTranscript(colleague, { submissionId, revision: 1 })
    }
    const table = await answerAll(caseId)
    const cells = writeCsv(resultRows(table))
      .split(/,|\r\n/)
      .map((cell) => cell.replace(/^\uFEFF?"?/, ''))
    expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([])
    expect(new Set(table.rows.flatMap(({ texts }) => texts))).toEqual(new Set(typed))
  }, 60_000)
})

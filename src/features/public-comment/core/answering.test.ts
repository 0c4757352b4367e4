import { expect, test } from 'vitest'
import { publicPlan } from '#src/features/plan/core/public-plan.ts'
import { indicatorId, measureId, planWith, planWithIndicator, planWithMeasure } from '#test/plan-fixture.ts'
import { changeAt, isDone } from './change-at.ts'
import { contradictionsIn } from './contradictions.ts'
import { nextStepWords } from './next-step.ts'
import { orphansIn, type PlaceState } from './orphans.ts'
import { planPlaces } from './plan-places.ts'
import { mayApprove, mayDraftFor, overdueOf, replyStepWords, stepOf } from './reply-steps.ts'

const read = (plan: ReturnType<typeof planWith>) => publicPlan(plan, { publishedOn: '', hash: '' })
const before = read(planWith({}))
const direction = `${measureId}/directions/p3`

test('places are items, paragraphs as the public page numbers them, and indicators', () => {
  const labels = planPlaces(before).map(({ label }) => label)
  expect(labels).toEqual(
    expect.arrayContaining([
      '1-1 子育て環境の充実',
      '1-1 子育て環境の充実 第1段落',
      '1-1 子育て環境の充実 課題1',
      '1-1 子育て環境の充実 第2段落',
      '1-1 子育て環境の充実 指標「保育所等の待機児童数」',
    ]),
  )
  expect(planPlaces(before).find(({ id }) => id.endsWith('situation/p1'))?.words).toBe('待機児童は18人です。')
})

test('old and new of a paragraph are taken by its permanent id', () => {
  const directions = [{ id: direction, heading: '', text: '保育士を倍にします。', addresses: [] }]
  const after = read(planWithMeasure({ directions }))
  expect(changeAt(direction, before, after)).toEqual({
    before: '保育士の確保を進めます。',
    after: '保育士を倍にします。',
  })
  expect(changeAt(direction, before, before)).toBeUndefined()
  expect(changeAt(direction, before, read(planWithMeasure({ directions: [] })))?.after).toBe('（なし）')
  expect(isDone('保育士を 倍にします', '保育士を倍にします。')).toBe(true)
  expect(isDone('保育士を倍にします', undefined)).toBe(false)
})

test('old and new of an indicator and of a measure come from the semantic diff', () => {
  const target = { fiscalYear: 2027, value: 5, kind: 'value' as const, comment: '' }
  const after = read(planWithIndicator({ target }))
  expect(changeAt(indicatorId, before, after)).toMatchObject({
    before: expect.stringContaining('0人'),
    after: expect.stringContaining('5人'),
  })
  expect(changeAt(measureId, before, after)).toBeDefined()
  expect(changeAt('me_0000000002', before, after)).toBeUndefined()
})

const said = (id: string, verbatim: string, wordingId?: string) => ({ id, verbatim, wordingId })
const answer = (id: string, classKey: string, text: string, ...opinionIds: string[]) => ({
  id,
  classKey,
  text,
  opinionIds,
})

test('alike opinions with different answers are told, whether confirmed or found, once', () => {
  const comments = [said('a', '道を直して', 'vg'), said('b', '道を直して', 'vg'), said('c', '別の話')]
  const different = [answer('r1', 'adopted', '直します', 'a'), answer('r2', 'declined', 'できません', 'b')]
  expect(contradictionsIn(comments, different, [['a', 'b']])).toEqual([
    { opinionIds: ['a', 'b'], replyIds: ['r1', 'r2'], quote: '道を直して', classDiffers: true },
  ])
  const same = [answer('r1', 'adopted', '直します', 'a'), answer('r2', 'adopted', '直します', 'b')]
  expect(contradictionsIn(comments, same, [['a', 'b']])).toEqual([])
  expect(contradictionsIn(comments, [answer('r1', 'adopted', '直します', 'a')], [])).toEqual([])
})

test('an answer goes from the section over the secretariat to approval by a third person', () => {
  const reply = { checkedBy: undefined, approvedBy: undefined, returnReason: '' }
  expect(stepOf(reply)).toBe('to-check')
  expect(stepOf({ ...reply, checkedBy: 's' })).toBe('to-approve')
  expect(stepOf({ ...reply, checkedBy: 's', approvedBy: 'p' })).toBe('approved')
  expect(stepOf({ ...reply, returnReason: '短い' })).toBe('returned')
  const acted = { draftedBy: 'd', checkedBy: 's', approvals: [] }
  for (const id of ['d', 's']) expect(mayApprove({ id }, acted)).toBe(false)
  expect(mayApprove({ id: 'p' }, acted)).toBe(true)
})

test('with several approvals each is given by another person, and it is told whose turn it is', () => {
  const given = { label: '課長', approvedBy: 'head', approvedAt: '2026-05-01T00:00:00.000Z' }
  const acted = {
    draftedBy: 'd',
    checkedBy: 's',
    approvedBy: undefined,
    returnReason: '',
    approvals: [given],
  }
  expect(mayApprove({ id: 'head' }, acted)).toBe(false)
  expect(mayApprove({ id: 'director' }, acted)).toBe(true)
  expect(replyStepWords(acted, ['課長', '部長'])).toBe('承認待ち（部長）')
  expect(replyStepWords({ ...acted, approvals: [] }, ['承認'])).toBe('承認待ち')
  expect(replyStepWords({ ...acted, approvedBy: 'director' }, ['課長', '部長'])).toBe('承認済み')
})

test('a section drafts for its own opinions only, and what is late is told', () => {
  const route = { opinionId: 'a', unitId: 'ou_1', dueOn: '2026-05-01' }
  const editor = { roles: ['section-editor' as const], unitIds: new Set(['ou_1']) }
  expect(mayDraftFor(editor, [route])).toBe(true)
  expect(mayDraftFor(editor, [route, undefined])).toBe(false)
  expect(mayDraftFor({ ...editor, unitIds: new Set(['ou_2']) }, [route])).toBe(false)
  expect(mayDraftFor({ roles: ['secretariat'], unitIds: new Set() }, [undefined])).toBe(true)
  expect(overdueOf([route], () => false, '2026-05-02')).toEqual([route])
  expect(overdueOf([route], () => true, '2026-05-02')).toEqual([])
})

test('an opinion whose place is gone or rewritten is listed with who has it and by when', () => {
  const said = (id: string) => ({ id, submissionId: `su_${id}`, verbatim: id, kind: 'opinion' })
  const place = (now: PlaceState, quote = '') => ({ about: '2-3 第2段落', quote, now })
  const orphans = orphansIn({
    comments: ['a', 'b', 'c', 'd', 'e'].map(said),
    about: new Map([
      ['su_a', place('gone')],
      ['su_b', place('same', '学童')],
      ['su_c', place('paragraph')],
      ['su_d', place('paragraph', '学童')],
      ['su_e', place('whole')],
    ]),
    routes: new Map([['a', { unitId: 'ou_1', dueOn: '2026-05-20' }]]),
    lostChanges: new Map([['e', '1-1 第1段落']]),
  })
  expect(orphans).toMatchObject([
    { opinionId: 'a', words: '段落がなくなった', unitId: 'ou_1', dueOn: '2026-05-20' },
    { opinionId: 'd', unitId: '', dueOn: '' },
    { opinionId: 'e', words: '市の考え方で直したところ（1-1 第1段落）がなくなった' },
  ])
})

test('the next step is told with its day, and a delay as a delay', () => {
  const sheet = { closesOn: '2026-05-01', resultDueOn: '2026-06-01' }
  expect(nextStepWords(sheet, { state: 'open', today: '2026-04-20' })).toBe('令和8年5月1日：募集の終わり')
  expect(nextStepWords(sheet, { state: 'closed', today: '2026-05-20' })).toBe('令和8年6月1日ごろ：結果の公表')
  expect(nextStepWords(sheet, { state: 'closed', today: '2026-06-02' })).toContain('より遅れています')
  expect(
    nextStepWords({ ...sheet, resultDueOn: undefined }, { state: 'closed', today: '2026-06-02' }),
  ).toContain('決まっていません')
})

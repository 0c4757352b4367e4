import { expect, test } from 'vitest'
import { anchorTo, type QuoteAnchor } from '#src/lib/document/quote-anchor.ts'
import { smallPlan } from '#test/small-plan.ts'
import {
  commentRows,
  type DraftComment,
  mayStillComment,
  placeComment,
  placeWords,
} from './draft-comments.ts'
import { draftParts } from './draft-text.ts'

const measure = 'me_0000000001'
const issue = `${measure}/issues/p2`

const commentOn = (anchor: QuoteAnchor | undefined): DraftComment => ({
  id: 'dc_0000000001',
  draftId: 'ld_0000000001',
  bodyId: 'bo_0000000001',
  membershipId: 'ms_0000000001',
  itemId: measure,
  anchor: anchor ?? { paragraphId: '', quote: '', before: '', after: '' },
  words: '途中だけでしょうか。',
  writtenAt: '2022-10-03T00:00:00.000Z',
  resolution: '',
  note: '',
  resolvedAt: undefined,
  revision: 1,
})

test('members read every text of the plan with its figures, and nothing for staff', () => {
  const parts = draftParts(smallPlan())
  expect(parts[0]).toMatchObject({ title: '基本構想' })
  const words = parts.flatMap(({ paragraphs }) => paragraphs.map((paragraph) => paragraph.words)).join('\n')
  expect(words).toMatch(/待機児童は\d+人です。/)
  expect(words).not.toContain('庁内だけのメモ')
  const ids = parts.flatMap(({ paragraphs }) => paragraphs.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
})

test('a comment follows its words through an edit, and says when they or the paragraph are gone', () => {
  const plan = smallPlan()
  const paragraph = draftParts(plan)
    .flatMap(({ paragraphs }) => paragraphs)
    .find(({ id }) => id === issue)
  const comment = commentOn(paragraph && anchorTo(paragraph, '保育所へ入りにくいこと'))
  const now = (text: string | undefined) => {
    const edited = smallPlan()
    for (const item of edited.items)
      if (item.kind === 'measure' && item.id === measure)
        item.issues = text === undefined ? [] : [{ id: issue, text }]
    return placeWords(placeComment(comment, draftParts(edited)))
  }
  expect(now('いまも、保育所へ入りにくいことが課題です。')).toBe('引用した言葉のまま')
  expect(now('年度の途中に保育所へ入りづらいことが課題です。')).toBe(
    '引用した言葉が直された：いまは「保育所へ入りづらいこと」',
  )
  expect(now('道路が狭い。')).toContain('引用した言葉はなくなった')
  expect(now(undefined)).toBe('段落がなくなった')
})

test('the last day for comments is still in time', () => {
  expect(mayStillComment({ commentUntil: '2022-10-31' }, '2022-10-31')).toBe(true)
  expect(mayStillComment({ commentUntil: '2022-10-31' }, '2022-11-01')).toBe(false)
  expect(mayStillComment({ commentUntil: undefined }, '2022-11-01')).toBe(true)
})

test('the table for the meeting has a row a comment', () => {
  const placed = [placeComment(commentOn(undefined), [])]
  const rows = commentRows(placed, { nameOf: () => '見本 三郎', titleOf: () => '1-1 子育て' })
  expect(rows[1]).toEqual([
    '1',
    '1-1 子育て',
    '',
    '途中だけでしょうか。',
    '見本 三郎',
    '2022-10-03',
    '段落がなくなった',
    '',
    '',
  ])
})

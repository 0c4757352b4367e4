import { expect, test } from 'vitest'
import { sheetOf } from '#test/comment-case.ts'
import { announcementDraft, lettersOf, newsletterLimits, resultDraft } from './newsletter.ts'
import type { ResultTable } from './result.ts'

const sheet = {
  ...sheetOf('ve_0000000001'),
  purpose: '素案がまとまりました。読んでください。ご意見をお待ちしています。',
  places: '伊奈庁舎\n谷和原庁舎',
  ways: '郵送　市役所 企画政策課\nファクス\n窓口',
}

test('a draft keeps its limit, gives up whole lines and sentences, and says which', () => {
  for (const limit of newsletterLimits) {
    const { text, length, isWithin } = announcementDraft(sheet, limit)
    expect(isWithin).toBe(true)
    expect(length).toBe(lettersOf(text))
    expect(length).toBeLessThanOrEqual(limit)
    for (const words of ['■素案への意見募集', '期間　令和8年4月1日から', '問合せ　企画政策課'])
      expect(text).toContain(words)
  }
  const tight = announcementDraft(sheet, 90)
  expect(tight.leftOut).toEqual(['閲覧場所', '趣旨の一部'])
  expect(tight.text).toContain('素案がまとまりました。')
  expect(announcementDraft(sheet, 800).leftOut).toEqual([])
})

test('what is too long even without the rest says so', () => {
  expect(announcementDraft({ ...sheet, contact: '長'.repeat(300) }, 200).isWithin).toBe(false)
})

test('the result tells the three counts apart', () => {
  const result = {
    submitters: 3,
    submissions: 4,
    opinions: 9,
    changed: 2,
    byClass: [{ label: '反映', opinions: 2 }],
  } as unknown as ResultTable
  const { text } = resultDraft(sheet, result, 300)
  expect(text).toContain('3人から4件の提出があり、意見は9件でした。このうち2件をもとに、案を直しました。')
  expect(text).toContain('反映 2件')
})

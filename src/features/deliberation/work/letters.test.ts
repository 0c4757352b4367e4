import { expect, test } from 'vitest'
import { type Inquiry, lastAnsweredOn, noAnswer } from '../core/inquiry.ts'
import { answersLetter, inquiryLetter, reportLetter, sessionsOf } from '../core/letters.ts'
import type { Meeting } from '../core/meetings.ts'
import { makeLetter } from './make-letter.ts'

const inquiry: Inquiry = {
  id: 'iq_0000000001',
  bodyId: 'bo_0000000001',
  number: '企政第12号',
  askedOn: '2022-05-20',
  sender: 'みほん市長 見本 市子',
  addressee: 'みほん市総合計画審議会会長 様',
  ground: '総合計画審議会条例第2条',
  subject: '後期基本計画の策定',
  question: '後期基本計画の案について\n土地利用構想の修正について',
  versionId: 've_0000000001',
  dueOn: '2023-02-28',
  sealing: 'seal',
  reportNumber: '総計審第3号',
  reportedOn: '2023-02-10',
  conclusion: '案は適当と認める。',
  views: [
    {
      ...noAnswer,
      text: '広報に努めること',
      answer: '広報紙で知らせます。',
      answerKind: 'later',
      answeredOn: '2023-02-20',
    },
    { ...noAnswer, text: '#panic() を *強調* しない' },
  ],
  issuedOn: '2022-05-20',
  errata: [],
  revision: 1,
}
const attachment = { label: '素案 第2版', frozenOn: '2022-10-03', hash: 'sha256:abcdef0123456789ffff' }
const meeting = (id: string, heldOn: string): Meeting => ({
  id,
  bodyId: inquiry.bodyId,
  number: 3,
  heldOn,
  startsAt: '',
  endsAt: '',
  place: '',
  isWritten: false,
  isTalk: false,
  observerSeats: undefined,
  observerCount: undefined,
  state: 'published',
  calledOn: undefined,
  shortNoticeReason: '',
  cancelReason: '',
  confirmedBy: '',
  confirmedOn: undefined,
  publishedAt: undefined,
  checkUntil: undefined,
  onlineUrl: '',
  onlineOpensBefore: undefined,
  onlineReplacedOn: undefined,
  onlineReplaceReason: '',
  revision: 1,
})
const changes = new Map([
  [
    1,
    {
      itemId: 'me_0000000001',
      place: '2-3 公共交通',
      versionId: 've_0000000002',
      versionLabel: '素案 第3版',
      differences: [
        { sentence: '施策「公共交通」の現状を書き換えました。', before: '', after: '路線を守ります。' },
      ],
    },
  ],
])
const wordsOf = (letter: ReturnType<typeof inquiryLetter>) =>
  letter.blocks.map((block) => (block.kind === 'paragraph' ? block.runs.join('') : block.kind))

test('an inquiry has the form of an official letter and names the frozen version by its check sum', () => {
  const lines = wordsOf(inquiryLetter(inquiry, attachment))
  expect(lines.slice(0, 5)).toEqual([
    '企政第12号',
    '令和4年5月20日',
    'みほん市総合計画審議会会長 様',
    'みほん市長 見本 市子　　印',
    '後期基本計画の策定について（諮問）',
  ])
  expect(lines).toContain('　　素案 第2版（令和4年10月3日確定、照合番号 abcdef0123456789）')
  expect(lines.slice(-3)).toEqual(['３　答申を希望する期日', '　　令和5年2月28日', '以上'])
})

test('without a version the points are numbered on; a seal can be left out', () => {
  const lines = wordsOf(inquiryLetter({ ...inquiry, sealing: 'omitted' }, undefined))
  expect(lines).toContain('２　答申を希望する期日')
  expect(lines).toContain('（公印省略）')
  expect(lines.join()).not.toContain('　　印')
})

test('the report lists its views and sessions; the city answers each of them', () => {
  const sessions = [meeting('mt_0000000001', '2022-06-01')]
  const report = wordsOf(reportLetter({ inquiry, chair: '会長', mayor: '市長 様', sessions, attachment }))
  expect(report).toContain('　　(2)　#panic() を *強調* しない')
  expect(report).toContain('　　第3回　令和4年6月1日')
  const answers = answersLetter({ inquiry, body: '総合計画審議会', date: '2023-03-01', changes })
  const table = answers.blocks.find(({ kind }) => kind === 'table')
  expect(table).toMatchObject({
    rows: [
      [['1'], ['広報に努めること'], ['今後の取組とする（令和5年2月20日）'], ['広報紙で知らせます。']],
      [
        ['2'],
        ['#panic() を *強調* しない'],
        ['検討中'],
        ['検討しています。（計画の「2-3 公共交通」、素案 第3版）'],
      ],
    ],
  })
})

test('where the plan was changed for a view, old and new follow in a table of their own', () => {
  const { blocks } = answersLetter({ inquiry, body: '総合計画審議会', date: '2023-03-01', changes })
  expect(blocks.filter(({ kind }) => kind === 'table')[1]).toMatchObject({
    head: ['変わったこと', '変更前', '変更後'],
    rows: [[['施策「公共交通」の現状を書き換えました。'], ['（なし）'], ['路線を守ります。']]],
  })
  expect(lastAnsweredOn(inquiry)).toBe('2023-02-20')
})

test('sessions are those whose agenda names the inquiry; where none does, all of the body in between', () => {
  const [one, two] = [meeting('mt_0000000001', '2022-06-01'), meeting('mt_0000000002', '2022-07-01')]
  const late = meeting('mt_0000000003', '2023-03-01')
  expect(sessionsOf(inquiry, [two, one, late], [])).toEqual([one, two])
  expect(sessionsOf(inquiry, [two, one, late], [{ meetingId: two.id, inquiryId: inquiry.id }])).toEqual([two])
})

test('as PDF a letter is one page, its words stay words, and the same letter gives the same bytes', async () => {
  const answers = answersLetter({ inquiry, body: '総合計画審議会', date: '2023-03-01', changes })
  const first = await makeLetter(answers)
  expect(Buffer.from(first.subarray(0, 5)).toString()).toBe('%PDF-')
  expect(Buffer.compare(Buffer.from(await makeLetter(answers)), Buffer.from(first))).toBe(0)
  expect((await makeLetter(inquiryLetter(inquiry, attachment))).length).toBeGreaterThan(1000)
}, 60_000)

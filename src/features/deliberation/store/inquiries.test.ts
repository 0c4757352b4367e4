import { expect, test } from 'vitest'
import { as, onEveryDatabase } from '#test/context.ts'
import { councilDay, councilRules } from '#test/council.ts'
import type { InquiryErratum } from '../core/inquiry.ts'
import { addAgendaItem, prepareMeeting } from './commands.ts'
import { addBody } from './commands-bodies.ts'
import { makeInquiry, receiveReport } from './commands-inquiries.ts'
import { changeInquiry, correctInquiry, dropInquiry, issueInquiry } from './commands-letters.ts'
import { getInquiry, listInquiries } from './queries-inquiries.ts'

const content = {
  number: '企政第1号',
  askedOn: '2026-04-01',
  sender: '市長',
  addressee: '会長 様',
  ground: '条例第2条',
  subject: '計画の策定',
  question: '素案について',
  versionId: undefined,
  dueOn: '2026-09-30',
  sealing: 'seal' as const,
}
const report = { reportNumber: '1', reportedOn: '2026-04-01', conclusion: '適当', views: [] }
const erratum: Omit<InquiryErratum, 'correctedOn'> = {
  part: 'dueOn',
  oldWords: '令和8年9月30日',
  newWords: '令和8年10月30日',
  reason: '写し間違い',
}

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const resident = contextAs('public')

  async function prepared() {
    const bodyId = await addBody(context, { ...councilRules, name: '審議会' })
    const inquiryId = await makeInquiry(context, { ...content, bodyId })
    return { bodyId, inquiryId, step: { inquiryId, revision: 1 } }
  }

  test('an inquiry in preparation is staff’s own, can be changed, and has no report', async () => {
    const { inquiryId, step } = await prepared()
    await expect(getInquiry(resident, inquiryId)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(receiveReport(context, { ...step, ...report })).rejects.toThrow('まだ出していません')
    const changed = { ...content, number: '企政第2号', dueOn: undefined }
    await changeInquiry(context, { ...step, content: changed })
    expect(await getInquiry(context, inquiryId)).toMatchObject({ ...changed, revision: 2 })
    await expect(changeInquiry(context, { ...step, content })).rejects.toMatchObject({ kind: 'stale' })
    const member = as('member', context)
    await expect(changeInquiry(member, { ...step, content })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('once the letter went out residents read it, and it stays; a letter of a later day does not go out', async () => {
    const { inquiryId, step } = await prepared()
    const early = { ...context, now: new Date('2026-03-30T01:00:00Z') }
    await expect(issueInquiry(early, step)).rejects.toThrow('まだ来ていません')
    await issueInquiry(context, step)
    expect(await getInquiry(resident, inquiryId)).toMatchObject({ issuedOn: '2026-04-01' })
    const now = { inquiryId, revision: 2 }
    await expect(changeInquiry(context, { ...now, content })).rejects.toThrow('諮問の訂正')
    await expect(dropInquiry(context, now)).rejects.toThrow('諮問の訂正')
    await expect(issueInquiry(context, now)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('what went out wrong is put right beside it: words that stand in the letter, once', async () => {
    const { inquiryId, step } = await prepared()
    await expect(correctInquiry(context, { ...step, erratum })).rejects.toThrow('そのまま直せます')
    await issueInquiry(context, step)
    const now = { inquiryId, revision: 2 }
    const elsewhere = { ...erratum, part: 'question' as const }
    await expect(correctInquiry(context, { ...now, erratum: elsewhere })).rejects.toThrow('ありません')
    await correctInquiry(context, { ...now, erratum })
    const { dueOn, errata } = await getInquiry(resident, inquiryId)
    expect(dueOn).toBe('2026-09-30')
    expect(errata).toEqual([{ ...erratum, correctedOn: '2026-04-01' }])
    await expect(correctInquiry(context, { ...now, erratum })).rejects.toMatchObject({ kind: 'stale' })
    const again = { ...erratum, oldWords: '10月30日', newWords: '10月31日' }
    await correctInquiry(context, { ...now, revision: 3, erratum: again })
    expect((await getInquiry(resident, inquiryId)).errata).toHaveLength(2)
  })

  test('an inquiry in preparation is given up as long as no agenda names it', async () => {
    const { bodyId, inquiryId, step } = await prepared()
    const meetingId = await prepareMeeting(context, { ...councilDay, bodyId })
    const open = { isOpen: true, closedGround: '', closedDecision: '' }
    await addAgendaItem(context, { meetingId, title: '諮問', ...open, inquiryId })
    await expect(dropInquiry(context, step)).rejects.toThrow('議題から外して')
    const other = await prepared()
    await dropInquiry(context, other.step)
    const left = (await listInquiries(context)).map(({ id }) => id)
    expect(left).toContain(inquiryId)
    expect(left).not.toContain(other.inquiryId)
  })
})

import { type Bill, billOutcomeLabels } from './bill.ts'
import type { Body } from './bodies.ts'
import { type Inquiry, isIssued } from './inquiry.ts'
import { type Decision, decisionKindLabels, type Meeting, numberWords } from './meetings.ts'
import { currentPapers, isLaid, type Paper, paperAddress } from './papers.ts'

/** 決まったこと: what was decided, when, by whom, with which papers. */
export type LoggedDecision = {
  id: string
  day: string
  by: string
  kind: string
  words: string
  papers: { label: string; title: string; address: string }[]
  /** What it is about: items and versions of the plan, rounds of sheets, the frame. */
  subjects: string[]
  address: string
}

export type MeetingDecisions = {
  meeting: Meeting
  body: Pick<Body, 'name'>
  decisions: readonly Decision[]
  papers: readonly Paper[]
}

type Sources = {
  meetings: readonly MeetingDecisions[]
  inquiries: readonly Inquiry[]
  bills: readonly Bill[]
  bodies: readonly Pick<Body, 'id' | 'name'>[]
}

/** Decisions of published meetings, questions and reports, and resolutions of the assembly in one list, the latest first. */
export function decisionLog({ meetings, inquiries, bills, bodies }: Sources): LoggedDecision[] {
  const nameOf = (bodyId: string) => bodies.find(({ id }) => id === bodyId)?.name ?? ''
  const blank = { papers: [], subjects: [] }
  const asked = inquiries.filter(isIssued).map(
    (inquiry): LoggedDecision => ({
      ...blank,
      id: `${inquiry.id}-asked`,
      day: inquiry.askedOn,
      by: '市長',
      kind: '諮問',
      words: `${inquiry.subject}について、${nameOf(inquiry.bodyId)}に諮問した。`,
      address: `/meetings/inquiries/${inquiry.id}`,
    }),
  )
  const reported = inquiries.flatMap((inquiry): LoggedDecision[] =>
    inquiry.reportedOn === undefined
      ? []
      : [
          {
            ...blank,
            id: inquiry.id,
            day: inquiry.reportedOn,
            by: nameOf(inquiry.bodyId),
            kind: '答申',
            words: `${inquiry.subject}について：${inquiry.conclusion}`,
            address: `/meetings/inquiries/${inquiry.id}`,
          },
        ],
  )
  const resolved = bills.flatMap((bill): LoggedDecision[] =>
    bill.outcome && bill.resolvedOn
      ? [
          {
            ...blank,
            id: bill.id,
            day: bill.resolvedOn,
            by: nameOf(bill.bodyId),
            kind: billOutcomeLabels[bill.outcome],
            words: `${bill.number} ${bill.title}`,
            address: '/meetings#bills',
          },
        ]
      : [],
  )
  return [...meetings.flatMap(decisionsOf), ...asked, ...reported, ...resolved].sort((a, b) =>
    a.day < b.day ? 1 : a.day > b.day ? -1 : 0,
  )
}

/** A decision with the papers of its item of the agenda; one of the whole meeting has all of them. */
function decisionsOf({ meeting, body, decisions, papers }: MeetingDecisions): LoggedDecision[] {
  const shown = currentPapers(papers).filter(isLaid)
  return decisions.map(({ id, kind, text, agendaItemId, subjects }) => ({
    id,
    day: meeting.heldOn,
    by: `${body.name} ${numberWords(meeting)}`,
    kind: decisionKindLabels[kind],
    words: text,
    papers: shown
      .filter(
        (paper) =>
          agendaItemId === undefined ||
          paper.agendaItemId === agendaItemId ||
          paper.agendaItemId === undefined,
      )
      .map((paper) => ({
        label: paper.label,
        title: paper.title,
        address: `/meetings/${meeting.id}/papers/${paperAddress(paper)}`,
      })),
    subjects,
    address: `/meetings/${meeting.id}#${id}`,
  }))
}

/** As rows of an open table. */
export function decisionRows(log: readonly LoggedDecision[]): string[][] {
  const head = ['日', '決めたもの', '種類', '内容', '資料', '何についてか']
  return [
    head,
    ...log.map(({ day, by, kind, words, papers, subjects }) => [
      day,
      by,
      kind,
      words,
      papers.map(({ label, title }) => `${label} ${title}`).join('、'),
      subjects.join('、'),
    ]),
  ]
}

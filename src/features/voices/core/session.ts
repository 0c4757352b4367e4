import type { Voice } from '#src/formats/voice.ts'
import { addBusinessDays } from '#src/lib/japanese/business-days.ts'
import type { AgeBand, Channel, Method } from './labels.ts'

/** 参加の場: a day on which residents or staff speak, from its announcement to its published report. */
export type Session = {
  id: string
  kind: SessionKind
  title: string
  purpose: string
  heldOn: string
  startsAt: string
  endsAt: string
  place: string
  /** The district of the venue; what is said there counts for it unless the note says another. */
  district: string
  /** Whom it is for (対象): 子育て世代, 大学生…, which every note takes over as its group. */
  group: string
  /** How to take part (参加の方法), and whom to ask. */
  howTo: string
  contact: string
  frame: Voice['frame']
  consent: Voice['consent']
  /** The version of the plan that is explained at a briefing, or empty. */
  versionId: string
  participants: number | undefined
  /** Of them, who took part by a line or on paper; the others came. */
  cameOnline: number | undefined
  cameInWriting: number | undefined
  /** How many of them spoke or wrote something down. */
  spoke: number | undefined
  /** Who came, in numbers by bands only. */
  participantsNote: string
  /** Whether who was heard has agreed to the record. */
  confirmation: Confirmation
  /** What the office reads in what was said at a hearing (方向性): never a remark itself, and not public. */
  directions: string
  /** What the municipality does with it (これからの進め方). */
  nextSteps: string
  announcedAt: string | undefined
  cancelledAt: string | undefined
  reportedAt: string | undefined
  /** Grows with each change of the notes: open boards look at it. */
  boardSeq: number
  revision: number
}

export const sessionKinds = ['world-cafe', 'hearing', 'interview', 'briefing', 'staff'] as const
export type SessionKind = (typeof sessionKinds)[number]

export const sessionKindLabels: Readonly<Record<SessionKind, string>> = {
  'world-cafe': 'ワールドカフェ',
  hearing: 'グループヒアリング',
  interview: 'インタビュー',
  briefing: '市民説明会',
  staff: '職員ヒアリング',
}

/** How what was said at a session goes into the one store of voices. */
export const channelOf: Readonly<Record<SessionKind, Channel>> = {
  'world-cafe': 'workshop',
  hearing: 'hearing',
  interview: 'interview',
  briefing: 'briefing',
  staff: 'staff',
}
export const methodOf = (kind: SessionKind): Method => (kind === 'world-cafe' ? 'card' : 'spoken')

/** How people come to a session unless it is said otherwise (集め方). */
export const usualFrame: Readonly<Record<SessionKind, Voice['frame']>> = {
  'world-cafe': 'open-call',
  hearing: 'invited',
  interview: 'invited',
  briefing: 'open-call',
  staff: 'staff',
}
/** What colleagues say stays in the office unless they agree to more. */
export const usualConsent = (kind: SessionKind): Voice['consent'] =>
  kind === 'staff' ? 'internal' : 'anonymous-quote'

/** A shortened text of what was written is a summary, of what was said a gist (要旨). */
export const gistWord = (kind: SessionKind) => (kind === 'world-cafe' ? '要約' : '要旨')

/** What one piece of a record is called: a card on the table, something said, a question asked. */
export const noteWords: Readonly<Record<SessionKind, string>> = {
  'world-cafe': '付箋',
  hearing: '発言',
  interview: '発言',
  briefing: '質問・意見',
  staff: '発言',
}

export const confirmations = ['not-needed', 'open', 'confirmed'] as const
export type Confirmation = (typeof confirmations)[number]
export const confirmationLabels: Readonly<Record<Confirmation, string>> = {
  'not-needed': '確認は要らない',
  open: '本人の確認を待つ',
  confirmed: '本人が確かめた',
}

/** A step of the time plan. Rounds and questions are what people speak to; the harvest is what a table takes home. */
export type Step = {
  id: string
  sessionId: string
  kind: StepKind
  /** The question of a round, or what is done. */
  text: string
  minutes: number
  /** Who moves, or what is asked further (補いの問い). */
  hint: string
  order: number
  revision: number
}

export const stepKinds = ['opening', 'round', 'question', 'break', 'harvest', 'closing'] as const
export type StepKind = (typeof stepKinds)[number]
export const stepKindLabels: Readonly<Record<StepKind, string>> = {
  opening: '始め',
  round: 'ラウンド',
  question: '問い',
  break: '休憩',
  harvest: '収穫（まとめ）',
  closing: '終わり',
}

/** Sessions whose record ends with what the office reads in it (方向性). */
export const hasDirections = ({ kind }: Pick<Session, 'kind'>) =>
  kind === 'hearing' || kind === 'interview' || kind === 'staff'

/** Steps to which something is written down. */
export const takesNotes = ({ kind }: Pick<Step, 'kind'>) =>
  kind === 'round' || kind === 'question' || kind === 'harvest'

/** テーブル, with the part of who hosts it: never the name of a participant. */
export type SessionTable = { id: string; sessionId: string; number: number; name: string; host: string }

/** 付箋・発言・質問: words as they were written or said, before and after they are taken into the voices. */
export type Note = {
  id: string
  sessionId: string
  stepId: string
  tableId: string
  number: number
  text: string
  /** Speaker A, B…, or empty: never a name. */
  speaker: string
  /** What the table put it under (見出し); empty while it lies alone. */
  heading: string
  votes: number
  district: string
  ageBand: AgeBand
  consent: Voice['consent']
  submissionId: string | undefined
  enteredAt: string
  revision: number
}

/** How a note is spoken of: 「3-12」 is card 12 of table 3. */
export const noteNumber = (note: Pick<Note, 'number' | 'tableId'>, tables: readonly SessionTable[]) => {
  const table = tables.find(({ id }) => id === note.tableId)
  return table ? `${table.number}-${note.number}` : String(note.number)
}

export type SessionState = 'planned' | 'announced' | 'held' | 'reported' | 'cancelled'
export const sessionStateLabels: Readonly<Record<SessionState, string>> = {
  planned: '準備中（庁内だけ）',
  announced: '公開中',
  held: '開催済み',
  reported: '結果を公開',
  cancelled: '中止',
}

export function sessionStateOn(session: Session, today: string): SessionState {
  if (session.cancelledAt) return 'cancelled'
  if (session.reportedAt) return 'reported'
  if (session.heldOn < today) return 'held'
  return session.announcedAt ? 'announced' : 'planned'
}

const reportWithin = 10

/** Until when the result should be public (開催から10開庁日); undefined where none is owed or it is public already. */
export function reportDueOn({ kind, heldOn, cancelledAt, reportedAt }: Session): string | undefined {
  if (kind === 'staff' || cancelledAt || reportedAt) return undefined
  return addBusinessDays(heldOn, reportWithin)
}

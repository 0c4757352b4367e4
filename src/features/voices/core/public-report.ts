import {
  heading,
  paragraph,
  type TextBlock,
  type TextDocument,
  type TextTable,
} from '#src/lib/document/text-document.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { type Outcome, outcomeLabels } from './follow-up.ts'
import { frameLabels } from './labels.ts'
import { participantWords } from './participants.ts'
import {
  gistWord,
  noteWords,
  type Session,
  type SessionTable,
  type Step,
  sessionKindLabels,
  takesNotes,
} from './session.ts'
import type { VoteResult } from './statement-votes.ts'
import { voteBlocks } from './vote-files.ts'

/** What was answered, once another person approved it; before, only until when. */
export type PublicReply = {
  outcome: Outcome
  reply: string
  timing: string
  dueOn: string
  repliedOn: string
}

/** A note of a published report: the released words of its opinions, and where they went. */
export type PublicNote = {
  id: string
  number: string
  stepId: string
  heading: string
  votes: number
  /** Released texts; empty where nothing was released (yet). */
  texts: { text: string; summary: string }[]
  planItemIds: string[]
  reply: PublicReply | undefined
}

/** A session as everybody may see it: nothing of its state inside the office. */
export type PublicSession = Omit<Session, 'consent' | 'confirmation' | 'boardSeq' | 'revision' | 'directions'>

export type PublicReport = {
  session: PublicSession
  steps: Step[]
  tables: SessionTable[]
  notes: PublicNote[]
  /** What was voted on statements, without what fewer than five said. */
  votes: VoteResult | undefined
}

/** The words of a note as they may be shown: the text, or the summary where only that was released. */
export const wordsOfNote = ({ texts }: Pick<PublicNote, 'texts'>, kind: Session['kind']) =>
  texts.map(({ text, summary }) => text || `（${gistWord(kind)}）${summary}`).join('\n')

/** Notes of a question by heading, those with the most votes first. */
export function publicGroups(notes: readonly PublicNote[]) {
  const groups = Map.groupBy(notes, ({ heading: name }) => name)
  return [...groups]
    .map(([name, own]) => ({
      heading: name,
      notes: [...own].sort((a, b) => b.votes - a.votes),
      votes: own.reduce((sum, { votes }) => sum + votes, 0),
      shown: own.filter(({ texts }) => texts.length > 0).length,
    }))
    .sort((a, b) => b.votes - a.votes || b.notes.length - a.notes.length)
}

/** 「32件のうち28件の文を載せています」: never a count alone. */
export function countWords({ session, notes }: PublicReport): string {
  const shown = notes.filter(({ texts }) => texts.length > 0).length
  const word = noteWords[session.kind]
  const rest =
    shown < notes.length
      ? `残りの${notes.length - shown}件は、個人情報などを確かめているか、公開に同意がないものです。`
      : ''
  return `${word} n＝${notes.length}件（${frameLabels[session.frame]}）。うち${shown}件の文を載せています。${rest}`
}

/** What was answered in a line, or until when it will be. */
export const replyInWords = (reply: PublicReply | undefined) =>
  reply
    ? reply.reply
      ? `${outcomeLabels[reply.outcome]}：${reply.reply}${reply.timing ? `（${reply.timing}）` : ''}`
      : `回答の準備中${reply.dueOn ? `（${eraDay(reply.dueOn)}まで）` : ''}`
    : ''

export const publicHead = ['番号', '問い', '見出し', '票', '文', '結び付いた施策', '市の回答']

/** Every note of the report as a row: what was not released has no words, but counts. */
export function publicRows(
  { session, steps, notes }: PublicReport,
  names: ReadonlyMap<string, string>,
): string[][] {
  return notes.map((note) => [
    note.number,
    steps.find(({ id }) => id === note.stepId)?.text ?? '',
    note.heading,
    String(note.votes),
    wordsOfNote(note, session.kind),
    note.planItemIds.flatMap((id) => names.get(id) ?? []).join('／'),
    replyInWords(note.reply),
  ])
}

/** The published report as a document: released words only. */
export function publicReportDocument(
  report: PublicReport,
  { city, isInvented, names }: { city: string; isInvented: boolean; names: ReadonlyMap<string, string> },
): TextDocument {
  const { session, steps, notes } = report
  return {
    title: `${session.title} 結果`,
    subtitle: [`${sessionKindLabels[session.kind]}　${eraDay(session.heldOn)}`, session.place].filter(
      Boolean,
    ),
    author: city,
    date: session.heldOn,
    header: isInvented ? '見本（架空）' : '',
    hasContents: false,
    isLandscape: false,
    blocks: [
      paragraph(
        [
          session.participants === undefined ? '' : `${participantWords(session)}。`,
          session.participantsNote,
          countWords(report),
        ]
          .filter(Boolean)
          .join(' '),
      ),
      ...steps.filter(takesNotes).flatMap((step): TextBlock[] => {
        const own = notes.filter(({ stepId }) => stepId === step.id)
        return own.length === 0
          ? []
          : [
              heading(1, step.text),
              ...publicGroups(own).map((group) => tableOf(group, { names, kind: session.kind })),
            ]
      }),
      ...(report.votes ? voteBlocks(report.votes) : []),
      ...(session.nextSteps ? [heading(1, 'これからの進め方'), paragraph(session.nextSteps)] : []),
    ],
  }
}

function tableOf(
  { heading: name, notes, votes }: ReturnType<typeof publicGroups>[number],
  { names, kind }: { names: ReadonlyMap<string, string>; kind: Session['kind'] },
): TextTable {
  const shown = notes.filter(({ texts }) => texts.length > 0)
  return {
    kind: 'table',
    caption: `${name || '見出しなし'}（${notes.length}件・${votes}票、載せた文 ${shown.length}件）`,
    widths: [10, 45, 8, 37],
    head: ['番号', '文', '票', 'どうなったか'],
    numeric: [2],
    rows: shown.map((note) => [
      [note.number],
      [wordsOfNote(note, kind)],
      [String(note.votes)],
      [
        [note.planItemIds.flatMap((id) => names.get(id) ?? []).join('／'), replyInWords(note.reply)]
          .filter(Boolean)
          .join('。'),
      ],
    ]),
  }
}

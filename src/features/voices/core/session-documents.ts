import {
  heading,
  paragraph,
  type TextBlock,
  type TextDocument,
  type TextTable,
} from '#src/lib/document/text-document.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { frameLabels } from './labels.ts'
import { participantCounts } from './participants.ts'
import {
  hasDirections,
  type Note,
  noteNumber,
  noteWords,
  type Session,
  type SessionTable,
  type Step,
  sessionKindLabels,
  stepKindLabels,
  takesNotes,
} from './session.ts'
import { recordNotice } from './session-kit.ts'
import type { VoteResult } from './statement-votes.ts'
import { timePlan } from './time-plan.ts'
import { voteBlocks } from './vote-files.ts'

export type SessionFile = {
  session: Session
  steps: readonly Step[]
  tables: readonly SessionTable[]
  notes: readonly Note[]
  votes?: VoteResult | undefined
  city: string
  /** The sample town's: every page says 見本（架空）. */
  isInvented: boolean
}

type Start = Pick<SessionFile, 'session' | 'city' | 'isInvented'> & { title: string; note: string }

const documentOf = (
  { session, city, isInvented, title, note }: Start,
  blocks: TextBlock[],
): TextDocument => ({
  title,
  subtitle: [`${sessionKindLabels[session.kind]}　${eraDay(session.heldOn)}`, session.place].filter(Boolean),
  author: city,
  date: session.heldOn,
  header: [isInvented ? '見本（架空）' : '', note].filter(Boolean).join('　'),
  hasContents: false,
  isLandscape: false,
  blocks,
})

/** 記録の報告 for the office: who came, every question, and every card or remark word by word, with its count. */
export function sessionReport(file: SessionFile): TextDocument {
  const { session, steps, notes } = file
  const word = noteWords[session.kind]
  const blocks = [
    heading(1, '開催のあらまし'),
    outline(file),
    ...(session.purpose ? [paragraph(session.purpose)] : []),
    ...steps
      .filter(takesNotes)
      .flatMap((step, position) => [heading(1, `${position + 1}　${step.text}`), ...stepBlocks(step, file)]),
    ...(file.votes && file.votes.voters > 0 ? voteBlocks(file.votes) : []),
    ...(hasDirections(session) && session.directions
      ? [heading(1, '方向性（聞いたことから読み取ったこと）'), paragraph(session.directions)]
      : []),
    ...(session.nextSteps ? [heading(1, 'これからの進め方'), paragraph(session.nextSteps)] : []),
    {
      kind: 'paragraph' as const,
      runs: [`${word}は書かれたとおりです（計${notes.length}件）。集め方：${frameLabels[session.frame]}。`],
      look: 'note' as const,
    },
  ]
  return documentOf({ ...file, title: `${session.title} 記録`, note: '庁内用' }, blocks)
}

function outline({ session, tables, notes }: SessionFile): TextTable {
  const times = [session.startsAt, session.endsAt].filter(Boolean).join('〜')
  const rows = [
    ['日時', `${eraDay(session.heldOn)} ${times}`.trim()],
    ['場所', session.place],
    ['対象', session.group],
    ['参加', participantCounts(session)],
    ['内訳', session.participantsNote],
    ['集め方', frameLabels[session.frame]],
    ['テーブル', tables.length > 0 ? `${tables.length}卓` : ''],
    [noteWords[session.kind], `${notes.length}件`],
  ]
  return {
    kind: 'table',
    caption: '開催のあらまし',
    widths: [25, 75],
    head: ['項目', '内容'],
    rows: rows.filter(([, value]) => value).map((row) => row.map((words) => [words])),
  }
}

/** The cards of one question, heading by heading, the most votes first. */
function stepBlocks(step: Step, { session, tables, notes }: SessionFile): TextBlock[] {
  const own = notes.filter(({ stepId }) => stepId === step.id)
  if (own.length === 0) return [paragraph('記録はありません。')]
  if (session.kind !== 'world-cafe') return [remarkTable(step, own)]
  const headings = [...new Set(own.map((note) => note.heading))].sort(
    (a, b) => votesOf(own, b) - votesOf(own, a),
  )
  return headings.flatMap((name) => {
    const cards = own
      .filter((note) => note.heading === name)
      .sort((a, b) => b.votes - a.votes || a.number - b.number)
    const title = `${name || '見出しなし'}（${cards.length}枚・${votesOf(own, name)}票）`
    return [heading(2, title), cardTable(title, cards, tables)]
  })
}

const votesOf = (notes: readonly Note[], name: string) =>
  notes.filter((note) => note.heading === name).reduce((sum, { votes }) => sum + votes, 0)

const cardTable = (caption: string, cards: readonly Note[], tables: readonly SessionTable[]): TextTable => ({
  kind: 'table',
  caption,
  widths: [12, 78, 10],
  head: ['番号', '付箋の原文', '票'],
  numeric: [2],
  rows: cards.map((card) => [[noteNumber(card, tables)], linesOf(card.text), [String(card.votes)]]),
})

const remarkTable = (step: Step, notes: readonly Note[]): TextTable => ({
  kind: 'table',
  caption: `${step.text}（${notes.length}件）`,
  widths: [10, 12, 78],
  head: ['番号', '話した人', '発言'],
  rows: [...notes]
    .sort((a, b) => a.number - b.number)
    .map((note) => [[String(note.number)], [note.speaker], linesOf(note.text)]),
})

const linesOf = (text: string) =>
  text.split('\n').flatMap((line, position) => (position === 0 ? [line] : [{ break: true as const }, line]))

/** 進行表と問いの紙: what the host has in hand, then a sheet to write on for each question. */
export function guideDocument(file: Omit<SessionFile, 'notes'>): TextDocument {
  const { session, steps, tables } = file
  const timed = timePlan(steps, session)
  const plan: TextTable = {
    kind: 'table',
    caption: '進行',
    widths: [18, 12, 40, 8, 22],
    head: ['時刻', '種類', '問い・すること', '分', '進め方'],
    numeric: [3],
    rows: timed.map(({ from, to, kind, text, minutes, hint }) => [
      [from ? `${from}〜${to}` : ''],
      [stepKindLabels[kind]],
      [text],
      [String(minutes)],
      [hint],
    ]),
  }
  const hosts: TextBlock[] = tables.map(({ number, name, host }) =>
    paragraph([`テーブル${number}`, name, host && `進行：${host}`].filter(Boolean).join('　')),
  )
  return documentOf({ ...file, title: `${session.title} 進行表`, note: '進行役用' }, [
    ...(session.purpose ? [heading(1, '目的'), paragraph(session.purpose)] : []),
    paragraph('始まる前に、次の「記録と写真について」を読み上げ、質問があれば答えます。'),
    ...recordNotice(session),
    heading(1, '進行'),
    plan,
    ...(hosts.length > 0 ? [heading(1, 'テーブル'), ...hosts] : []),
    heading(1, '記録の決まり'),
    paragraph(
      '書かれたとおり・話されたとおりに記録します。氏名・住所は書きません。話した人は A、B… とします。',
    ),
    paragraph('記録した人：　　　　　　　　　　　　　　記録した日：'),
    ...steps
      .filter(takesNotes)
      .flatMap((step, position) => [
        heading(1, `問い${position + 1}　${step.text}`),
        ...(step.hint ? [paragraph(step.hint)] : []),
        ...Array.from({ length: 8 }, () => paragraph('　')),
      ]),
  ])
}

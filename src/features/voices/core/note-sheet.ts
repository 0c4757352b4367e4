import type { WriteSheet } from '#src/lib/table/table.ts'
import { consentLabels } from './labels.ts'
import { noteNumber, noteWords, type Session } from './session.ts'
import type { SessionFile } from './session-documents.ts'

/** Every card or remark of a session as a sheet, word by word, with what the tables made of it. */
export function noteSheet({
  session,
  steps,
  tables,
  notes,
}: Pick<SessionFile, 'session' | 'steps' | 'tables' | 'notes'>): WriteSheet {
  const order = new Map(steps.map(({ id }, position) => [id, position]))
  const rows = [...notes].sort(
    (a, b) => (order.get(a.stepId) ?? 0) - (order.get(b.stepId) ?? 0) || (a.id < b.id ? -1 : 1),
  )
  return {
    name: noteWords[session.kind].slice(0, 31).replaceAll('・', ' '),
    title: `${session.title} 記録の一覧（庁内用）`,
    guidance: `原文は書かれたとおりです。計${notes.length}件。`,
    columns: [
      { header: '番号', width: 10, format: 'text' },
      { header: '問い', width: 30, format: 'text' },
      { header: '原文', width: 60, format: 'text' },
      { header: '話した人', width: 10, format: 'text' },
      { header: '見出し', width: 24, format: 'text' },
      { header: '票', width: 8, format: 'whole' },
      { header: '地区', width: 12, format: 'text' },
      { header: '年代', width: 12, format: 'text' },
      { header: '公開の同意', width: 20, format: 'text' },
    ],
    rows: rows.map((note) => [
      noteNumber(note, tables),
      steps.find(({ id }) => id === note.stepId)?.text ?? '',
      note.text,
      note.speaker,
      note.heading,
      note.votes,
      note.district,
      note.ageBand,
      consentLabels[note.consent],
    ]),
  }
}

export const fileNameOf = ({ title, heldOn }: Pick<Session, 'title' | 'heldOn'>, what: string) =>
  `${heldOn}_${title.replaceAll(/[\\/:*?"<>|]/g, '')}_${what}`

import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { changedNoteForm, newNoteForm } from '../../core/session-forms.ts'
import {
  addNotes,
  changeNote,
  moveNote,
  removeNote,
  renameHeading,
  voteNote,
} from '../../store/commands/notes.ts'

export type NoteOutcome =
  | { problems: Problems; entered: Entered; noteId?: string; isStale?: boolean }
  | undefined

/** What a form of the board or of the record asks for. Undefined when it is done. */
export async function submitNote(context: Context, sessionId: string, form: FormData): Promise<NoteOutcome> {
  const entered = enteredIn(form)
  const { act, noteId = '', heading = '' } = entered
  if (act === 'vote' || act === 'unvote') await voteNote(context, { noteId, by: act === 'vote' ? 1 : -1 })
  else if (act === 'move') await moveNote(context, { noteId, heading: heading.trim().slice(0, 60) })
  else if (act === 'remove') await removeNote(context, { noteId })
  else if (act === 'rename') return rename(context, sessionId, entered)
  else if (act === 'change') return change(context, noteId, form)
  else return add(context, sessionId, form)
  return undefined
}

async function rename(context: Context, sessionId: string, entered: Entered): Promise<NoteOutcome> {
  const { stepId = '', from = '', to = '' } = entered
  const name = to.trim().slice(0, 60)
  if (name === '') return { problems: { to: '見出しの新しい名前を書いてください' }, entered }
  await renameHeading(context, { sessionId, stepId, from, to: name })
  return undefined
}

async function change(context: Context, noteId: string, form: FormData): Promise<NoteOutcome> {
  const read = readForm(changedNoteForm, form)
  if (read.problems) return { problems: read.problems, entered: read.entered, noteId }
  const revision = Number(read.entered['revision'])
  const outcome = await unlessStale(changeNote(context, { noteId, revision, ...read.values }))
  return outcome.isStale ? { problems: {}, entered: read.entered, noteId, isStale: true } : undefined
}

async function add(context: Context, sessionId: string, form: FormData): Promise<NoteOutcome> {
  const read = readForm(newNoteForm, form)
  if (read.problems) return { problems: read.problems, entered: read.entered }
  const { stepId, tableId, consent, ...note } = read.values
  await addNotes(context, { sessionId, stepId, tableId, notes: [{ ...note, consent: consent || undefined }] })
  return undefined
}

import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { keepBytes } from '#src/platform/files.ts'
import { enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { paperForm, replacementForm } from '../../core/forms.ts'
import { mostPaperBytes, readPaperFile } from '../../core/paper-file.ts'
import {
  isNumberTaken,
  nextPaperNumber,
  numberedName,
  paperNumber,
  takenWords,
} from '../../core/paper-number.ts'
import type { PaperSource } from '../../core/papers.ts'
import { permissions } from '../../core/permissions.ts'
import { addPaper, removeErasedPapers, replacePaper, withdrawPaper } from '../../store/commands-papers.ts'
import { getMeeting } from '../../store/queries.ts'
import { meetingAddress } from './deliberation-tabs.tsx'
import { makeLivePaper, type PaperPlace } from './live-papers.ts'
import { type Act, wrong } from './meeting-acts.ts'

/** What is laid, replaced and taken back of the papers of a meeting. */
const paper: Act = async (context, { meetingId, folder }, form) => {
  authorize(context, permissions, 'prepare-meeting')
  const read = readForm(paperForm, form)
  if (read.problems) return wrong(read.entered, read.problems)
  const chosen = String(form.get('source') ?? '')
  const { meeting, body, papers } = await getMeeting(context, meetingId)
  const named = chosen ? undefined : numberedName(nameOf(form.get('file')))
  const label = paperNumber(read.values.label || named?.number || nextPaperNumber(papers))
  const problems: Problems = isNumberTaken(papers, label) ? { label: takenWords(label) } : {}
  const place = { number: label, body, heldOn: meeting.heldOn }
  const asked = { chosen, file: form.get('file'), place }
  const given = await contentOf(context, asked, problems['label'] !== undefined)
  if ('problem' in given) return wrong(read.entered, { ...problems, file: given.problem })
  const title = read.values.paperTitle || named?.title || given.source?.label
  if (!title) problems['paperTitle'] = '資料の名前を書いてください'
  if (!title || problems['label']) return wrong(read.entered, problems)
  const { agendaItemId, isPublic } = read.values
  const kept = await keptIn(folder, given)
  await addPaper(context, { meetingId, agendaItemId, label, title, isPublic, ...kept })
  return { seeOther: `${meetingAddress(meetingId)}?notice=added` }
}

const nameOf = (file: FormDataEntryValue | null) => (file instanceof File ? file.name : '')

const replace: Act = async (context, { meetingId, folder }, form) => {
  authorize(context, permissions, 'prepare-meeting')
  const read = readForm(replacementForm, form)
  const chosen = String(form.get('newSource') ?? '')
  const { meeting, body, papers } = await getMeeting(context, meetingId)
  const before = papers.find(({ id }) => id === read.entered['replacedId'])
  const place = { number: before?.label ?? '', body, heldOn: meeting.heldOn }
  const asked = { chosen, file: form.get('newFile'), place }
  const given = await contentOf(context, asked, read.problems !== undefined)
  if (read.problems || 'problem' in given)
    return wrong(read.entered, { ...read.problems, ...('problem' in given && { newFile: given.problem }) })
  const { replacedId: paperId, newTitle, replaceReason: reason } = read.values
  const title = newTitle || (before?.title ?? '')
  const kept = await keptIn(folder, given)
  await replacePaper(context, { meetingId, paperId, reason, title, ...kept })
  return { seeOther: `${meetingAddress(meetingId)}?notice=saved` }
}

const withdraw: Act = async (context, { meetingId, folder }, form) => {
  const entered = enteredIn(form)
  const reason = (entered['withdrawnReason'] ?? '').trim()
  if (!reason) return wrong(entered, { withdrawnReason: '取り下げの理由を書いてください' })
  const isErased = entered['isErased'] !== undefined
  await withdrawPaper(context, { meetingId, paperId: entered['paperId'] ?? '', reason, isErased })
  if (isErased) await removeErasedPapers(context, folder)
  return { seeOther: `${meetingAddress(meetingId)}?notice=saved` }
}

export const paperActs: Readonly<Record<string, Act>> = { paper, replace, withdraw }

type Given = { bytes: Uint8Array; name: string; contentType: string; source?: PaperSource }

/** The file that was sent, or the record it is made from; the record only where nothing else is wrong. */
async function contentOf(
  context: Context,
  { chosen, file, place }: { chosen: string; file: FormDataEntryValue | null; place: PaperPlace },
  isWrongAnyway: boolean,
): Promise<Given | { problem: string }> {
  const isSent = file instanceof File && file.size > 0
  if (chosen && isSent) return { problem: 'ファイルか記録の、どちらか1つを選んでください' }
  if (chosen)
    return isWrongAnyway
      ? { bytes: new Uint8Array(), name: '', contentType: '' }
      : makeLivePaper(context, chosen, place)
  if (!isSent) return { problem: 'ファイルか、もとになる記録を選んでください' }
  const bytes =
    file.size <= mostPaperBytes
      ? new Uint8Array(await file.arrayBuffer())
      : new Uint8Array(mostPaperBytes + 1)
  const kind = readPaperFile(bytes, file.name)
  return 'problem' in kind ? kind : { bytes, name: file.name, contentType: kind.contentType }
}

async function keptIn(folder: string, { source, ...file }: Given) {
  return { file: { ...file, sha256: await keepBytes(folder, file.bytes) }, source }
}

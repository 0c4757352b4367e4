import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { forgetFile, registerFile, removeForgottenBytes } from '#src/platform/files.ts'
import { markPurged, type PurgeAgain } from '#src/platform/purges/purge-marks.ts'
import { isNumberTaken, paperNumber, takenWords } from '../core/paper-number.ts'
import { currentPapers, type PaperSource } from '../core/papers.ts'
import { permissions } from '../core/permissions.ts'
import { refuseUnless } from './commands.ts'
import { getMeeting } from './queries.ts'
import { tables } from './tables.ts'

type PaperContent = {
  title: string
  file: { bytes: Uint8Array; name: string; contentType: string; sha256: string }
  /** What it was made from, where it is no file that was handed in. */
  source?: PaperSource | undefined
}
type NewPaper = PaperContent & {
  meetingId: string
  agendaItemId: string | undefined
  label: string
  isPublic: boolean
}

/** 資料を載せる, under a number that no other paper of the meeting has. The bytes are kept before; the row is written with the rest or not at all. */
export const addPaper = command(
  permissions,
  'prepare-meeting',
  async (context, { meetingId, agendaItemId, label: typed, isPublic, ...content }: NewPaper) => {
    const { meeting, agenda, papers } = await getMeeting(context, meetingId)
    refuseUnless(meeting, ['draft', 'called', 'held'])
    if (agendaItemId !== undefined && !agenda.some(({ id }) => id === agendaItemId))
      throw new Refusal('not-found', '議題が見つかりません')
    const label = paperNumber(typed)
    if (isNumberTaken(papers, label)) throw new Refusal('conflict', takenWords(label))
    const openness = isPublic ? ('open' as const) : ('closed' as const)
    const place = { meetingId, agendaItemId: agendaItemId ?? null, label, openness }
    return insertPaper(context, content, { ...place, replacesId: null, replaceReason: '' })
  },
)

type Replacement = PaperContent & { meetingId: string; paperId: string; reason: string }

/**
 * 資料を差し替える: the new paper stands where the old one stood, under its number; the old one stays for the members, with the
 * reason. Also after the meeting, when a mistake or something personal was found in a paper.
 */
export const replacePaper = command(
  permissions,
  'prepare-meeting',
  async (context, { meetingId, paperId, reason, ...content }: Replacement) => {
    const { meeting, papers } = await getMeeting(context, meetingId)
    refuseUnless(meeting, ['draft', 'called', 'held', 'confirmed', 'published'])
    const before = found(
      papers.find(({ id }) => id === paperId),
      '資料',
    )
    if (!currentPapers(papers).includes(before))
      throw new Refusal('conflict', 'この資料は、すでに差し替えられています')
    const { agendaItemId, label, isPublic } = before
    const openness = isPublic ? ('open' as const) : ('closed' as const)
    const place = { meetingId, agendaItemId: agendaItemId ?? null, label, openness }
    return insertPaper(context, content, { ...place, replacesId: paperId, replaceReason: reason })
  },
)

type Place = {
  meetingId: string
  agendaItemId: string | null
  label: string
  openness: 'open' | 'closed'
  replacesId: string | null
  replaceReason: string
}

async function insertPaper(context: Context, { title, file, source }: PaperContent, place: Place) {
  const id = context.newId('mp')
  const row = {
    ...place,
    id,
    title,
    fileId: await registerFile(context, file),
    laidOn: tokyoDay(context.now),
    source: source ? JSON.stringify(source) : '',
    withdrawnReason: '',
    erasedSha256: '',
  }
  await tables(context).insertInto('meetingPapers').values(row).execute()
  return id
}

const markName = 'meeting-papers'

type Withdrawal = { meetingId: string; paperId: string; reason: string; isErased?: boolean }

/**
 * 資料を取り下げる: a tombstone with the reason stays where it stood. Something personal is erased as well: then neither the file
 * nor the name it had is kept. A paper already withdrawn can still be erased.
 */
export const withdrawPaper = command(
  permissions,
  'prepare-meeting',
  async (context, { meetingId, paperId, reason, isErased = false }: Withdrawal) => {
    const { papers } = await getMeeting(context, meetingId)
    const paper = found(
      papers.find(({ id }) => id === paperId),
      '資料',
    )
    if (paper.isErased) throw new Refusal('conflict', 'この資料のファイルは、すでに消してあります')
    if (isErased) {
      await forgetFile(context, paper.fileId)
      await markPurged(context, markName, [paperId])
    }
    await tables(context)
      .updateTable('meetingPapers')
      .set({ withdrawnReason: reason, ...(isErased ? { erasedSha256: paper.sha256 } : {}) })
      .where('id', '=', paperId)
      .execute()
  },
)

/** After a restore: a paper that had been erased is a tombstone again; its bytes go with the work of the morning. */
export const eraseAgain: PurgeAgain = async (context, { isPurged }) => {
  const office = { ...context, actor: { ...context.actor, roles: ['secretariat' as const] } }
  const laid = await tables(office)
    .selectFrom('meetingPapers')
    .select(['id', 'meetingId', 'withdrawnReason'])
    .where('erasedSha256', '=', '')
    .orderBy('id')
    .execute()
  const again = laid.filter(({ id }) => isPurged(markName, id))
  for (const { id: paperId, meetingId, withdrawnReason } of again) {
    const reason = withdrawnReason || '前に消した資料です。バックアップを戻したあと、もう一度消しました'
    await withdrawPaper(office, { meetingId, paperId, reason, isErased: true })
  }
  return again.length
}

/** Removes the bytes of erased papers that are still there: right after the command, and again every day. */
export async function removeErasedPapers(context: Context, folder: string) {
  const rows = await tables(context)
    .selectFrom('meetingPapers')
    .select('erasedSha256')
    .where('erasedSha256', '<>', '')
    .execute()
  for (const { erasedSha256 } of rows) await removeForgottenBytes(context, folder, erasedSha256)
}

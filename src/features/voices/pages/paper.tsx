import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther } from '#src/platform/page.ts'
import { openSealer } from '#src/platform/sealing.ts'
import { correctionForm, lostOpinionWords } from '../core/correction.ts'
import { permissions } from '../core/permissions.ts'
import { mostScanBytes, readScanFile } from '../core/scan-file.ts'
import { correctTranscription } from '../store/commands/corrections.ts'
import { checkTranscript, keepScan, readScan } from '../store/commands/transcripts.ts'
import { listScans } from '../store/queries/scans.ts'
import { getSubmission, listOpinionsOf } from '../store/queries/voices.ts'
import { PaperView } from './parts/paper-view.tsx'
import { voicesCrumb } from './parts/voice-tabs.tsx'

/** 原本との照合: the scan of a letter beside what was typed; a second person compares, a mistake is corrected. */
export const paperPage = page('/staff/voices/:submissionId/paper', {
  audience: 'staff',
  maxBytes: mostScanBytes + 4 * 1024 * 1024,
  show: (context, { params }) => screen(context, params.submissionId, {}),
  async submit(context, { params: { submissionId }, folder }, form) {
    authorize(context, permissions, 'check-transcripts')
    const entered = enteredIn(form)
    const known = { submissionId, revision: Number(entered['revision']) }
    if (entered['act'] === 'look') {
      const scanId = entered['scanId'] ?? ''
      const { bytes, contentType, name } = await readScan(context, {
        submissionId,
        scanId,
        sealer: openSealer(folder),
      })
      return { file: bytes, contentType, fileName: name }
    }
    if (entered['act'] === 'scan') return addScan(context, { submissionId, folder, file: form.get('scan') })
    if (entered['act'] === 'check') return saved(context, submissionId, checkTranscript(context, known))
    return correct(context, known, form)
  },
})

/** 書き起こしの訂正 */
async function correct(
  context: Context,
  known: { submissionId: string; revision: number },
  form: FormData,
): Promise<Screen | SeeOther> {
  const { submissionId } = known
  const read = readForm(correctionForm, form)
  const { entered } = read
  const again = async (problems: Problems) => ({
    ...(await screen(context, submissionId, { entered, problems })),
    status: 422 as const,
  })
  if (read.problems) return again(read.problems)
  const { original } = await getSubmission(context, submissionId)
  const opinions = await listOpinionsOf(context, submissionId)
  const lost = lostOpinionWords({ before: original, after: read.values.original }, opinions)
  if (lost) return again({ original: lost })
  return saved(context, submissionId, correctTranscription(context, { ...known, ...read.values }), entered)
}

async function saved(
  context: Context,
  submissionId: string,
  saving: Promise<unknown>,
  entered: Entered = {},
): Promise<Screen | SeeOther> {
  const outcome = await unlessStale(saving)
  if (!outcome.isStale) return { seeOther: `/staff/voices/${submissionId}/paper?notice=saved` }
  return { ...(await screen(context, submissionId, { entered, isStale: true })), status: 409 }
}

type Sent = { submissionId: string; folder: string; file: FormDataEntryValue | null }

async function addScan(context: Context, { submissionId, folder, file }: Sent): Promise<Screen | SeeOther> {
  const { scan, problem = 'ファイルを選んでください' } = await readScanFile(file)
  if (!scan) return { ...(await screen(context, submissionId, { problems: { scan: problem } })), status: 422 }
  const sealer = openSealer(folder)
  await keepScan(context, { submissionId, scan: { ...scan, sealer } })
  return { seeOther: `/staff/voices/${submissionId}/paper?notice=added` }
}

type State = { entered?: Entered; problems?: Problems; isStale?: boolean }

async function screen(context: Context, submissionId: string, state: State): Promise<Screen> {
  authorize(context, permissions, 'check-transcripts')
  const submission = await getSubmission(context, submissionId)
  return {
    title: `原本との照合 ${submission.receiptNumber}`,
    crumbs: [voicesCrumb, { label: submission.receiptNumber, href: `/staff/voices/${submissionId}` }],
    body: (
      <PaperView
        submission={submission}
        scans={await listScans(context, submissionId)}
        actor={context.actor}
        mayAdd={mayDo(context.actor, permissions, 'take-in-voice')}
        entered={state.entered ?? {}}
        problems={state.problems ?? {}}
        isStale={state.isStale ?? false}
      />
    ),
  }
}

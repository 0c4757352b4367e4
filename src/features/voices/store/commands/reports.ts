import { canonicalJson } from '#src/formats/canonical-json.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import { Refusal } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { makeVoiceReport } from '../../core/voice-report.ts'
import { listCounted, listReportedIssues } from '../queries/reports.ts'
import { listParticipants } from '../queries/sessions.ts'
import { tables } from '../tables.ts'

/** Publishes what was heard so far (声のまとめ), kept as it is on this day: small counts hidden, released words only. */
export const publishVoiceReport = command(
  permissions,
  'publish-voice-report',
  async (context, { title, text }: { title: string; text: string }) => {
    const { voices, orders } = await listCounted(context)
    if (voices.length === 0) throw new Refusal('conflict', '数える声がありません')
    const issues = await listReportedIssues(context)
    const participants = await listParticipants(context)
    const report = makeVoiceReport({
      title,
      text,
      madeOn: tokyoDay(context.now),
      voices,
      issues,
      orders,
      participants,
    })
    const id = context.newId('vr')
    await tables(context)
      .insertInto('voiceReports')
      .values({
        id,
        content: canonicalJson(report),
        publishedAt: context.now.toISOString(),
        publishedBy: context.actor.id,
        withdrawnAt: null,
      })
      .execute()
    return id
  },
)

/** Takes a published report back; it is no longer shown. */
export const withdrawVoiceReport = command(
  permissions,
  'publish-voice-report',
  async (context, { reportId }: { reportId: string }) => {
    await tables(context)
      .updateTable('voiceReports')
      .set({ withdrawnAt: context.now.toISOString() })
      .where('id', '=', reportId)
      .where('withdrawnAt', 'is', null)
      .execute()
  },
)

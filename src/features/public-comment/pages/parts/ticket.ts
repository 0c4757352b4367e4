import { isSameMark, type Sealer } from '#src/platform/sealing.ts'
import { fastestMilliseconds } from '../../core/comment-form.ts'

type Given = { caseId: string; submissionId: string; now: Date }

/**
 * What the check page hands out: the id the comment will have and when, signed. Sent twice, it is still one
 * comment.
 */
export function issueTicket(sealer: Sealer, { caseId, submissionId, now }: Given): string {
  const at = String(now.getTime())
  return [submissionId, at, sealer.mark('ticket', caseId, submissionId, at).toString('base64url')].join('.')
}

const longest = 24 * 60 * 60 * 1000

type Shown = { caseId: string; ticket: string; now: Date }

export function readTicket(
  sealer: Sealer,
  { caseId, ticket, now }: Shown,
): { submissionId: string } | { problem: string } {
  const [submissionId = '', at = '', mark = ''] = ticket.split('.')
  const own = sealer.mark('ticket', caseId, submissionId, at)
  const age = now.getTime() - Number(at)
  if (!isSameMark(own, Buffer.from(mark, 'base64url')) || age > longest) {
    return { problem: 'この画面は古くなりました。内容を確かめて、もう一度送ってください' }
  }
  if (age < fastestMilliseconds) return { problem: '少し待って、もう一度「この内容で送る」を押してください' }
  return { submissionId }
}

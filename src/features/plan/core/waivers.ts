import { z } from 'zod'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Waiver } from '#src/formats/plan-parts.ts'
import type { Finding } from './lint/finding.ts'
import { neverWaived } from './lint/lint-plan.ts'

/** The longest a waiver lasts: a year (from 29 February to 28 February). Afterwards the finding is back. */
export function longestWaiver(today: string): string {
  const later = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`
  return later.endsWith('-02-29') ? `${later.slice(0, -2)}28` : later
}

const day = z.iso.date('日付は 2027-03-31 の形で書いてください')

/** 例外の申請: why, by which unit, until when. */
export const waiverForm = (today: string) =>
  z.object({
    reason: z
      .string()
      .trim()
      .min(10, '理由を10字以上で書いてください。公開されます')
      .max(500, '理由は500字以内にしてください'),
    grantedBy: z.string().min(1, '認める課を選んでください'),
    expiresOn: day
      .refine((on) => on > today, '期限は、あしたより後の日にしてください')
      .refine((on) => on <= longestWaiver(today), '期限は1年以内にしてください'),
  })

/** Whether a finding may be waived at all: what makes the document untrustworthy may not. */
export const mayWaive = ({ ruleId, severity }: Pick<Finding, 'ruleId' | 'severity'>) =>
  severity !== 'I' && !neverWaived.has(ruleId)

export type WaiverState = { waiver: Waiver; isExpired: boolean; subject: string; message: string | undefined }

/** 例外の一覧: each with what it is about and whether it still holds, the ones that end soonest first. */
export function waiverStates(
  plan: Pick<PlanDocument, 'waivers'>,
  findings: readonly Finding[],
  today: string,
): WaiverState[] {
  const byFingerprint = new Map(findings.map((finding) => [finding.fingerprint, finding]))
  return plan.waivers
    .map((waiver) => {
      const finding = byFingerprint.get(waiver.fingerprint)
      return {
        waiver,
        isExpired: waiver.expiresOn < today,
        subject: finding?.subjectId ?? '',
        message: finding?.message,
      }
    })
    .sort((a, b) => (a.waiver.expiresOn < b.waiver.expiresOn ? -1 : 1))
}

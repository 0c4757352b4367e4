import { type Waiver, waiver as waiverPart } from '#src/formats/plan-parts.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { subjectWords } from '../../core/subject-words.ts'
import { longestWaiver, mayWaive } from '../../core/waivers.ts'
import { lintNow } from '../queries/lint.ts'
import { getPlanDocument } from '../queries/plans.ts'
import { tables } from '../tables.ts'
import { addPart } from './parts.ts'
import { touchPlan } from './touch.ts'

type Grant = { planId: string; fingerprint: string } & Pick<Waiver, 'reason' | 'grantedBy' | 'expiresOn'>

/** Grants an exception (例外) from one finding, with reason and end. Both are public. Returns its id. */
export const grantWaiver = command(permissions, 'grant-waiver', async (context, given: Grant) => {
  const { planId, fingerprint, reason, grantedBy, expiresOn } = given
  const today = tokyoDay(context.now)
  const plan = await getPlanDocument(context, planId)
  const { findings } = await lintNow(context, plan)
  const finding = found(
    findings.find((one) => one.fingerprint === fingerprint),
    '指摘',
  )
  if (!mayWaive(finding)) throw new Refusal('conflict', 'この指摘に、例外は認められません')
  if (finding.waivedBy) throw new Refusal('conflict', 'この指摘には、すでに例外があります')
  if (expiresOn > longestWaiver(today)) throw new Refusal('conflict', '例外の期限は1年以内です')
  const id = context.newId('wa')
  const part = waiverPart.parse({
    id,
    ruleId: finding.ruleId,
    fingerprint,
    subject: subjectWords(plan, finding),
    reason,
    grantedBy,
    grantedOn: today,
    expiresOn,
  })
  await addPart(context, { planId, list: 'waivers', part })
  return id
})

/** Takes an exception back: the finding counts again. Frozen versions keep it as it was. */
export const withdrawWaiver = command(
  permissions,
  'grant-waiver',
  async (context, { planId, waiverId }: { planId: string; waiverId: string }) => {
    const result = await tables(context)
      .deleteFrom('planParts')
      .where('id', '=', waiverId)
      .where('planId', '=', planId)
      .where('list', '=', 'waivers')
      .executeTakeFirst()
    if (result.numDeletedRows === 0n) throw new Refusal('not-found', '例外が見つかりません')
    await touchPlan(context, planId)
  },
)

import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { AboutScreen, Badge, EmptyState } from '#src/ui/parts.tsx'
import { numbersOf } from '../core/numbering.ts'
import { permissions } from '../core/permissions.ts'
import { waiverStates } from '../core/waivers.ts'
import { withdrawWaiver } from '../store/commands/waivers.ts'
import { planFacts } from '../store/queries/facts.ts'
import { lintNow } from '../store/queries/lint.ts'
import { getPlanDocument } from '../store/queries/plans.ts'
import { lintAddress } from './parts/addresses.ts'
import { subjectOf } from './parts/lint-list.ts'

/** 点検の例外: all of the working plan, with their ends. */
export const waiversPage = page('/staff/lint/:planId/waivers', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.planId),
  async submit(context, { params: { planId } }, form) {
    await withdrawWaiver(context, { planId, waiverId: String(form.get('waiverId') ?? '') })
    return { seeOther: `${lintAddress(planId)}/waivers?notice=removed` }
  },
})

async function screen(context: Context, planId: string): Promise<Screen> {
  const plan = await getPlanDocument(context, planId)
  const [{ findings }, facts] = await Promise.all([lintNow(context, plan), planFacts(context, planId)])
  const states = waiverStates(plan, findings, tokyoDay(context.now))
  const numbers = numbersOf(plan)
  const units = new Map(plan.units.map(({ id, name }) => [id, name]))
  const mayChange = mayDo(context.actor, permissions, 'grant-waiver')
  return {
    title: '点検の例外',
    crumbs: [{ label: '点検', href: lintAddress(planId) }],
    facts,
    isInvented: plan.isInvented,
    body: (
      <>
        <h1>点検の例外</h1>
        {states.length === 0 && (
          <EmptyState title="例外はありません。">
            <p>直せない指摘があるときは、点検の一覧の「例外にする」から、理由と期限を付けて認めます。</p>
          </EmptyState>
        )}
        <ul class="sb-rows l-gap">
          {states.map(({ waiver, isExpired, subject, message }) => (
            <li key={waiver.id}>
              <p class="sb-rows__when">
                <b>{waiver.ruleId}</b>
                {eraDay(waiver.expiresOn)}まで
              </p>
              <div>
                <p>{message ?? 'この指摘は、いまはありません。'}</p>
                {subject && <p class="sb-sub">{subjectOf(plan, { subjectId: subject }, numbers).label}</p>}
                <p>理由：{waiver.reason}</p>
                <p class="sb-sub">
                  {units.get(waiver.grantedBy) ?? '不明の課'}　{eraDay(waiver.grantedOn)}
                </p>
              </div>
              <div class="l-flow">
                <Badge tone={isExpired ? 'warn' : message ? 'info' : 'ok'}>
                  {isExpired ? '期限切れ' : message ? '例外中' : '直った'}
                </Badge>
                {mayChange && (
                  <form method="post">
                    <input type="hidden" name="waiverId" value={waiver.id} />
                    <button class="dads-button dads-button--secondary dads-button--small" type="submit">
                      取り消す<span class="vh">：{waiver.ruleId}</span>
                    </button>
                  </form>
                )}
              </div>
            </li>
          ))}
        </ul>
        <AboutScreen>
          <p>取り消すと、指摘が戻ります。固めた版の中の例外は、そのまま残ります。</p>
        </AboutScreen>
      </>
    ),
  }
}

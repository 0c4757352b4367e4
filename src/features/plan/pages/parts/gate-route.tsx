import { monthWords } from '#src/features/planning-process/core/labels.ts'
import { permissions as processPermissions } from '#src/features/planning-process/core/permissions.ts'
import { findSchedule } from '#src/features/planning-process/store/queries.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Section } from '#src/ui/parts.tsx'
import { type GateMilestone, type GateStep, gateSteps } from '../../core/gate-steps.ts'
import type { LintReport } from '../../core/lint/lint-plan.ts'
import { gateLabels, gateStates } from '../../core/stages.ts'
import { lintAddress } from './addresses.ts'

/** The gates with the days the schedule gives them. */
export async function listGateSteps(context: Context, report: LintReport): Promise<GateStep[]> {
  const schedule = mayDo(context.actor, processPermissions, 'read-process')
    ? await findSchedule(context)
    : undefined
  const milestones = (schedule?.tasks ?? []).flatMap(
    ({ gate, state, plannedEnd, actualEnd }): GateMilestone[] =>
      gate && state !== 'cancelled'
        ? [{ gate, when: monthWords(actualEnd ?? plannedEnd), isDone: state === 'done' }]
        : [],
  )
  return gateSteps(gateStates(report), milestones)
}

/** 関門まで: what was passed, what is ahead, and how much still stops the plan. */
export function GateRoute({ steps, planId }: { steps: readonly GateStep[]; planId: string }) {
  return (
    <Section id="gates" title="関門まで" aside={<a href="/staff/versions">版をつくる</a>}>
      <ol class="sb-route">
        {steps.map(({ gate, when, place, stops }) => (
          <li
            key={gate}
            aria-current={place === 'now' ? 'step' : undefined}
            class={place === 'next' ? 'is-next' : undefined}
          >
            {when && <span class="sb-route__when">{when}</span>}
            <span class="sb-route__what">
              {gateLabels[gate]}
              {place === 'now' && <span class="vh">（次の関門）</span>}
            </span>
            <span class="sb-route__when">
              {place === 'past' ? (
                '通過'
              ) : stops > 0 ? (
                <a href={`${lintAddress(planId)}?gate=${gate}`}>
                  止まる指摘 {stops}件<span class="vh">：{gateLabels[gate]}</span>
                </a>
              ) : (
                '止まる指摘なし'
              )}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

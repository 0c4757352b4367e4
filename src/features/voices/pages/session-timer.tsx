import { authorize } from '#src/platform/authorize.ts'
import { page } from '#src/platform/page.ts'
import { permissions } from '../core/permissions.ts'
import { stepKindLabels } from '../core/session.ts'
import { timePlan } from '../core/time-plan.ts'
import { getSession, listSteps } from '../store/queries/sessions.ts'
import { sessionCrumb, sessionsCrumb } from './parts/session-parts.tsx'

/** 会場に映す時計: the question in large type, the minutes, and what comes next. */
export const sessionTimerPage = page('/staff/sessions/:sessionId/timer', {
  audience: 'staff',
  async show(context, { params: { sessionId }, url }) {
    authorize(context, permissions, 'read-sessions')
    const session = await getSession(context, sessionId)
    const steps = timePlan(await listSteps(context, sessionId), session)
    const at = Math.max(
      0,
      steps.findIndex(({ id }) => id === url.searchParams.get('step')),
    )
    const [step, next] = [steps[at], steps[at + 1]]
    const previous = steps[at - 1]
    const address = (id: string) => `/staff/sessions/${sessionId}/timer?step=${id}`
    return {
      title: '会場に映す時計',
      crumbs: [sessionsCrumb, sessionCrumb(session)],
      body: step ? (
        <div class="sb-timer">
          <p class="sb-timer__kind">
            {stepKindLabels[step.kind]}
            {step.from && `　${step.from}〜${step.to}`}
          </p>
          <h1>{step.text}</h1>
          {step.hint && <p class="sb-timer__hint">{step.hint}</p>}
          <round-timer data-minutes={step.minutes}>
            <p class="sb-timer__clock" data-clock="" role="timer">
              {step.minutes}分
            </p>
            <button type="button" class="dads-button dads-button--large" data-start="" hidden>
              始める
            </button>
          </round-timer>
          <p class="l-cluster l-cluster--wide">
            {previous && <a href={address(previous.id)}>前：{previous.text}</a>}
            {next && <a href={address(next.id)}>次：{next.text}</a>}
          </p>
        </div>
      ) : (
        <>
          <h1>会場に映す時計</h1>
          <p>まだ進行がありません。</p>
        </>
      ),
    }
  },
})

import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { VersionSummary } from '../../store/queries/versions.ts'
import { versionDecisionAddress } from './addresses.ts'

/** Where the staff finds what decided: the meeting's or the bill's own page. */
const placeAddress = (ref: string) => {
  const id = ref.split('/')[1] ?? ''
  return id.startsWith('bl_') ? `/staff/bills/${id}` : `/staff/meetings/${id}`
}

type Props = { version: VersionSummary; mayRecord: boolean }

/** By what a version was decided, and the way to record it where that came after the version. */
export function StaffDecision({ version: { id, planId, label, decision }, mayRecord }: Props) {
  return (
    <p>
      {decision && `決定：${decision.title}（${eraDay(decision.date)}）`}
      {decision?.ref && <a href={placeAddress(decision.ref)}>記録を見る</a>}
      {!decision?.ref && mayRecord && (
        <a href={versionDecisionAddress(planId, id)}>
          {decision ? '決めた会議を選ぶ' : '決定を記録する'}
          <span class="vh">：{label}</span>
        </a>
      )}
    </p>
  )
}

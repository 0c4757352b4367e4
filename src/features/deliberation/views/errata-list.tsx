import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Erratum } from '../core/errata.ts'

/** 正誤 of one item of the minutes: what stands above, what it should have said, why, and since when. */
export function ErrataList({ errata, agendaItemId }: { errata: readonly Erratum[]; agendaItemId: string }) {
  const own = errata.filter((one) => one.agendaItemId === agendaItemId)
  if (own.length === 0) return null
  return (
    <>
      <h4>この議題の会議録の正誤</h4>
      <dl class="dads-description-list">
        {own.map(({ id, oldWords, newWords, reason, correctedOn }) => (
          <div key={id} id={id}>
            <dt>{eraDay(correctedOn)}</dt>
            <dd class="sb-prewrap">
              誤「<del>{oldWords}</del>」{'\n'}正「<ins>{newWords}</ins>」{'\n'}理由：{reason}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

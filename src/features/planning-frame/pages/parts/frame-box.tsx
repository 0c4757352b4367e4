import type { PlanningFrame } from '../../core/scenario.ts'
import { adoptionAddress, usesAddress } from './addresses.ts'
import { whole } from './age-tables.tsx'
import { DecidedBy } from './decided-by.tsx'

/** The adopted frame in a few words, with its reason. */
export function FrameBox({ frame }: { frame: PlanningFrame }) {
  const { year, persons, scenarioId, scenarioName, reason } = frame
  return (
    <section class="sb-box l-gap-after" aria-labelledby="adopted">
      <h2 id="adopted">
        計画人口　{year}年に{whole(persons)}人
      </h2>
      <p class="l-measure sb-prewrap">{reason}</p>
      <p class="sb-sub">
        {scenarioName}　<DecidedBy {...frame} />
      </p>
      <p class="l-cluster">
        <a href={adoptionAddress(scenarioId)}>採用の内容</a>
        <a href={usesAddress}>計画での使われ方</a>
        <a href="/population">公開サイトの「計画人口」</a>
      </p>
    </section>
  )
}

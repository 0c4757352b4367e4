import { EvidenceForm } from '#src/features/plan/views/evidence-form.tsx'
import { ProblemSummary, SelectField } from '#src/ui/field.tsx'
import { citationOf } from '../../core/citation.ts'
import { knownPoints } from '../../core/series.ts'
import { timeLabel } from '../../core/times.ts'
import { latestCited } from './latest-cited.ts'
import type { SeriesGiven } from './series-given.ts'

/** The latest figure in words, and the way into the plan: as evidence, or as a number for its texts. */
export function SeriesCitation(given: SeriesGiven) {
  const { city, item, series, mayBind, citing } = given
  const { subjects, problems, entered } = citing
  const cited = latestCited(given)
  if (!cited) return <p>引用できる値がありません。</p>
  const { areaName, areaCode } = city
  const times = knownPoints(series).toReversed()
  return (
    <>
      <p class="sb-quote">{citationOf({ ...cited, areaName, areaCode, item })}</p>
      <p class="sb-sub l-gap">いちばん新しい数です。角かっこの中は、この数を見つけ直すための番号です。</p>
      <ProblemSummary problems={problems} />
      {subjects.length > 0 && (
        <EvidenceForm
          subjects={subjects}
          problems={problems}
          entered={entered}
          support="公的な統計の数は、ふつう2です。"
          usualLevel={2}
        >
          <SelectField
            name="time"
            label="どの時点の数か"
            value={entered['time'] ?? cited.point.time}
            problem={problems['time']}
            choices={times.map(({ time }) => ({ value: time, label: timeLabel(time) }))}
          />
        </EvidenceForm>
      )}
      {mayBind && (
        <form method="post" class="l-gap">
          <button class="dads-button dads-button--secondary" name="act" value="bind" type="submit">
            計画の統計値に加える
          </button>
          <p class="sb-sub">本文に差し込める数になります。版をつくると、そのときの値が残ります。</p>
        </form>
      )}
    </>
  )
}

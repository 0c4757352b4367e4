import { ssdseCompositionsOf } from '#src/features/statistics/core/composition.ts'
import type { AreaSeries } from '#src/features/statistics/core/series.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import type { CountedClasses } from './age-back-test.ts'

/** The age classes of censuses in SSDSE-A, unknown ages distributed over the three and told. */
export const countedClasses = (area: AreaSeries): CountedClasses[] =>
  ssdseCompositionsOf(area).map(({ time, child, workingAge, elderly, unknown }) => {
    const known = child + workingAge + elderly
    const factor = known > 0 ? (known + unknown) / known : 1
    return {
      year: Number(time.slice(0, 4)),
      child: child * factor,
      workingAge: workingAge * factor,
      elderly: elderly * factor,
      note:
        unknown > 0
          ? `実績の年齢3区分は国勢調査（SSDSE-A）で、年齢不詳${groupedNumber(unknown, 0)}人を3区分に按分しました。`
          : '実績の年齢3区分は国勢調査（SSDSE-A）です。',
    }
  })

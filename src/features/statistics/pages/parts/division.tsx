import { groupedNumber } from '#src/lib/text/number-format.ts'
import { SelectField } from '#src/ui/field.tsx'
import { Banner, ScrollFrame } from '#src/ui/parts.tsx'
import { basisLabels } from '../../core/basis.ts'
import type { Dataset } from '../../core/dataset-form.ts'
import type { QuotientSeries } from '../../core/quotient.ts'
import { shortTime } from '../../core/times.ts'
import type { KeptItem } from '../../store/queries.ts'
import { SourceNote } from './source-note.tsx'

export type Divided = {
  item: KeptItem
  /** What the item may be divided by. */
  others: readonly KeptItem[]
  divisor: KeptItem | undefined
  quotient: QuotientSeries | undefined
  datasets: readonly Dataset[]
  /** Whether the person may put figures into the plan. */
  mayBind: boolean
}

/** One item divided by another, or why the two are not divided. */
export function Division({ others, divisor, quotient, item, datasets, mayBind }: Divided) {
  return (
    <div class="l-flow">
      <form method="get" class="l-flow">
        <SelectField
          name="by"
          label="割る項目"
          value={divisor?.id ?? ''}
          blank="選んでください"
          choices={others.map(({ id, name, basis }) => ({
            value: id,
            label: `${name}（${basisLabels[basis]}）`,
          }))}
        />
        <button class="dads-button dads-button--secondary" type="submit">
          割合を求める
        </button>
      </form>
      {divisor && quotient?.reason && (
        <Banner tone="warn" title="この2つは割れません。">
          <p>{quotient.reason}</p>
        </Banner>
      )}
      {divisor && quotient && quotient.points.length > 0 && (
        <>
          <ScrollFrame label="割合">
            <table class="dads-table">
              <caption>
                {item.name}÷{divisor.name}
              </caption>
              <thead>
                <tr>
                  <th scope="col">時点</th>
                  <th scope="col">分母の時点</th>
                  <th scope="col" class="is-num">
                    商
                  </th>
                  <th scope="col" class="is-num">
                    千あたり
                  </th>
                </tr>
              </thead>
              <tbody>
                {quotient.points.map(({ time, belowTime, value }) => (
                  <tr key={time}>
                    <th scope="row">{shortTime(time)}</th>
                    <td>{belowTime && shortTime(belowTime)}</td>
                    <td class="is-num">{groupedNumber(value, 4)}</td>
                    <td class="is-num">{groupedNumber(value * 1000, 1)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollFrame>
          <p class="sb-sub">
            <SourceNote used={quotient.used} datasets={datasets} />
          </p>
          {mayBind && (
            <form method="post">
              <button
                class="dads-button dads-button--secondary"
                name="act"
                value="bind-quotient"
                type="submit"
              >
                この割合を計画の統計値に加える
              </button>
            </form>
          )}
        </>
      )}
    </div>
  )
}

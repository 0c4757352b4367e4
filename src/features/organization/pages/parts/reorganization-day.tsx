import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { AboutScreen } from '#src/ui/parts.tsx'
import { dayExample } from '../../core/read-day.ts'
import { changeDays } from '../../core/reorganization.ts'
import type { OrganizationUnit } from '../../core/units.ts'
import { reorganizationAddress } from './change-words.ts'

type DayChooserProps = {
  units: readonly OrganizationUnit[]
  today: string
  day: string
  typed: string
  form: string | undefined
  unitIds: readonly string[]
}

/** The one day from which the new organization counts. */
export function DayChooser({ units, today, day, typed, form, unitIds }: DayChooserProps) {
  const prepared = changeDays(units, today).filter((one) => one !== day)
  return (
    <>
      <form class="sb-filter l-gap" method="get">
        <label>
          新しい組織になる日
          <input name="on" type="text" value={typed || day} size={16} aria-describedby="day-support" />
        </label>
        {form && <input type="hidden" name="form" value={form} />}
        {unitIds[0] && <input type="hidden" name="unit" value={unitIds[0]} />}
        <button class="dads-button dads-button--secondary dads-button--small" type="submit">
          この日の改編を見る
        </button>
        <span id="day-support">{dayExample}</span>
      </form>
      {prepared.length > 0 && (
        <p class="l-cluster l-gap">
          ほかに用意されている日：
          {prepared.map((one) => (
            <a key={one} href={reorganizationAddress(one)}>
              {eraDay(one)}
            </a>
          ))}
        </p>
      )}
    </>
  )
}

export function AboutReorganization() {
  return (
    <AboutScreen>
      <p>
        1つの日付で、なくなる組織と引き継ぐ組織を決めます。前もって用意でき、その日が来るまで、いまの組織は変わりません。取りやめることもできます。
      </p>
      <p>
        なくなる組織が担当している計画の項目は、そのまま残ります。改編の日を過ぎると、点検が知らせるので、項目ごとに新しい担当を選びます。分割された組織の分は、必ず人が選びます。
      </p>
    </AboutScreen>
  )
}

import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import type { Choice } from '#src/ui/field.tsx'
import { AboutScreen, Badge, EmptyState, Section } from '#src/ui/parts.tsx'
import { changeDays, changesOn } from '../../core/reorganization.ts'
import { type UnitNode, unitTree } from '../../core/unit-tree.ts'
import { isValidOn, type OrganizationUnit } from '../../core/units.ts'
import { unitChoices } from '../../views/unit-choices.ts'
import { changeInWords, reorganizationAddress, unitAddress, withdrawalAddress } from './change-words.ts'
import { UnitFields } from './unit-fields.tsx'
import { UnitTreeList } from './unit-tree-list.tsx'

type DayFormProps = { years: readonly Choice[]; year: string; typed: string; day: string }

/** Which day's organization is shown: by fiscal year, or by any day. */
export function DayForm({ years, year, typed, day }: DayFormProps) {
  return (
    <form class="sb-filter l-gap" method="get">
      <label>
        年度
        <select name="year">
          <option value="">今日</option>
          {years.map(({ value, label }) => (
            <option key={value} value={value} selected={value === year}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        または、日付
        <input name="on" type="text" value={typed} size={14} placeholder={day} />
      </label>
      <button class="dads-button dads-button--secondary dads-button--small" type="submit">
        この日の組織を見る
      </button>
    </form>
  )
}

type UnitsOfDayProps = {
  units: readonly OrganizationUnit[]
  day: string
  title: string
  counts: ReadonlyMap<string, number>
  mayChange: boolean
}

export function UnitsOfDay({ units, day, title, counts, mayChange }: UnitsOfDayProps) {
  const count = units.filter((unit) => isValidOn(unit, day)).length
  const metaOf = ({ unit, isHomeless }: UnitNode) => (
    <>
      {isHomeless && <Badge tone="warn">上の組織が決まっていません</Badge>}
      {unit.validTo && <Badge tone="warn">{eraDay(unit.validTo)}まで</Badge>}
      {counts.has(unit.id) && (
        <a href={`/staff/organization/people?unit=${unit.id}`}>
          職員 {counts.get(unit.id)}人<span class="vh">（{unit.name}）</span>
        </a>
      )}
    </>
  )
  return (
    <Section
      id="tree"
      title={`${title}の組織（${count}）`}
      aside={count > 0 && <a href={`/staff/organization/units.csv?on=${day}`}>CSVで保存</a>}
    >
      {count === 0 && <NoUnits isEmpty={units.length === 0} mayChange={mayChange} />}
      <UnitTreeList nodes={unitTree(units, day)} metaOf={metaOf} label={`${title}の組織`} />
    </Section>
  )
}

function NoUnits({ isEmpty, mayChange }: { isEmpty: boolean; mayChange: boolean }) {
  if (!isEmpty)
    return <EmptyState title="この日には、組織がありません。">別の日を選んでください。</EmptyState>
  return (
    <EmptyState title="まだ組織がありません。">
      {mayChange ? (
        <p>
          <a href="#add">下の欄で1つずつ加える</a>か、
          <a href="/staff/organization/import">CSVでまとめて取り込みます</a>
          。計画を取り込むと、その担当課も入ります。
        </p>
      ) : (
        <p>企画（事務局）かシステム管理が登録すると、ここに並びます。</p>
      )}
    </EmptyState>
  )
}

type ComingProps = { units: readonly OrganizationUnit[]; today: string; mayChange: boolean }

/** What is prepared for days to come, each with a way back. */
export function ComingChanges({ units, today, mayChange }: ComingProps) {
  const days = changeDays(units, today)
  return (
    <Section
      id="coming"
      title={`これから変わること（${days.flatMap((day) => changesOn(units, day)).length}件）`}
      aside={mayChange && <a href="/staff/organization/reorganization">組織改編を用意する</a>}
    >
      {days.length === 0 && <p class="sb-sub">用意されている組織改編はありません。</p>}
      {days.map((day) => (
        <div key={day} class="l-gap">
          <h3>
            <a href={reorganizationAddress(day)}>{eraDay(day)}から</a>
          </h3>
          <ChangeList units={units} day={day} mayChange={mayChange} />
        </div>
      ))}
    </Section>
  )
}

type ChangeListProps = { units: readonly OrganizationUnit[]; day: string; mayChange: boolean }

/** The changes of a day, each with the link that takes it back. */
export function ChangeList({ units, day, mayChange }: ChangeListProps) {
  return (
    <ul class="sb-tasks">
      {changesOn(units, day).map((change) => {
        const words = changeInWords(change)
        const begun = change.to[0]?.unit.id ?? ''
        const away =
          change.kind === 'added' ? `${unitAddress(begun)}/deletion` : withdrawalAddress(day, change)
        return (
          <li key={words}>
            <span>{words}</span>
            {mayChange && (
              <a href={away}>
                取りやめる<span class="vh">：{words}</span>
              </a>
            )}
          </li>
        )
      })}
    </ul>
  )
}

type AddProps = { units: readonly OrganizationUnit[]; day: string; entered: Entered; problems: Problems }

export function AddUnit({ units, day, entered, problems }: AddProps) {
  return (
    <Section id="add" title="組織を加える">
      <form method="post" class="sb-form" aria-labelledby="add" action="#error-summary">
        <UnitFields entered={entered} problems={problems} parents={unitChoices(units, day)} hasEnd={false} />
        <button class="dads-button" type="submit">
          加える
        </button>
      </form>
    </Section>
  )
}

export function AboutUnits() {
  return (
    <AboutScreen>
      <p>
        組織は、いつからいつまであったかと、どの組織が引き継いだかを残します。ある日から名前や分担が変わるときは「組織改編」を使います。前の計画の担当課も、いまの担当課も、正しく読めるようになります。
      </p>
      <p>計画の項目の担当は、組織改編のあとで、項目ごとに人が選び直します。</p>
    </AboutScreen>
  )
}

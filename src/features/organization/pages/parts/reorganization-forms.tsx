import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { Disclosure, Section } from '#src/ui/parts.tsx'
import { dayBefore } from '../../core/neighbour-days.ts'
import { type ReorganizationForm, reorganizationForms } from '../../core/reorganization-form.ts'
import { byId, type OrganizationUnit } from '../../core/units.ts'
import { unitChoices } from '../../views/unit-choices.ts'
import { reorganizationFormAddress } from './change-words.ts'
import { OldUnit, OldUnits } from './reorganization-old.tsx'
import type { FormsProps } from './reorganization-props.ts'
import { TakerFields } from './taker-fields.tsx'

const explanations: Record<ReorganizationForm, string> = {
  renamed: '1つの組織の名前や上の組織が変わります。新しい組織が、仕事をすべて引き継ぎます。',
  merged: '2つ以上の組織が新しい1つになるか、いまある組織に吸収されます。',
  split: '1つの組織の仕事を、2つ以上の組織に分けます。どの仕事をどこが引き継ぐかを書きます。',
  abolished: '組織がなくなり、引き継ぐ組織もありません。',
}

/** 改編を加える: which way first, then which unit, then what takes over. */
export function ReorganizationForms(props: FormsProps) {
  const { day, form, unitIds } = props
  return (
    <Section id="form" title="改編を加える">
      <nav class="dads-tab" aria-label="改編の種類">
        {Object.entries(reorganizationForms).map(([name, { label }]) => (
          <a
            key={name}
            href={reorganizationFormAddress(day, name, unitIds[0])}
            aria-current={name === form ? 'true' : undefined}
          >
            {label}
          </a>
        ))}
        <a href="/staff/organization#add">新設</a>
      </nav>
      {!form && <p class="l-gap">種類を選んでください。</p>}
      {form && (
        <div class="l-gap l-flow-l">
          <p>{explanations[form]}</p>
          <ChosenForm {...props} form={form} />
        </div>
      )}
    </Section>
  )
}

type ChosenProps = FormsProps & { form: ReorganizationForm }

function ChosenForm(props: ChosenProps) {
  const { form, units, unitIds, candidates, day } = props
  if (candidates.length === 0) return <p>{eraDay(dayBefore(day))}に、改編できる組織がありません。</p>
  if (form === 'merged') return <ChangeForm {...props} />
  const old = byId(units).get(unitIds[0] ?? '')
  return old ? <ChangeForm {...props} old={old} /> : <UnitChooser {...props} />
}

/** The unit that ends, as a step of its own: the next one shows what depends on it. */
function UnitChooser({ day, form, units, candidates }: ChosenProps) {
  const open = new Set(candidates.map(({ id }) => id))
  return (
    <form class="sb-filter" method="get" action="/staff/organization/reorganization#form">
      <input type="hidden" name="on" value={day} />
      <input type="hidden" name="form" value={form} />
      <label>
        なくなる組織
        <select name="unit">
          {unitChoices(units, dayBefore(day))
            .filter(({ value }) => open.has(value))
            .map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
        </select>
      </label>
      <button class="dads-button dads-button--secondary dads-button--small" type="submit">
        次へ
      </button>
    </form>
  )
}

/** Old at the left, new at the right. */
function ChangeForm(props: ChosenProps & { old?: OrganizationUnit }) {
  const { day, form, old } = props
  const { label } = reorganizationForms[form]
  return (
    <form method="post" action="#error-summary" aria-labelledby="form">
      <input type="hidden" name="day" value={day} />
      <input type="hidden" name="form" value={form} />
      <div class="l-split l-split--even">
        <div>
          <div class="sb-box">
            <h3>旧：{eraDay(dayBefore(day))}まで</h3>
            {old ? <OldUnit {...props} old={old} /> : <OldUnits {...props} />}
          </div>
        </div>
        <div class="l-flow-l">
          <h3>新：{eraDay(day)}から</h3>
          <Takers {...props} />
        </div>
      </div>
      <div class="l-cluster l-gap">
        <button class="dads-button" type="submit">
          {eraDay(day)}の{label}を用意する
        </button>
        <a href={`?on=${day}`}>やめる</a>
      </div>
    </form>
  )
}

/** The rows of those who take over: two at once, the others to open. */
function Takers(props: ChosenProps) {
  const { form, entered, problems } = props
  const all = Array.from({ length: reorganizationForms[form].rows }, (_, position) => position + 1)
  const [first, more] = [all.slice(0, 2), all.slice(2)]
  const isUsed = (row: number) =>
    ['scope', 'to', 'name'].some((name) => entered[`${name}-${row}`] || problems[`${name}-${row}`])
  return (
    <>
      {all.length === 0 && <p>引き継ぐ組織はありません。</p>}
      {first.map((row) => (
        <TakerFields key={row} {...props} row={row} />
      ))}
      {more.length > 0 && (
        <Disclosure label="3つ以上に分ける" open={more.some(isUsed)}>
          <div class="l-flow-l">
            {more.map((row) => (
              <TakerFields key={row} {...props} row={row} />
            ))}
          </div>
        </Disclosure>
      )}
    </>
  )
}

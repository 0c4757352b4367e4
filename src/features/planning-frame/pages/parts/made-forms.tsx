import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { EmptyState, Section } from '#src/ui/parts.tsx'
import { type changePairs, publishedYears } from '../../core/made-inputs.ts'
import type { PublishedProjection } from '../../core/published-projections.ts'
import { countsAddress } from './addresses.ts'

export type Made = {
  pairs: ReturnType<typeof changePairs>
  projections: readonly PublishedProjection[]
}
type FormProps = { made: Made; entered: Entered; problems: Problems }

/** One form a way to make a case of published files. */
export function MadeForms(given: FormProps) {
  return (
    <>
      <Section id="change" title="国勢調査の変化から（コーホート変化率）">
        {given.made.pairs.length > 0 ? <ChangeForm {...given} /> : <NoCounts />}
      </Section>
      <Section id="published" title="公表された推計から（社人研準拠）">
        {given.made.projections.length > 0 ? <PublishedForm {...given} /> : <NoProjection />}
      </Section>
    </>
  )
}

const NoCounts = () => (
  <EmptyState title="5年離れた2回分の、男女・年齢別の実績がありません。">
    <p>
      <a href={countsAddress}>実績の人口</a>に、国勢調査の男女・5歳階級別の人口を2回分入れます。
    </p>
  </EmptyState>
)

const NoProjection = () => (
  <EmptyState title="この市町村の、男女・5歳階級別の推計がありません。">
    <p>
      社人研の「将来の男女5歳階級別人口」を保存して、
      <a href="/staff/statistics/import?kind=projection-age">統計に取り込みます</a>。
    </p>
  </EmptyState>
)

function ChangeForm({ made: { pairs }, entered, problems }: FormProps) {
  const [newest] = pairs
  const field = (name: string, saved = '') => ({
    name,
    value: entered[name] ?? saved,
    problem: problems[name],
    required: true,
  })
  return (
    <form method="post" class="sb-form" action="#error-summary">
      <TextField {...field('changeName', 'コーホート変化率')} label="変化率のケースの名前" width="mid" />
      <SelectField
        {...field('later', String(newest?.later.year ?? ''))}
        label="もとにする2つの年"
        choices={pairs.map(({ earlier, later }) => ({
          value: String(later.year),
          label: `${earlier.year}年と${later.year}年`,
        }))}
        width="mid"
      />
      <TextField
        {...field('until', String((newest?.later.year ?? 0) + 30))}
        label="いつまで推計するか（西暦）"
        support="5年ごとに進めるので、5年の区切りまで推計します。"
        inputMode="numeric"
        width="short"
      />
      <button class="dads-button" name="act" value="change" type="submit">
        変化率からつくる
      </button>
    </form>
  )
}

function PublishedForm({ made: { projections }, entered, problems }: FormProps) {
  const [first] = projections
  const field = (name: string, saved = '') => ({
    name,
    value: entered[name] ?? saved,
    problem: problems[name],
    required: true,
  })
  return (
    <form method="post" class="sb-form" action="#error-summary">
      <TextField {...field('publishedName', '社人研準拠')} label="推計に準拠したケースの名前" width="mid" />
      <SelectField
        {...field('projection', first?.title)}
        label="もとにする推計"
        choices={projections.map((one) => {
          const years = publishedYears(one)
          return { value: one.title, label: `${one.title}（${years[0]}～${years.at(-1)}年）` }
        })}
        width="mid"
      />
      <button class="dads-button" name="act" value="published" type="submit">
        推計に準拠してつくる
      </button>
    </form>
  )
}

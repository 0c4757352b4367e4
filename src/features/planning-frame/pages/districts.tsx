import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { ProblemSummary, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { AboutScreen, Banner, EmptyState, NoValue, Section } from '#src/ui/parts.tsx'
import { totalOf } from '../core/count-table.ts'
import {
  type DistrictBasis,
  type DistrictSet,
  districtBasisLabels,
  readDistrictTable,
  versionOf,
} from '../core/district-set.ts'
import { permissions } from '../core/permissions.ts'
import { keepDistricts } from '../store/commands.ts'
import { getDistricts } from '../store/queries.ts'
import { districtsAddress, frameCrumb } from './parts/addresses.ts'
import { whole } from './parts/age-tables.tsx'

const longest = 400_000

/** 地区の人口: pasted from a spreadsheet, for the districts of every case. */
export const districtsPage = page(districtsAddress, {
  audience: 'staff',
  maxBytes: 2 * 1024 * 1024,
  async show(context) {
    return screen(context, await getDistricts(context))
  },
  async submit(context, _visit, form) {
    authorize(context, permissions, 'keep-districts')
    const entered = enteredIn(form)
    const now = await getDistricts(context)
    const { set, problems } = setIn(entered)
    if (!set) return { ...screen(context, now, { entered, problems }), status: 422 }
    const keeping = await unlessStale(keepDistricts(context, { set, seen: entered['seen'] ?? '' }))
    if (!keeping.isStale) return { seeOther: `${districtsAddress}?notice=saved` }
    const saved = await getDistricts(context)
    const typed = { ...entered, seen: versionOf(saved) }
    return { ...screen(context, saved, { entered: typed, problems: {}, isStale: true }), status: 409 }
  },
})

function setIn(entered: Entered): { set?: DistrictSet; problems: Problems } {
  const problems: Problems = {}
  const basis = entered['basis'] ?? ''
  const source = (entered['source'] ?? '').trim().slice(0, 200)
  const text = entered['table'] ?? ''
  if (!(basis in districtBasisLabels)) problems['basis'] = '何に基づく人口かを選んでください'
  if (source === '') problems['source'] = '出典を書いてください'
  const read = text.length > longest ? { problems: ['表が長すぎます'] } : readDistrictTable(text)
  if (read.problems) {
    const [first = '', ...rest] = read.problems
    problems['table'] = rest.length > 0 ? `${first}（ほか${rest.length}件）` : first
  }
  if (Object.keys(problems).length > 0 || !read.districts) return { problems }
  return { set: { basis: basis as DistrictBasis, source, districts: read.districts }, problems }
}

type State = { entered: Entered; problems: Problems; isStale?: boolean }

function screen(context: Context, set: DistrictSet, state: State = { entered: {}, problems: {} }): Screen {
  return {
    title: '地区の人口',
    crumbs: [frameCrumb],
    body: (
      <>
        <ProblemSummary problems={state.problems} />
        <div class="sb-title">
          <h1>地区の人口</h1>
        </div>
        {state.isStale && (
          <Banner tone="warn" title="ほかの人が先に入れました。あなたの入力は消えていません。">
            <p>下の一覧が、いまの内容です。確かめてから、もう一度保存してください。</p>
          </Banner>
        )}
        <DistrictList set={set} />
        {mayDo(context.actor, permissions, 'keep-districts') && <DistrictForm set={set} {...state} />}
        <AboutScreen>
          <p>
            地区や小学校区ごとの、男女・5歳階級別の人口です。ケースの「地区」の画面で、市の推計に合うように地区ごとの推計が出ます。
          </p>
          <p>
            推計の始まりの年と、その5年前の2つの年を入れると、地区ごとの変わり方を使います。始まりの年だけなら、市と同じ変わり方とします。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

function DistrictList({ set: { districts, basis, source } }: { set: DistrictSet }) {
  const years = [...new Set(districts.flatMap(({ counts }) => counts.map(({ year }) => year)))]
  if (districts.length === 0) {
    return (
      <EmptyState title="まだ地区の人口がありません。">
        <p>国勢調査の小地域集計などから、地区ごとの男女・5歳階級別の表を貼り付けます。</p>
      </EmptyState>
    )
  }
  return (
    <>
      <table class="dads-table">
        <caption>地区の人口（人、年齢不詳は按分）</caption>
        <thead>
          <tr>
            <th scope="col">地区</th>
            {years.map((year) => (
              <th key={year} scope="col" class="is-num">
                {year}年
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {districts.map(({ name, counts }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {years.map((year) => {
                const count = counts.find((one) => one.year === year)
                return (
                  <td key={year} class="is-num">
                    {count ? whole(totalOf(count)) : <NoValue />}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="sb-sub l-gap">
        {districtBasisLabels[basis]}　出典：{source}
      </p>
    </>
  )
}

function DistrictForm({ set, entered, problems }: State & { set: DistrictSet }) {
  return (
    <Section id="paste" title={set.districts.length > 0 ? '入れ替える' : '貼り付ける'}>
      <form method="post" class="sb-form" action="#error-summary">
        <input type="hidden" name="seen" value={entered['seen'] ?? versionOf(set)} />
        <TextArea
          name="table"
          label="地区の表"
          support="見出しは、地区・性別・年齢と、年（例：2015年、2020年）。年齢は0～4歳から90歳以上まで。総数の行があれば、合うかを確かめます。Excelから貼り付けられます。"
          value={entered['table']}
          problem={problems['table']}
          rows={12}
          required
        />
        <SelectField
          name="basis"
          label="何に基づく人口か"
          value={entered['basis'] ?? set.basis}
          choices={Object.entries(districtBasisLabels).map(([value, label]) => ({ value, label }))}
          problem={problems['basis']}
          width="mid"
          required
        />
        <TextField
          name="source"
          label="出典"
          value={entered['source'] ?? set.source}
          problem={problems['source']}
          width="mid"
          required
        />
        <button class="dads-button" type="submit">
          保存する
        </button>
      </form>
    </Section>
  )
}

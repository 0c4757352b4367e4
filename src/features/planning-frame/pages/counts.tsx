import { findMunicipality } from '#src/features/organization/store/queries.ts'
import { decodeText } from '#src/lib/csv/decode-text.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { FileField, ProblemSummary, TextArea, TextField } from '#src/ui/field.tsx'
import { AboutScreen, EmptyState, Section } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { type ReadCounts, readAgeCounts, readTotals } from '../core/read-counts.ts'
import { largestUpload } from '../core/read-uploaded.ts'
import type { ResidentCount } from '../core/scenario.ts'
import { countsFromStatistics } from '../core/statistics-counts.ts'
import { keepCounts } from '../store/commands.ts'
import { listCounts } from '../store/queries.ts'
import { countsAddress, frameCrumb } from './parts/addresses.ts'
import { whole } from './parts/age-tables.tsx'
import { cityInStatistics } from './parts/city-in-statistics.ts'

/** 実績の人口: what was counted, for the charts and the back-test. */
export const countsPage = page('/staff/frame/counts', {
  audience: 'staff',
  maxBytes: largestUpload + 64 * 1024,
  async show(context) {
    authorize(context, permissions, 'read-scenarios')
    return screen(context)
  },
  async submit(context, _visit, form) {
    authorize(context, permissions, 'keep-counts')
    const entered = enteredIn(form)
    if (entered['act'] === 'statistics') {
      await keepCounts(context, { counts: await censusInStatistics(context) })
      return { seeOther: `${countsAddress}?notice=saved` }
    }
    const read = await countsIn(context, form, entered)
    if (read.problems) {
      const field = entered['act'] === 'ages' ? 'file' : 'totals'
      const [first = '', ...rest] = read.problems
      const words = rest.length > 0 ? `${first}（ほか${rest.length}件）` : first
      return { ...(await screen(context, { entered, problems: { [field]: words } })), status: 422 }
    }
    await keepCounts(context, { counts: read.counts })
    return { seeOther: `${countsAddress}?notice=saved` }
  },
})

async function countsIn(context: Context, form: FormData, entered: Entered): Promise<ReadCounts> {
  const source = (entered['source'] ?? '').trim().slice(0, 200)
  if (source === '') return { problems: ['出典を書いてください'] }
  if (entered['act'] !== 'ages') return readTotals(entered['totals'] ?? '', { source })
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return { problems: ['ファイルを選んでください'] }
  const text = decodeText(new Uint8Array(await file.arrayBuffer()))
  if ('problem' in text) return { problems: [text.problem] }
  const city = await findMunicipality(context)
  return readAgeCounts(text.text, { areaCode: city?.code.slice(0, 5), source })
}

/** The censuses of the city that the statistics have by sex and age. */
async function censusInStatistics(context: Context): Promise<ResidentCount[]> {
  const city = await findMunicipality(context)
  const { area, credits } = await cityInStatistics(context, city?.code.slice(0, 5) ?? '')
  return area ? countsFromStatistics(area, credits) : []
}

type State = { entered: Entered; problems: Problems }

async function screen(context: Context, state: State = { entered: {}, problems: {} }): Promise<Screen> {
  const counts = await listCounts(context)
  const census = await censusInStatistics(context)
  return {
    title: '実績の人口',
    crumbs: [frameCrumb],
    body: (
      <>
        <ProblemSummary problems={state.problems} />
        <div class="sb-title">
          <h1>実績の人口</h1>
        </div>
        <CountList counts={counts} />
        {mayDo(context.actor, permissions, 'keep-counts') && (
          <>
            {census.length > 0 && <StatisticsForm census={census} />}
            <Forms {...state} />
          </>
        )}
        <AboutScreen>
          <p>
            図の実線と、検証に使います。国勢調査の人口だけを入れ、住民基本台帳の人口は混ぜません（数え方が違い、くらべると誤ります）。
          </p>
          <p>同じ年をもう一度入れると、入れ替わります。</p>
        </AboutScreen>
      </>
    ),
  }
}

function CountList({ counts }: { counts: readonly ResidentCount[] }) {
  if (counts.length === 0) {
    return (
      <EmptyState title="まだ実績の人口がありません。">
        <p>国勢調査の人口を入れると、図に実績の線が入り、推計の検証ができます。</p>
      </EmptyState>
    )
  }
  return (
    <table class="dads-table">
      <caption>実績の人口（人）</caption>
      <thead>
        <tr>
          <th scope="col">年</th>
          <th scope="col" class="is-num">
            人口
          </th>
          <th scope="col" class="is-nowrap">
            年齢別
          </th>
          <th scope="col">出典</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ year, persons, ages, source }) => (
          <tr key={year}>
            <th scope="row" class="is-nowrap">
              {year}年
            </th>
            <td class="is-num">{whole(persons)}</td>
            <td class="is-nowrap">{ages ? 'あり' : 'なし'}</td>
            <td>{source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function StatisticsForm({ census }: { census: readonly ResidentCount[] }) {
  return (
    <Section id="statistics" title="統計に取り込んだ国勢調査から入れる">
      <form method="post">
        <p>
          男女・5歳階級別にある{census.map(({ year }) => `${year}年`).join('、')}
          を入れます。年齢不詳は按分します。同じ年は入れ替わります。
        </p>
        <button class="dads-button dads-button--secondary" name="act" value="statistics" type="submit">
          国勢調査から入れる
        </button>
      </form>
    </Section>
  )
}

function Forms({ entered, problems }: State) {
  return (
    <>
      <Section id="paste" title="総数を貼り付ける">
        <form method="post" class="sb-form" action="#error-summary">
          <TextArea
            name="totals"
            label="年と人口"
            support="1行に、西暦の年と人口。Excelから貼り付けられます。"
            value={entered['totals']}
            problem={problems['totals']}
            rows={5}
            required
          />
          <TextField
            name="source"
            label="総数の出典"
            value={entered['source']}
            support="例：令和2年国勢調査（総務省統計局）"
            width="mid"
            required
          />
          <button class="dads-button" name="act" value="totals" type="submit">
            総数を入れる
          </button>
        </form>
      </Section>
      <AgeForm problems={problems} />
    </>
  )
}

function AgeForm({ problems }: Pick<State, 'problems'>) {
  return (
    <Section id="ages" title="男女・年齢別の表を読み込む">
      <form method="post" class="sb-form" encType="multipart/form-data" action="#error-summary">
        <FileField
          name="file"
          label="男女・5歳階級別の表（CSV）"
          support="列は code、sex、age と、年ごとの列（2010、2015 など）。年齢不詳は按分します。"
          accept=".csv,text/csv"
          problem={problems['file']}
          required
        />
        <div class="dads-form">
          <label class="dads-form__label" for="age-source">
            表の出典<span class="dads-form__req">※必須</span>
          </label>
          <input class="dads-input dads-input--mid" id="age-source" name="source" type="text" />
        </div>
        <button class="dads-button" name="act" value="ages" type="submit">
          表を読み込む
        </button>
      </form>
    </Section>
  )
}

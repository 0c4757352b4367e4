import { NoValue, ScrollFrame, Stat } from '#src/ui/parts.tsx'
import type { SamplePlan } from '../../core/sample/sample-plan.ts'

/** What the calculator found: answers and forms needed, the error they give, and their share of the strata. */
export function SamplePlanView({ planned }: { planned: SamplePlan }) {
  const { population, answers, forms, error, rate, margins, strata } = planned
  return (
    <>
      <div class="l-cols l-cols--3 l-gap">
        <Stat
          label="必要な回答"
          value={answers.toLocaleString('ja')}
          unit="件"
          note={`±${error}ポイント（95％、割合50％のとき）`}
        />
        <Stat label="送る数" value={forms.toLocaleString('ja')} unit="通" note={`回収率${rate}％の見込み`} />
        <Stat
          label="母集団"
          value={population?.toLocaleString('ja') ?? '―'}
          unit={population ? '人' : ''}
          note={population ? '有限母集団として計算' : '母集団を無限とみなした'}
        />
      </div>
      <ScrollFrame label="回答の数と標本誤差">
        <table class="dads-table dads-table--dense l-gap">
          <caption>回答の数と標本誤差（±ポイント、割合50％のとき）</caption>
          <thead>
            <tr>
              <th scope="col" class="is-num">
                回答（件）
              </th>
              <th scope="col" class="is-num">
                この母集団
              </th>
              <th scope="col" class="is-num">
                無限母集団
              </th>
            </tr>
          </thead>
          <tbody>
            {margins.map((row) => (
              <tr key={row.answers}>
                <th scope="row" class="is-num">
                  {row.answers.toLocaleString('ja')}
                </th>
                <td class="is-num">{row.finite?.toFixed(1) ?? <NoValue />}</td>
                <td class="is-num">{row.infinite.toFixed(1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      {strata.length > 0 && <StrataPlan strata={strata} />}
    </>
  )
}

function StrataPlan({ strata }: Pick<SamplePlan, 'strata'>) {
  const heads = ['人口（人）', '送る数（通）', '見込む回答（件）', '標本誤差（±ポイント）']
  return (
    <ScrollFrame label="層への配分">
      <table class="dads-table dads-table--dense l-gap">
        <caption>層への配分</caption>
        <thead>
          <tr>
            <th scope="col">層</th>
            {heads.map((head) => (
              <th key={head} scope="col" class="is-num">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {strata.map(({ name, population, forms, answers, margin }) => (
            <tr key={name}>
              <th scope="row" class="nowrap">
                {name}
              </th>
              <td class="is-num">{population.toLocaleString('ja')}</td>
              <td class="is-num">{forms.toLocaleString('ja')}</td>
              <td class="is-num">{answers.toLocaleString('ja')}</td>
              <td class="is-num">{margin?.toFixed(1) ?? <NoValue words="回答が少なく、計算できません" />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { DataPoint } from '#src/formats/plan-parts.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { TextField } from '#src/ui/field.tsx'
import { AboutScreen, EmptyState, NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import { quoteCode } from '../../core/quotable.ts'
import { quotingTexts } from '../../core/quoting-texts.ts'
import { dataPointsAddress, itemAddress } from './addresses.ts'

type FiguresProps = {
  plan: PlanDocument
  opened: DataPoint | undefined
  seen: string
  entered: Entered
  problems: Problems
  mayChange: boolean
}

export function FiguresView(props: FiguresProps) {
  const { plan, opened, mayChange } = props
  return (
    <>
      <h1>統計値</h1>
      <p class="sb-lead l-measure">
        本文で使う数字を、出典といっしょに1か所に置きます。ここで直すと、使っている本文がすべて直ります。
      </p>
      {plan.dataPoints.length === 0 ? (
        <EmptyState title="まだ統計値がありません。">
          <p>下で加えると、本文に差し込めます。</p>
        </EmptyState>
      ) : (
        <FigureTable plan={plan} mayChange={mayChange} />
      )}
      {mayChange && <FigureForm {...props} key={opened?.id ?? 'new'} />}
      <AboutScreen>
        <p>
          本文には「差し込む記号」を書きます。{'{{dp_…}}'}
          の形で、計画書でも公開サイトでも、いまの値になります。版をつくると、そのときの値が版に残ります。指標の値は、
          {'{{in_…:target}}'}（目標値）、{'{{in_…:baseline}}'}（基準値）、{'{{in_…:latest}}'}
          （最新の実績）で差し込めます。
        </p>
      </AboutScreen>
    </>
  )
}

function FigureTable({ plan, mayChange }: { plan: PlanDocument; mayChange: boolean }) {
  return (
    <ScrollFrame label="統計値の一覧">
      <table class="dads-table dads-table--dense">
        <caption>
          <span class="vh">統計値の一覧</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">名前</th>
            <th scope="col" class="is-num">
              値
            </th>
            <th scope="col">時点</th>
            <th scope="col">出典</th>
            <th scope="col">差し込む記号</th>
            <th scope="col">使っているところ</th>
          </tr>
        </thead>
        <tbody>
          {plan.dataPoints.map((point) => (
            <FigureRow key={point.id} plan={plan} point={point} mayChange={mayChange} />
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

function FigureRow({ plan, point, mayChange }: { plan: PlanDocument; point: DataPoint; mayChange: boolean }) {
  const { id, label, value, unit, asOf, source } = point
  const quoting = quotingTexts(plan, id)
  return (
    <tr id={id}>
      <th scope="row">
        {mayChange ? <a href={`${dataPointsAddress(plan.planId)}?open=${id}#form`}>{label}</a> : label}
      </th>
      <td class="is-num is-nowrap">
        {value.toLocaleString('ja-JP', { maximumFractionDigits: 6 })}
        {unit}
      </td>
      <td class="is-nowrap">{asOf}</td>
      <td>{source.url ? <a href={source.url}>{source.ref}</a> : source.ref}</td>
      <td class="is-nowrap">
        <code>{quoteCode(id, value)}</code>
      </td>
      <td>
        {quoting.length === 0 ? (
          <NoValue words="まだありません" />
        ) : (
          quoting.map((item) => (
            <>
              <a key={item.id} href={itemAddress(plan.planId, item.id)}>
                {item.title}
              </a>{' '}
            </>
          ))
        )}
      </td>
    </tr>
  )
}

function FigureForm({ plan, opened, seen, entered, problems }: FiguresProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <form
      method="post"
      action={dataPointsAddress(plan.planId)}
      class="sb-box l-flow l-gap"
      id="form"
      aria-labelledby="form-title"
    >
      <h2 id="form-title">{opened ? `「${opened.label}」を直す` : '統計値を加える'}</h2>
      <input type="hidden" name="pointId" value={opened?.id ?? ''} />
      <input type="hidden" name="seen" value={seen} />
      <TextField {...field('label')} label="名前" support="例：0〜14歳人口" required />
      <TextField {...field('value')} label="値" inputMode="decimal" width="mid" required />
      <TextField {...field('unit')} label="単位" width="short" optional />
      <TextField
        {...field('asOf')}
        label="いつの値か"
        support="例：2020-10-01、令和2年度"
        width="mid"
        required
      />
      <TextField {...field('source')} label="出典" support="例：国勢調査 2020" required />
      <TextField {...field('cell')} label="表の中の場所" optional />
      <TextField {...field('url')} label="出典のアドレス" optional />
      <div class="l-cluster">
        <button class="dads-button" name="act" value={opened ? 'save' : 'add'} type="submit">
          {opened ? '保存する' : '加える'}
        </button>
        {opened && <a href={dataPointsAddress(plan.planId)}>やめる</a>}
        {opened && quotingTexts(plan, opened.id).length === 0 && (
          <button class="dads-button dads-button--quiet" name="act" value="remove" type="submit">
            使っていないので消す
          </button>
        )}
      </div>
    </form>
  )
}

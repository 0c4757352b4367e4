import { Badge, Disclosure, Stat } from '#src/ui/parts.tsx'
import { correctionWords, otherCounts, type ResultTable, sumChecks } from '../../core/result.ts'

/** The three counts apart, each as a table by way, class and item, and what their sums must be. */
export function ResultCounts({ result }: { result: ResultTable }) {
  return (
    <>
      <div class="l-cols l-cols--4 l-gap">
        <Stat label="提出した人" value={result.submitters} unit="人" />
        <Stat label="提出" value={result.submissions} unit="件" />
        <Stat label="意見" value={result.opinions} unit="件" />
        <Stat label="案を直した意見" value={result.changed} unit="件" />
      </div>
      <div class="l-cols l-cols--2 l-gap">
        <div>
          <MethodTable result={result} />
        </div>
        <div>
          <CountTable
            caption="対応区分ごとの意見"
            unit="件"
            rows={result.byClass.map((one) => [one.label, one.opinions])}
            total={result.opinions}
          />
        </div>
      </div>
      {result.byItem.length > 0 && (
        <Disclosure label="該当箇所ごとの意見の数">
          <CountTable
            caption="該当箇所ごとの意見"
            unit="件"
            rows={result.byItem.map((one) => [one.label, one.opinions])}
            total={result.opinions}
          />
        </Disclosure>
      )}
      {result.correction && <p class="l-gap sb-prewrap">{correctionWords(result)}</p>}
      {otherCounts(result).length > 0 && (
        <p class="sb-sub l-gap">
          {otherCounts(result)
            .map(([label, count]) => `${label}：${count}件`)
            .join('。')}
          。
        </p>
      )}
      <SumTable result={result} />
    </>
  )
}

/** 方法別人数: each person once, by the way of what they sent first. */
function MethodTable({ result: { byMethod, submitters, submissions } }: { result: ResultTable }) {
  const rows = [...byMethod, { method: '計', people: submitters, submissions }]
  return (
    <table class="dads-table">
      <caption>
        出し方ごとの人数と提出
        <small>いくつかの出し方で出した人は、はじめの出し方で、1人と数えます。</small>
      </caption>
      <thead>
        <tr>
          <th scope="col">出し方</th>
          <th scope="col" class="is-num">
            人数（人）
          </th>
          <th scope="col" class="is-num">
            提出（件）
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one, at) => (
          <tr key={one.method} class={at === byMethod.length ? 'is-total' : undefined}>
            <th scope="row">{one.method}</th>
            <td class="is-num">{one.people ?? '―'}</td>
            <td class="is-num">{one.submissions}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 計の照合: every sum beside the count it must give. */
function SumTable({ result }: { result: ResultTable }) {
  const answered = result.rows.reduce((sum, { opinions }) => sum + opinions, 0)
  if (answered < result.opinions)
    return <p class="sb-sub l-gap">計の照合は、すべての意見に、承認した考え方がそろうと出ます。</p>
  const checks = sumChecks(result)
  const isRight = checks.every((check) => check.isRight)
  return (
    <Disclosure
      label={isRight ? '計の照合：すべて合っています' : '計の照合：合わないところがあります'}
      open={!isRight}
    >
      <ul class="sb-list">
        {checks.map(({ label, sum, of, unit, isRight: agrees }) => (
          <li key={label}>
            {label}：{sum}
            {unit}と{of}
            {unit}　<Badge tone={agrees ? 'ok' : 'warn'}>{agrees ? '合っています' : '合いません'}</Badge>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

type CountProps = {
  caption: string
  unit: string
  rows: readonly (readonly [string, number])[]
  total: number
}

function CountTable({ caption, unit, rows, total }: CountProps) {
  return (
    <table class="dads-table">
      <caption>
        {caption}
        <small>単位：{unit}</small>
      </caption>
      <thead>
        <tr>
          <th scope="col">区分</th>
          <th scope="col" class="is-num">
            数
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, count]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td class="is-num">{count}</td>
          </tr>
        ))}
        <tr class="is-total">
          <th scope="row">計</th>
          <td class="is-num">{total}</td>
        </tr>
      </tbody>
    </table>
  )
}

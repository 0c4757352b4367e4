import { type TextSpan, textDiff } from '#src/features/plan/core/diff/text-diff.ts'
import { Badge, type BadgeTone, Disclosure, ScrollFrame, Section, Stat } from '#src/ui/parts.tsx'
import type { Disposition } from '../../core/classes.ts'
import { changedHref, placeHref } from '../../core/plan-places.ts'
import { otherCounts, type ResultRow, type ResultTable, sumProblems } from '../../core/result.ts'
import { LinkList } from './link-list.tsx'

export const dispositionTones: Readonly<Record<Disposition, BadgeTone>> = {
  adopted: 'ok',
  'partly-adopted': 'ok',
  corrected: 'ok',
  'already-covered': 'info',
  'for-reference': 'quiet',
  'not-adopted': 'warn',
  'out-of-scope': 'quiet',
}

/** The three counts apart, their sums, and every answer. Made of the frozen result alone. */
export function ResultView({ result, versionId }: { result: ResultTable; versionId: string }) {
  const problems = sumProblems(result)
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
          <CountTable
            caption="出し方ごとの提出"
            unit="件"
            rows={result.byMethod.map((one) => [one.method, one.submissions])}
            total={result.submissions}
          />
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
      <p class="sb-sub l-gap">
        {problems.length === 0 ? '表の計は、提出と意見の数に合っています。' : problems.join('。')}
        {otherCounts(result).map(([label, count]) => ` ${label}：${count}件。`)}
      </p>
      <Section id="answers" title="ご意見と市の考え方">
        <ScrollFrame label="ご意見と市の考え方">
          <table class="dads-table dads-table--wide">
            <caption>ご意見と市の考え方</caption>
            <thead>
              <tr>
                <th scope="col" class="is-num">
                  番号
                </th>
                <th scope="col">該当箇所</th>
                <th scope="col">ご意見</th>
                <th scope="col" class="is-num">
                  意見数
                </th>
                <th scope="col">対応区分</th>
                <th scope="col">市の考え方</th>
              </tr>
            </thead>
            <tbody>
              {result.rows.map((row) => (
                <Row key={row.number} row={row} versionId={versionId} />
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      </Section>
    </>
  )
}

function Row({ row, versionId }: { row: ResultRow; versionId: string }) {
  return (
    <tr id={`no-${row.number}`}>
      <td class="is-num">{row.number}</td>
      <td>
        {row.aboutRef ? (
          <a href={placeHref(`/plan/versions/${versionId}`, row.aboutRef)}>{row.about}</a>
        ) : (
          row.about
        )}
      </td>
      <th scope="row">
        {row.summary && <p>要約：{row.summary}</p>}
        {row.texts.slice(0, 3).map((text) => (
          <p key={text} class="sb-prewrap" dir="auto">
            {text}
          </p>
        ))}
        {row.texts.length > 3 && <p>ほかに、{row.texts.length - 3}通りの文がありました。</p>}
        {!row.summary && row.texts.length === 0 && <p>（文は公表しません）</p>}
        {row.opinions > 1 && <p class="sb-sub">同趣旨 {row.opinions}件</p>}
      </th>
      <td class="is-num">{row.opinions}</td>
      <td>
        <Badge tone={dispositionTones[row.disposition]}>{row.classLabel}</Badge>
      </td>
      <td>
        <p class="sb-prewrap">{row.reply}</p>
        {row.reason && <p class="sb-prewrap">理由：{row.reason}</p>}
        {row.planRef && <p>直したところ：{<a href={changedHref(row.planRef)}>{row.planLabel}</a>}</p>}
        <LinkList links={row.links} />
        {row.after && <BeforeAfter row={row} />}
      </td>
    </tr>
  )
}

/** Old and new beside each other, with what was taken out and put in marked by line and word. */
export function BeforeAfter({ row }: { row: Pick<ResultRow, 'before' | 'after'> }) {
  const spans = textDiff(row.before, row.after)
  return (
    <div class="sb-diff">
      <div class="sb-diff__side sb-diff__side--old">
        <span class="sb-diff__label">修正前</span>
        <p class="sb-prewrap">
          {spans.map((span, position) => span.kind !== 'added' && <Span key={position} span={span} />)}
        </p>
      </div>
      <div class="sb-diff__side sb-diff__side--new">
        <span class="sb-diff__label">修正後</span>
        <p class="sb-prewrap">
          {spans.map((span, position) => span.kind !== 'removed' && <Span key={position} span={span} />)}
        </p>
      </div>
    </div>
  )
}

function Span({ span: { kind, text } }: { span: TextSpan }) {
  if (kind === 'same') return <>{text}</>
  return kind === 'added' ? (
    <ins class="sb-ins">
      <span class="vh">［追加］</span>
      {text}
    </ins>
  ) : (
    <del class="sb-del">
      <span class="vh">［削除］</span>
      {text}
    </del>
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

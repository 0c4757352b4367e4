import { evidenceLevelLabels, stanceLabels } from '#src/features/plan/core/labels.ts'
import { weightedPercentWords } from '#src/lib/statistics/tabulation/percent-words.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField } from '#src/ui/field.tsx'
import { ScrollFrame, Section } from '#src/ui/parts.tsx'
import type { CellPlace, Citation } from '../../core/results/cited-cell.ts'
import type { Publication, PublishedTable } from '../../core/results/publication-format.ts'
import { publishedTitle } from '../../core/results/published-figures.ts'

export type Subject = { value: string; label: string }

type CiteProps = {
  publication: Publication
  table: PublishedTable | undefined
  place: CellPlace
  citation: Citation | undefined
  subjects: readonly Subject[]
  mayBind: boolean
  problems: Problems
  entered: Entered
}

/** First the question, then the cell, then where it goes. */
export function CiteView(props: CiteProps) {
  const { publication, table, place, citation } = props
  const citable = publication.tables.filter(({ key }) => key !== '')
  return (
    <>
      <form method="get" class="sb-filter l-gap" aria-label="引用する設問">
        <label>
          設問
          <select name="table">
            {citable.map((one) => (
              <option key={one.key} value={one.key} selected={one.key === place.key}>
                {publishedTitle(one).slice(0, 60)}
              </option>
            ))}
          </select>
        </label>
        <button class="dads-button dads-button--secondary" type="submit">
          表を出す
        </button>
      </form>
      {citation && <Cited {...props} citation={citation} />}
      {table && <Cells table={table} place={place} />}
    </>
  )
}

function Cells({ table, place }: { table: PublishedTable; place: CellPlace }) {
  const { key, banner, columns, lines } = table
  return (
    <Section id="cells" title={publishedTitle(table)}>
      <p>引用する数を選んでください。隠した数（X）は引用できません。</p>
      <ScrollFrame label="引用する数">
        <table class="dads-table dads-table--dense">
          <caption>公表した割合（%）</caption>
          <thead>
            <tr>
              <th scope="col">{banner || '対象'}</th>
              <th scope="col" class="is-num">
                n
              </th>
              {lines.map(({ label }) => (
                <th key={label} scope="col" class="is-num">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.map(({ label, base }, column) => (
              <tr key={label}>
                <th scope="row" class="is-nowrap">
                  {label}
                </th>
                <td class="is-num">{base ?? 'X'}</td>
                {lines.map(({ label: answer, counts, shares }, line) => {
                  const share = shares[column]
                  const isHidden = counts[column] === null || share === null || share === undefined
                  const isHere = line === place.line && column === place.column
                  return (
                    <td key={answer} class="is-num">
                      {isHidden ? (
                        'X'
                      ) : (
                        <a
                          href={`?${new URLSearchParams({ table: key, line: String(line), column: String(column) })}`}
                          aria-current={isHere ? 'true' : undefined}
                        >
                          {weightedPercentWords(share)}
                          <span class="vh">
                            ％（{label}、{answer}）
                          </span>
                        </a>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </Section>
  )
}

const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

function Cited({ citation, subjects, mayBind, problems, entered }: CiteProps & { citation: Citation }) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <Section id="cited" title="この数を引用する">
      <p class="sb-quote">{citation.words}</p>
      <p class="sb-sub l-gap">角かっこの中は、この数を見つけ直すための番号です。</p>
      {subjects.length > 0 && (
        <form method="post" class="sb-form l-flow-l l-gap" aria-label="施策の根拠に加える">
          <SelectField
            {...field('from')}
            label="どの課題・方向の根拠か"
            blank="（選ぶ）"
            required
            choices={subjects}
          />
          <SelectField {...field('stance')} label="関係" choices={choicesOf(stanceLabels)} />
          <SelectField
            {...field('level')}
            label="根拠の強さ"
            support="1回の調査の集計は、ふつう2です。"
            choices={evidenceLevelLabels.map((words, level) => ({
              value: String(level),
              label: `${level} ${words}`,
            }))}
          />
          <button class="dads-button" name="act" value="link" type="submit">
            施策の根拠に加える
          </button>
        </form>
      )}
      {mayBind && (
        <form method="post" class="l-gap" aria-label="計画の統計値に加える">
          <button class="dads-button dads-button--secondary" name="act" value="bind" type="submit">
            計画の統計値に加える
          </button>
          <p class="sb-sub">本文に差し込める数になります。版をつくると、そのときの値が残ります。</p>
        </form>
      )}
    </Section>
  )
}

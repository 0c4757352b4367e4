import { EvidenceForm } from '#src/features/plan/views/evidence-form.tsx'
import { weightedPercentWords } from '#src/lib/statistics/tabulation/percent-words.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { ScrollFrame, Section } from '#src/ui/parts.tsx'
import type { CellPlace, Citation } from '../../core/results/cited-cell.ts'
import type { Publication, PublishedTable } from '../../core/results/publication-format.ts'
import { publishedTitle } from '../../core/results/published-figures.ts'

type CiteProps = {
  publication: Publication
  table: PublishedTable | undefined
  place: CellPlace
  citation: Citation | undefined
  subjects: readonly { value: string; label: string }[]
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

function Cited({ citation, subjects, mayBind, problems, entered }: CiteProps & { citation: Citation }) {
  return (
    <Section id="cited" title="この数を引用する">
      <p class="sb-quote">{citation.words}</p>
      <p class="sb-sub l-gap">角かっこの中は、この数を見つけ直すための番号です。</p>
      {subjects.length > 0 && (
        <EvidenceForm
          subjects={subjects}
          problems={problems}
          entered={entered}
          support="1回の調査の集計は、ふつう2です。"
          usualLevel={2}
        />
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

import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { NoValue } from '#src/ui/parts.tsx'
import type { LoggedDecision } from '../core/decision-log.ts'
import { publicSubjectHref } from '../core/subjects.ts'

type TableProps = {
  log: readonly LoggedDecision[]
  caption: string
  titleOf: (itemId: string) => string | undefined
}

/** What was decided when, by whom, with which papers, and what of the plan it is about. */
export function DecisionTable({ log, caption, titleOf }: TableProps) {
  return (
    <table class="dads-table dads-table--cards">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">日</th>
          <th scope="col">決めたもの</th>
          <th scope="col">決まったこと</th>
          <th scope="col">資料</th>
          <th scope="col">何についてか</th>
        </tr>
      </thead>
      <tbody>
        {log.map(({ id, day, by, kind, words, papers, subjects, address }) => (
          <tr key={id}>
            <th scope="row" class="is-nowrap">
              {eraDay(day)}
            </th>
            <td data-label="決めたもの">
              <a href={address}>{by}</a>
            </td>
            <td data-label="決まったこと">
              <span>
                <b>{kind}</b>　{words}
              </span>
            </td>
            <td data-label="資料">
              <span>
                {papers.length === 0 && <NoValue words="なし" />}
                {papers.map((paper, position) => (
                  <span key={paper.address}>
                    {position > 0 && '、'}
                    <a href={paper.address}>
                      {paper.label} {paper.title}
                    </a>
                  </span>
                ))}
              </span>
            </td>
            <td data-label="何についてか">
              <Subjects subjects={subjects} titleOf={titleOf} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Items, versions and the frame, as far as residents can open them; others are passed over. */
function Subjects({ subjects, titleOf }: Pick<TableProps, 'titleOf'> & { subjects: readonly string[] }) {
  const known = subjects.flatMap((id) => {
    const title = titleOf(id)
    return title === undefined || publicSubjectHref(id) === undefined ? [] : [{ id, title }]
  })
  if (known.length === 0) return <NoValue words="なし" />
  return (
    <span>
      {known.map(({ id, title }, position) => (
        <span key={id}>
          {position > 0 && '、'}
          <a href={publicSubjectHref(id)}>{title}</a>
        </span>
      ))}
    </span>
  )
}

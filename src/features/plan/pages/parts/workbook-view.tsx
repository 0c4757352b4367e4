import type { PlanDocument } from '#src/formats/plan-document.ts'
import { FileField } from '#src/ui/field.tsx'
import { AboutScreen, Banner, NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import { changeSummary, groupChanges } from '../../core/diff/change-groups.ts'
import { ChangesOf } from '../../views/change-list.tsx'
import type { WorkbookResult } from '../../work/workbook-work.ts'
import { workbookAddress } from './addresses.ts'

/** What was looked at: the result of reading, and the file kept for the taking in. */
export type Looked = {
  problem?: string
  result?: WorkbookResult
  fileId?: string
  changeCount?: number
  isStale?: boolean
}

export function WorkbookView({ plan, problem, result, ...kept }: Looked & { plan: PlanDocument }) {
  const address = workbookAddress(plan.planId)
  const fault = problem ?? (result && 'problem' in result ? result.problem : undefined)
  return (
    <>
      <h1>Excelで直す</h1>
      <p class="sb-lead l-measure">
        施策体系・指標・事務事業を1つのブックに保存し、Excelで直して、もう一度取り込みます。
      </p>
      {fault && (
        <Banner tone="error" title="取り込めません。何も変えていません。">
          <p>{fault}</p>
        </Banner>
      )}
      {result?.issues && <Issues issues={result.issues} more={result.more} />}
      {result?.plan && <Rehearsal plan={plan} result={result} {...kept} />}
      <section class="l-section l-flow" aria-labelledby="out">
        <h2 id="out">1. ブックを保存する</h2>
        <p>
          <a class="dads-button dads-button--secondary" href={`${address}.xlsx`}>
            ブックを保存する（Excel）
          </a>
        </p>
      </section>
      <section class="l-section" aria-labelledby="in">
        <h2 id="in">2. 直したブックを確かめる</h2>
        <form method="post" action={address} class="sb-form l-gap" encType="multipart/form-data">
          <FileField
            name="file"
            label="直したブック"
            support="Excel ブック（.xlsx）。10MBまで。まず、何が変わるかをお見せします。"
            accept=".xlsx"
            required
          />
          <button class={`dads-button${result?.plan ? ' dads-button--secondary' : ''}`} type="submit">
            何が変わるか確かめる
          </button>
        </form>
      </section>
      <AboutScreen>
        <p>
          「id」の列で、どの項目の行かを見分けます。idは変えないでください。新しい行は、idを空けて足します。行を消しても、計画からは消えません。消すときは、画面で消します。
        </p>
        <p>ブックにない欄（役割、根拠、見直しの条件、庁内メモなど）は、いまの内容がそのまま残ります。</p>
      </AboutScreen>
    </>
  )
}

type IssuesProps = { issues: readonly { sheet: string; cell: string; message: string }[]; more: number }

function Issues({ issues, more }: IssuesProps) {
  return (
    <div class="l-gap l-flow">
      <Banner tone="error" title={`取り込めません（${issues.length + more}件）。何も変えていません。`}>
        <p>次のところを直して、もう一度ファイルを選んでください。</p>
      </Banner>
      <ScrollFrame label="直すところ">
        <table class="dads-table">
          <caption>直すところ</caption>
          <thead>
            <tr>
              <th scope="col">シート</th>
              <th scope="col">セル</th>
              <th scope="col">直し方</th>
            </tr>
          </thead>
          <tbody>
            {issues.map(({ sheet, cell, message }) => (
              <tr key={`${sheet}${cell}${message}`}>
                <td>{sheet || <NoValue words="ブック全体" />}</td>
                <td>{cell || <NoValue words="全体" />}</td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      {more > 0 && <p>ほか{more}件</p>}
    </div>
  )
}

type Read = Extract<WorkbookResult, { plan: PlanDocument }>
type RehearsalProps = Omit<Looked, 'result'> & { plan: PlanDocument; result: Read }

/** What would change, in sentences, and the button that does it. */
function Rehearsal({ plan, result, fileId, changeCount, isStale }: RehearsalProps) {
  const { changes, notes } = result
  return (
    <section class="sb-box l-flow l-gap" aria-labelledby="rehearsal">
      <h2 id="rehearsal">このように変わります</h2>
      {isStale && (
        <Banner tone="warn" title="確かめたあとで、ほかの人が計画を変えました。まだ何も取り込んでいません。">
          <p>いまの計画で確かめ直しました。もう一度見て、よければ取り込んでください。</p>
        </Banner>
      )}
      <p>{changeSummary(changes)}</p>
      {notes.length > 0 && (
        <ul class="sb-list">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {groupChanges(changes, { before: plan, after: result.plan }).map((policy) => (
        <details key={policy.id ?? 'all'} class="dads-disclosure" open={changes.length <= 20}>
          <summary>
            <span>{`${policy.number} ${policy.title}`.trim()}</span>
          </summary>
          <ChangesOf policy={policy} />
        </details>
      ))}
      {changes.length === 0 ? (
        <p>取り込むものがありません。いまの計画と同じです。</p>
      ) : (
        <form method="post" action={`${workbookAddress(plan.planId)}/apply`} class="l-cluster">
          <input type="hidden" name="fileId" value={fileId} />
          <input type="hidden" name="changeCount" value={changeCount} />
          <button class="dads-button" type="submit">
            {changes.length}件の変更を取り込む
          </button>
          <a href={workbookAddress(plan.planId)}>やめる</a>
        </form>
      )}
    </section>
  )
}

import { changeSummary, groupChanges } from '#src/features/plan/core/diff/change-groups.ts'
import { isShown } from '#src/features/plan/core/diff/plan-change.ts'
import { instantWords } from '#src/features/plan/store/queries/facts.ts'
import { ChangesOf } from '#src/features/plan/views/change-list.tsx'
import { CheckField } from '#src/ui/field.tsx'
import { AboutScreen, Badge, EmptyState, Section } from '#src/ui/parts.tsx'
import type { RequestSheet } from '../../core/sheets.ts'
import type { AppliedCompilation, getProposal } from '../../store/queries-compilations.ts'

type Proposal = Awaited<ReturnType<typeof getProposal>>
type Props = {
  accepted: readonly RequestSheet[]
  /** Sheets that are already in the plan. */
  done: ReadonlySet<string>
  sheetIds: readonly string[]
  proposal: Proposal | undefined
  compilations: readonly AppliedCompilation[]
}

export function CompilationView({ accepted, done, sheetIds, proposal, compilations }: Props) {
  return (
    <>
      {accepted.length === 0 ? (
        <div class="l-gap">
          <EmptyState title="施策について受理したシートが、まだありません。">
            <p>シートを受理すると、ここで計画への変更案になります。</p>
          </EmptyState>
        </div>
      ) : (
        <Choosing accepted={accepted} done={done} sheetIds={sheetIds} />
      )}
      {proposal && <Proposed proposal={proposal} />}
      {compilations.length > 0 && <Applied compilations={compilations} />}
      <AboutScreen>
        <p>
          「わからない」「事務局に相談」と空の項目は、計画を変えません。計画のデータに結びついた数字は、読んだときに同じなら、そのまま残ります。取組を計画から消すことはありません。
        </p>
      </AboutScreen>
    </>
  )
}

function Choosing({ accepted, done, sheetIds }: Pick<Props, 'accepted' | 'done' | 'sheetIds'>) {
  return (
    <form method="get" class="l-flow l-gap" aria-label="反映するシート">
      <input type="hidden" name="chosen" value="yes" />
      <fieldset class="l-flow">
        <legend class="dads-form__label">反映するシート（受理 {accepted.length}枚）</legend>
        <div class="l-cols l-cols--3">
          {accepted.map(({ id, subject }) => (
            <CheckField
              key={id}
              name="sheet"
              value={id}
              label={subject}
              isChecked={sheetIds.includes(id)}
              {...(done.has(id) ? { support: '反映済み' } : {})}
            />
          ))}
        </div>
      </fieldset>
      <button class="dads-button dads-button--secondary" type="submit">
        選んだシートの変更案を見る
      </button>
    </form>
  )
}

function Proposed({
  proposal: { plan, after, changes, notes, changeCount, sheetIds },
}: {
  proposal: Proposal
}) {
  const shown = changes.filter(isShown)
  return (
    <Section id="proposal" title="計画への変更案（まだ反映していません）">
      <p class="sb-lead l-measure">{changeSummary(shown)}</p>
      {notes.length > 0 && (
        <ul class="l-flow l-gap">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {shown.length > 0 && (
        <>
          <div class="l-gap">
            {groupChanges(changes, { before: plan, after }).map((policy) => (
              <ChangesOf key={policy.id ?? 'all'} policy={policy} />
            ))}
          </div>
          <form method="post" class="l-flow">
            <input type="hidden" name="changeCount" value={changeCount} />
            {sheetIds.map((id) => (
              <input key={id} type="hidden" name="sheet" value={id} />
            ))}
            <p>
              {sheetIds.length}枚のシートの内容を、作業中の計画に一度に反映します。あとで一度に取り消せます。
            </p>
            <button class="dads-button" type="submit">
              計画に反映する
            </button>
          </form>
        </>
      )}
    </Section>
  )
}

function Applied({ compilations }: { compilations: readonly AppliedCompilation[] }) {
  return (
    <Section id="applied" title="反映の記録">
      <table class="dads-table dads-table--cards">
        <caption>反映の記録（新しい順）</caption>
        <thead>
          <tr>
            <th scope="col">いつ</th>
            <th scope="col">シート</th>
            <th scope="col">変更</th>
            <th scope="col">状態</th>
          </tr>
        </thead>
        <tbody>
          {compilations.map(({ id, appliedAt, sheetIds, summary, undoneAt }) => (
            <tr key={id}>
              <th scope="row">{instantWords(appliedAt)}</th>
              <td data-label="シート">{sheetIds.length}枚</td>
              <td data-label="変更">{summary}</td>
              <td data-label="状態">
                {undoneAt ? (
                  <Badge tone="quiet">{instantWords(undoneAt)}に取り消し</Badge>
                ) : (
                  <form method="post">
                    <button class="dads-button dads-button--quiet" type="submit" name="undo" value={id}>
                      この反映を取り消す<span class="vh">：{instantWords(appliedAt)}</span>
                    </button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

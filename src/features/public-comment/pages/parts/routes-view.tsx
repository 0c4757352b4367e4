import type { OrganizationUnit } from '#src/features/organization/core/units.ts'
import type { HeardLine } from '#src/features/voices/store/queries/voices.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { ProblemSummary, SelectField, TextField } from '#src/ui/field.tsx'
import { AboutScreen, Badge, EmptyState, NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import type { CommentPlace, Orphan } from '../../core/orphans.ts'
import { permissions } from '../../core/permissions.ts'
import type { CommentRoute } from '../../core/reply-steps.ts'
import { CaseTabs } from './case-tabs.tsx'

type RoutesProps = {
  actor: Context['actor']
  caseId: string
  comments: readonly HeardLine[]
  about: ReadonlyMap<string, CommentPlace>
  routes: ReadonlyMap<string, CommentRoute>
  /** Those of today, to choose from. */
  units: readonly OrganizationUnit[]
  unitName: (unitId: string) => string | undefined
  isOwnerless: (unitId: string) => boolean
  approved: ReadonlySet<string>
  overdue: ReadonlySet<string>
  orphans: readonly Orphan[]
  isOpen: boolean
  entered: Entered
  problems: Problems
  chosen: readonly string[]
}

export function RoutesView(props: RoutesProps) {
  const { actor, caseId, comments, overdue, problems, isOpen } = props
  const may = isOpen && mayDo(actor, permissions, 'route-comments')
  return (
    <>
      <ProblemSummary problems={problems} />
      <div class="sb-title">
        <h1>担当</h1>
        {overdue.size > 0 && <Badge tone="warn">{`期限を過ぎた意見 ${overdue.size}件`}</Badge>}
      </div>
      <CaseTabs actor={actor} caseId={caseId} current="/routes" />
      {comments.length === 0 ? (
        <EmptyState title="まだ意見がありません。">
          <p>意見が届くと、ここで担当課に割り当てます。</p>
        </EmptyState>
      ) : (
        <form method="post" class="l-gap" noValidate>
          <OpinionTable {...props} may={may} />
          {may && <Assign {...props} />}
        </form>
      )}
      <Orphans {...props} />
      <AboutScreen>
        <p>
          入力担当は、自分の課に割り当てられた意見にだけ、市の考え方（案）を書けます。書いた案は、企画が確認し、別の人が承認します。
        </p>
      </AboutScreen>
    </>
  )
}

/** Opinions whose place is gone or rewritten, with the section that has them and its day. */
function Orphans({ orphans, unitName }: RoutesProps) {
  if (orphans.length === 0) return null
  return (
    <Section id="orphans" title={`行き先を確かめる意見（${orphans.length}件）`}>
      <p>
        意見が書かれたあとで、該当する文が直されたか、なくなりました。いまの計画のどこに当たるかを、確かめてください。
      </p>
      <ScrollFrame label="行き先を確かめる意見">
        <table class="dads-table dads-table--wide">
          <caption>行き先を確かめる意見</caption>
          <thead>
            <tr>
              <th scope="col">意見</th>
              <th scope="col">書かれたときの箇所</th>
              <th scope="col">いまの計画では</th>
              <th scope="col">担当課</th>
              <th scope="col">期限</th>
            </tr>
          </thead>
          <tbody>
            {orphans.map(({ opinionId, verbatim, about, words, unitId, dueOn }) => (
              <tr key={opinionId}>
                <th scope="row" dir="auto">
                  {[...verbatim].slice(0, 80).join('')}
                </th>
                <td>{about}</td>
                <td>{words}</td>
                <td>{unitName(unitId) ?? <NoValue words="未定" />}</td>
                <td>{dueOn ? eraDay(dueOn) : <NoValue words="なし" />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </Section>
  )
}

function OpinionTable({
  comments,
  about,
  routes,
  unitName,
  isOwnerless,
  approved,
  overdue,
  chosen,
  problems,
  may,
}: RoutesProps & { may: boolean }) {
  return (
    <ScrollFrame label="意見と担当課">
      <table class="dads-table dads-table--wide" id="opinions">
        <caption>意見と担当課（{comments.length}件）</caption>
        <thead>
          <tr>
            <th scope="col">意見</th>
            <th scope="col">該当箇所</th>
            <th scope="col" class="nowrap">
              担当課
            </th>
            <th scope="col" class="nowrap">
              期限
            </th>
          </tr>
        </thead>
        <tbody>
          {comments.map(({ id, submissionId, verbatim }) => {
            const route = routes.get(id)
            const words = [...verbatim].slice(0, 80).join('')
            return (
              <tr key={id}>
                <th scope="row" dir="auto">
                  {may ? (
                    <label class="dads-choice">
                      <input type="checkbox" name="opinion" value={id} checked={chosen.includes(id)} />
                      <span>{words}</span>
                    </label>
                  ) : (
                    words
                  )}
                </th>
                <td>{about.get(submissionId)?.about}</td>
                <td>
                  {route ? unitName(route.unitId) : <NoValue words="まだです" />}
                  {route && isOwnerless(route.unitId) && (
                    <>
                      {' '}
                      <Badge tone="warn">引き継ぐ課が決まっていません</Badge>
                    </>
                  )}
                </td>
                <td>
                  {route?.dueOn ? eraDay(route.dueOn) : <NoValue words="ありません" />}
                  {overdue.has(id) && (
                    <>
                      {' '}
                      <Badge tone="warn">期限を過ぎました</Badge>
                    </>
                  )}
                  {approved.has(id) && (
                    <>
                      {' '}
                      <Badge tone="ok">承認済み</Badge>
                    </>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {problems['opinions'] && <p class="dads-form__error">＊{problems['opinions']}</p>}
    </ScrollFrame>
  )
}

const Assign = ({ units, entered, problems }: RoutesProps) => (
  <Section id="assign" title="割り当てる">
    <div class="sb-form">
      <TextField
        name="dueOn"
        label="期限"
        value={entered['dueOn']}
        problem={problems['dueOn']}
        support="市の考え方（案）を書き終える日"
        width="short"
        required
      />
      <SelectField
        name="unitId"
        label="担当課"
        value={entered['unitId']}
        problem={problems['unitId']}
        blank="選んでください"
        choices={units.map(({ id, name }) => ({ value: id, label: name }))}
        width="mid"
      />
      <div class="l-cluster">
        <button class="dads-button" name="act" value="assign" type="submit">
          選んだ意見を割り当てる
        </button>
        <button class="dads-button dads-button--secondary" name="act" value="by-plan" type="submit">
          残りを、計画の主管課に割り当てる
        </button>
      </div>
    </div>
  </Section>
)

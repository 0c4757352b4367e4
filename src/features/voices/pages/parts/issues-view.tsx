import type { Entered, Problems } from '#src/platform/form.ts'
import { ProblemSummary, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { AboutScreen, EmptyState, NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { countHeard, countTable } from '../../core/counts.ts'
import { channelLabels } from '../../core/labels.ts'
import type { ItemChoice } from '../../store/queries/plan-items.ts'
import type { Issue } from '../../store/queries/sorting.ts'

export type FormState = { entered?: Entered; problems?: Problems; isStale?: boolean }
type ListProps = {
  issues: readonly Issue[]
  items: readonly ItemChoice[]
  districts: readonly string[]
  form: FormState
  mayEdit: boolean
}

export function IssueList({ issues, items, districts, form, mayEdit }: ListProps) {
  const names = new Map(items.map(({ id, label }) => [id, label]))
  return (
    <>
      <ProblemSummary problems={form.problems ?? {}} />
      {issues.length === 0 && (
        <div class="l-gap">
          <EmptyState title="まだ政策課題がありません。">
            <p>声を分類し、まとまりを確かめてから、課題として書きます。</p>
          </EmptyState>
        </div>
      )}
      {issues.length > 0 && (
        <div class="l-gap">
          <ScrollFrame label="政策課題の一覧">
            <table class="dads-table dads-table--wide">
              <caption>
                政策課題<small>件数は意見の数（n）。公募の声の数は、市民全体の割合を表しません</small>
              </caption>
              <thead>
                <tr>
                  <th scope="col">課題</th>
                  <th scope="col">結び付く施策</th>
                  <th scope="col" class="is-num">
                    意見 n
                  </th>
                  <th scope="col" class="is-num">
                    提出
                  </th>
                  {districts.map((district) => (
                    <th key={district} scope="col" class="is-num">
                      {district}
                    </th>
                  ))}
                  <th scope="col" class="is-num">
                    ほか・不明
                  </th>
                  <th scope="col">経路</th>
                </tr>
              </thead>
              <tbody>
                {issues.map((issue) => (
                  <IssueRow
                    key={issue.id}
                    issue={issue}
                    districts={districts}
                    item={names.get(issue.planItemId)}
                  />
                ))}
              </tbody>
            </table>
          </ScrollFrame>
        </div>
      )}
      {mayEdit && (
        <Section id="add" title="課題を加える">
          <form method="post" class="sb-form" aria-labelledby="add">
            <IssueFields items={items} entered={form.entered ?? {}} problems={form.problems ?? {}} />
            <button class="dads-button" type="submit">
              加える
            </button>
          </form>
        </Section>
      )}
      <AboutScreen>
        <p>
          件数は、いつも n
          と、集めた経路・地区といっしょに示します。数の多さだけで、課題の重さは決まりません。
        </p>
      </AboutScreen>
    </>
  )
}

function IssueRow({
  issue,
  districts,
  item,
}: {
  issue: Issue
  districts: readonly string[]
  item: string | undefined
}) {
  const { opinions, submissions } = countHeard(issue.heard)
  const table = countTable(issue.heard, districts)
  const others = opinions - districts.reduce((sum, district) => sum + table.count(undefined, district), 0)
  return (
    <tr>
      <th scope="row">
        <a href={`/staff/voices/issues/${issue.id}`}>{issue.title}</a>
      </th>
      <td>{item ?? <NoValue words="施策なし" />}</td>
      <td class="is-num">{opinions}</td>
      <td class="is-num">{submissions}</td>
      {districts.map((district) => (
        <td key={district} class="is-num">
          {table.count(undefined, district)}
        </td>
      ))}
      <td class="is-num">{others}</td>
      <td>
        {table.channels
          .map((channel) => `${channelLabels[channel]} ${table.count(channel, undefined)}`)
          .join('、') || <NoValue words="声なし" />}
      </td>
    </tr>
  )
}

type FieldsProps = { items: readonly ItemChoice[]; entered: Entered; problems: Problems }

export function IssueFields({ items, entered, problems }: FieldsProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <>
      <TextField {...field('title')} label="課題" support="例：昼のバスが少なく、通院に半日かかる" required />
      <TextArea {...field('text')} label="説明" rows={3} optional />
      <SelectField
        {...field('planItemId')}
        label="結び付く施策"
        blank="まだない"
        choices={items.map(({ id, label }) => ({ value: id, label }))}
        optional
      />
    </>
  )
}

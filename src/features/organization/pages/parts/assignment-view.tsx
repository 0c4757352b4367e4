import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { Badge, Disclosure, EmptyState, Section } from '#src/ui/parts.tsx'
import { dayExample } from '../../core/read-day.ts'
import {
  type AssignmentKind,
  assignmentKindLabels,
  assignmentKinds,
  type SubcommitteeAssignment,
} from '../../core/subcommittees.ts'
import { hasEnded } from '../../core/units.ts'
import type { Subjects } from './subcommittee-subjects.ts'

type Props = { assignments: readonly SubcommitteeAssignment[]; subjects: Subjects; today: string }

const inOrder = (assignments: readonly SubcommitteeAssignment[]) =>
  assignmentKinds.flatMap((kind) => assignments.filter((one) => one.kind === kind))

/** Everything that was, is and will be assigned. */
export function AssignmentTable({ assignments, subjects, today }: Props) {
  if (assignments.length === 0)
    return (
      <div class="l-gap">
        <EmptyState title="まだ何も割り当てていません。">
          <p>受け持つ政策か組織と、意見を書く職員を割り当てると、その人が分野の依頼シートを読めます。</p>
        </EmptyState>
      </div>
    )
  return (
    <div class="l-gap">
      <table class="dads-table dads-table--cards">
        <caption>割り当て（{assignments.length}）</caption>
        <thead>
          <tr>
            <th scope="col">名前</th>
            <th scope="col">種類</th>
            <th scope="col">期間</th>
          </tr>
        </thead>
        <tbody>
          {inOrder(assignments).map((one) => (
            <tr key={one.id}>
              <th scope="row">{subjects.nameOf(one)}</th>
              <td data-label="種類">{assignmentKindLabels[one.kind]}</td>
              <td data-label="期間">
                <span>
                  {daysOf(one)} {hasEnded(one, today) && <Badge>終わり</Badge>}
                  {one.validFrom > today && <Badge>これから</Badge>}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const daysOf = ({ validFrom, validTo }: SubcommitteeAssignment) =>
  `${eraDay(validFrom)}から${validTo ? `${eraDay(validTo)}まで` : ''}`

type FormsProps = Props & {
  address: string
  adding: AssignmentKind | undefined
  entered: Entered
  problems: Problems
}

export function AssignmentForms(props: FormsProps) {
  const { address, adding, assignments, subjects, entered } = props
  const isEnding = entered['act'] === 'end' || entered['act'] === 'withdraw'
  return (
    <Section id="add" title="割り当てを加える">
      <p class="l-cluster l-cluster--wide">
        {assignmentKinds
          .filter((kind) => kind !== adding)
          .map((kind) => (
            <a key={kind} href={`${address}?add=${kind}#add`}>
              {assignmentKindLabels[kind]}を加える
            </a>
          ))}
      </p>
      {adding && <AddForm {...props} kind={adding} choices={subjects.choices[adding]} />}
      {assignments.length > 0 && (
        <Disclosure label="割り当てを終える・消す" open={isEnding}>
          <EndForm {...props} />
        </Disclosure>
      )}
    </Section>
  )
}

type AddProps = FormsProps & { kind: AssignmentKind; choices: Subjects['choices'][AssignmentKind] }

const nothingToChoose: Record<AssignmentKind, string> = {
  policy: '計画に政策がありません。計画に政策を加えると選べます。',
  unit: 'いまの組織がありません。「組織」に加えると選べます。',
  person: '職員が登録されていません。「職員」に加えると選べます。',
}

function AddForm({ address, kind, choices, entered, problems, today }: AddProps) {
  if (choices.length === 0) return <p class="l-gap">{nothingToChoose[kind]}</p>
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  const label = assignmentKindLabels[kind]
  return (
    <form
      method="post"
      class="sb-form l-gap"
      aria-label={`${label}を加える`}
      action={`${address}#error-summary`}
    >
      <input type="hidden" name="kind" value={kind} />
      <SelectField
        {...field('subjectId')}
        label={label}
        {...(kind === 'person'
          ? { support: 'その職員のアカウントに「専門部会」の役割があると、分野の依頼シートを読めます。' }
          : {})}
        blank="選んでください"
        choices={choices}
        width="mid"
        required
      />
      <TextField
        name="validFrom"
        label="はじまりの日"
        value={entered['validFrom'] ?? today}
        problem={problems['validFrom']}
        support={dayExample}
        width="short"
        required
      />
      <TextField {...field('validTo')} label="最後の日" width="short" optional />
      <button class="dads-button" type="submit" name="act" value="add">
        {label}を加える
      </button>
    </form>
  )
}

function EndForm({ address, assignments, subjects, entered, problems }: FormsProps) {
  return (
    <form
      method="post"
      class="sb-form"
      aria-label="割り当てを終える・消す"
      action={`${address}#error-summary`}
    >
      <SelectField
        name="assignment"
        label="割り当て"
        value={entered['assignment']}
        choices={inOrder(assignments).map((one) => ({
          value: `${one.id}/${one.revision}`,
          label: `${assignmentKindLabels[one.kind]}　${subjects.nameOf(one)}（${daysOf(one)}）`,
        }))}
        width="mid"
      />
      <TextField
        name="lastOn"
        label="最後の日"
        value={entered['lastOn']}
        problem={problems['lastOn']}
        support="終えるときに書きます。この日までは、分野の依頼シートを読めます。"
        width="short"
      />
      <div class="l-cluster">
        <button class="dads-button dads-button--secondary" type="submit" name="act" value="end">
          この日で終える
        </button>
        <button class="dads-button dads-button--quiet" type="submit" name="act" value="withdraw">
          間違いなので消す
        </button>
      </div>
    </form>
  )
}

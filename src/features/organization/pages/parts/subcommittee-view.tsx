import { EmptyState, NoValue, Section } from '#src/ui/parts.tsx'
import {
  type AssignmentKind,
  assignmentKindLabels,
  assignmentKinds,
  type SubcommitteeAssignment,
} from '../../core/subcommittees.ts'
import type { Subjects } from './subcommittee-subjects.ts'

type Body = { id: string; name: string }
type ListProps = {
  bodies: readonly Body[]
  assignments: readonly SubcommitteeAssignment[]
  subjects: Subjects
}

/** One row a subcommittee: policies, units, people. */
export function SubcommitteeList({ bodies, assignments, subjects }: ListProps) {
  if (bodies.length === 0)
    return (
      <div class="l-gap">
        <EmptyState title="まだ専門部会がありません。">
          <p>
            <a href="/staff/bodies">会議体と委員</a>に専門部会を加えると、ここで受け持ちを決められます。
          </p>
        </EmptyState>
      </div>
    )
  const namesOf = (bodyId: string, wanted: AssignmentKind) =>
    assignments.filter((one) => one.bodyId === bodyId && one.kind === wanted).map(subjects.nameOf)
  return (
    <div class="l-gap">
      <table class="dads-table dads-table--cards">
        <caption>専門部会（{bodies.length}）</caption>
        <thead>
          <tr>
            <th scope="col">部会</th>
            {assignmentKinds.map((kind) => (
              <th key={kind} scope="col">
                {assignmentKindLabels[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bodies.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/staff/organization/subcommittees/${id}`}>{name}</a>
              </th>
              {assignmentKinds.map((kind) => (
                <td key={kind} data-label={assignmentKindLabels[kind]}>
                  <Names names={namesOf(id, kind)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Names({ names }: { names: readonly string[] }) {
  if (names.length === 0) return <NoValue words="なし" />
  return (
    <ul class="sb-list">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  )
}

/** Policies nobody answers for: sheets about them are reviewed by nobody, unless their section is assigned. */
export function Unassigned({ assignments, subjects }: Omit<ListProps, 'bodies'>) {
  const taken = new Set(assignments.map(({ subjectId }) => subjectId))
  const left = subjects.choices.policy.filter(({ value }) => !taken.has(value))
  if (left.length === 0) return null
  return (
    <Section id="left" title={`受け持つ部会のない政策（${left.length}）`}>
      <ul class="sb-list">
        {left.map(({ value, label }) => (
          <li key={value}>{label}</li>
        ))}
      </ul>
    </Section>
  )
}

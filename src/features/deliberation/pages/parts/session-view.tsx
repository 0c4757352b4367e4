import { dayExample } from '#src/features/organization/core/read-day.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { Badge } from '#src/ui/parts.tsx'
import type { AssemblySession } from '../../core/assembly-session.ts'
import { sessionDaysWords, sessionKindLabels } from '../../core/assembly-session.ts'
import type { Body } from '../../core/bodies.ts'
import { choicesOf } from './deliberation-tabs.tsx'

type TableProps = {
  sessions: readonly AssemblySession[]
  caption: string
  today: string
  /** Where a session can be changed; none for residents. */
  addressOf?: (sessionId: string) => string
}

/** 会期: the sessions of an assembly, the latest first. */
export function SessionTable({ sessions, caption, today, addressOf }: TableProps) {
  return (
    <table class="dads-table dads-table--cards">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">名前</th>
          <th scope="col">種類</th>
          <th scope="col">会期</th>
          <th scope="col">いま</th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <tr key={session.id} id={session.id}>
            <th scope="row">
              {addressOf ? <a href={addressOf(session.id)}>{session.name}</a> : session.name}
            </th>
            <td data-label="種類">{sessionKindLabels[session.kind]}</td>
            <td data-label="会期">{sessionDaysWords(session)}</td>
            <td data-label="いま">
              <span>
                <Standing session={session} today={today} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Standing({ session: { startsOn, endsOn }, today }: { session: AssemblySession; today: string }) {
  if (endsOn < today) return <Badge tone="quiet">終わりました</Badge>
  return startsOn > today ? <Badge>これから</Badge> : <Badge tone="info">会期中</Badge>
}

type FieldsProps = { assemblies: readonly Body[]; entered: Entered; problems: Problems }

export function SessionFields({ assemblies, entered, problems }: FieldsProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  const [only] = assemblies
  return (
    <>
      {assemblies.length === 1 && only ? (
        <input type="hidden" name="bodyId" value={only.id} />
      ) : (
        <SelectField
          {...field('bodyId')}
          label="議会"
          choices={assemblies.map(({ id, name }) => ({ value: id, label: name }))}
          width="mid"
        />
      )}
      <SelectField {...field('kind')} label="種類" choices={choicesOf(sessionKindLabels)} width="mid" />
      <TextField
        {...field('name')}
        label="会期の名前"
        support="例：令和8年第4回定例会"
        width="mid"
        required
      />
      <TextField {...field('startsOn')} label="開会の日" support={dayExample} width="short" required />
      <TextField
        {...field('endsOn')}
        label="閉会の日"
        support="最後の日です。延長したときは、ここを直します。"
        width="short"
        required
      />
    </>
  )
}

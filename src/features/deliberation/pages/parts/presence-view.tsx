import { SelectField, TextField } from '#src/ui/field.tsx'
import { Disclosure, Section } from '#src/ui/parts.tsx'
import { hasOpened } from '../../core/meetings.ts'
import { presenceKindLabels, quorumAt } from '../../core/presence.ts'
import { choicesOf } from './deliberation-tabs.tsx'
import type { MeetingProps } from './meeting-props.ts'

/** 途中の出入りと除斥: who came later, had left, or was excluded from an item, and the quorum at each item. */
export function Presence({ file, entered, problems, mayRecord }: MeetingProps) {
  const { meeting, members, agenda, changes } = file
  if (!hasOpened(meeting) || meeting.isWritten || agenda.length === 0) return null
  const mayWrite = mayRecord && meeting.state === 'held'
  if (!mayWrite && changes.length === 0) return null
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? ''
  const titleOf = (id: string) => agenda.find((item) => item.id === id)?.title ?? ''
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <Section id="presence" title="途中の出入りと除斥">
      {changes.length > 0 && (
        <>
          <ul class="sb-list">
            {changes.map(({ id, membershipId, kind, agendaItemId, note }) => (
              <li key={id}>
                {nameOf(membershipId)}：{presenceKindLabels[kind]}　{titleOf(agendaItemId)}
                {note && `（${note}）`}
                {mayWrite && (
                  <form method="post">
                    <input type="hidden" name="revision" value={meeting.revision} />
                    <input type="hidden" name="changeId" value={id} />
                    <button
                      class="dads-button dads-button--quiet dads-button--small"
                      type="submit"
                      name="act"
                      value="drop-presence"
                    >
                      この記録を消す<span class="vh">（{nameOf(membershipId)}）</span>
                    </button>
                  </form>
                )}
              </li>
            ))}
          </ul>
          <ul class="sb-list l-gap">
            {agenda.map(({ id, title }) => {
              const check = quorumAt(file, id)
              return (
                <li key={id}>
                  {title}：委員{check.members}人中{check.present}人（定足数{check.needed}人、
                  {check.isMet ? '成立' : '不足'}）
                </li>
              )
            })}
          </ul>
        </>
      )}
      {mayWrite && (
        <Disclosure
          label="遅れて来た・途中で帰った・除斥の委員を記録する"
          open={entered['act'] === 'presence'}
        >
          <form method="post" class="sb-form" aria-label="途中の出入り" action="#error-summary">
            <input type="hidden" name="revision" value={meeting.revision} />
            <SelectField
              {...field('presenceOf')}
              label="出入りのあった委員"
              choices={members.map(({ id, name }) => ({ value: id, label: name }))}
              width="mid"
            />
            <SelectField
              {...field('presenceKind')}
              label="記録の種類"
              choices={choicesOf(presenceKindLabels)}
              width="mid"
            />
            <SelectField
              {...field('presenceItem')}
              label="出入りのあった議題"
              choices={agenda.map(({ id, title }) => ({ value: id, label: title }))}
              width="mid"
            />
            <TextField {...field('presenceNote')} label="備考" support="例：15時10分に退席" optional />
            <button class="dads-button dads-button--secondary" type="submit" name="act" value="presence">
              出入りを記録する
            </button>
          </form>
        </Disclosure>
      )}
    </Section>
  )
}

import { SelectField } from '#src/ui/field.tsx'
import { Disclosure } from '#src/ui/parts.tsx'
import { decisionKindLabels } from '../../core/meetings.ts'
import type { MeetingProps } from './meeting-props.ts'

/** Takes back a decision that was recorded by mistake, until the minutes are confirmed. */
export function DropDecision({ file, entered, problems, mayRecord }: MeetingProps) {
  const { meeting, decisions } = file
  if (!mayRecord || meeting.state !== 'held' || decisions.length === 0) return null
  return (
    <Disclosure label="決定を取り消す（まちがえて記録したとき）" open={entered['act'] === 'drop-decision'}>
      <form method="post" class="sb-form" aria-label="決定を取り消す" action="#error-summary">
        <input type="hidden" name="revision" value={meeting.revision} />
        <SelectField
          name="decisionId"
          label="取り消す決定"
          value={entered['decisionId']}
          problem={problems['decisionId']}
          choices={decisions.map(({ id, kind, text }) => ({
            value: id,
            label: `${decisionKindLabels[kind]}：${text.slice(0, 60)}`,
          }))}
        />
        <button class="dads-button dads-button--secondary" type="submit" name="act" value="drop-decision">
          決定を取り消す
        </button>
      </form>
    </Disclosure>
  )
}

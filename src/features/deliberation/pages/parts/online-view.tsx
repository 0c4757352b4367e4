import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { Disclosure } from '#src/ui/parts.tsx'
import type { Meeting } from '../../core/meetings.ts'
import { opensBeforeLabels, usualOpensBefore } from '../../core/online-link.ts'
import { choicesOf, Fact } from './deliberation-tabs.tsx'
import type { MeetingProps } from './meeting-props.ts'

/** オンラインのリンク as those see it who take part. */
export function OnlineFact({ meeting, when }: { meeting: Meeting; when?: string }) {
  const { onlineUrl, onlineReplacedOn, onlineReplaceReason } = meeting
  if (!onlineUrl) return null
  return (
    <Fact label="オンライン">
      <a href={onlineUrl} rel="noreferrer">
        {onlineUrl}
      </a>
      {onlineReplacedOn &&
        `\n${eraDay(onlineReplacedOn)}に新しいリンクに差し替えました（${onlineReplaceReason}）`}
      {when && `\n${when}`}
    </Fact>
  )
}

const keyOf = ({ onlineUrl, onlineOpensBefore }: Meeting) =>
  (onlineUrl ? String(onlineOpensBefore ?? '') : usualOpensBefore) as keyof typeof opensBeforeLabels

export const opensWords = (meeting: Meeting) => `市民のページ：${opensBeforeLabels[keyOf(meeting)]}`

/** The form that writes the link, or a new one when the old one leaked. */
export function OnlineForm({ file: { meeting }, entered, problems, mayPrepare }: MeetingProps) {
  const { state, isWritten, onlineUrl } = meeting
  const mayChange = mayPrepare && !isWritten && (state === 'draft' || state === 'called' || state === 'held')
  if (!mayChange) return null
  const field = (name: string, saved: string) => ({
    name,
    value: entered[name] ?? saved,
    problem: problems[name],
  })
  const isReplacing = onlineUrl !== '' && state !== 'draft'
  return (
    <Disclosure
      label={onlineUrl ? 'オンラインのリンクを差し替える' : 'オンラインのリンクを加える'}
      open={entered['act'] === 'online'}
    >
      <form method="post" class="sb-form" aria-label="オンラインのリンク" action="#error-summary">
        <input type="hidden" name="revision" value={meeting.revision} />
        <TextField
          {...field('onlineUrl', onlineUrl)}
          label="リンク"
          support="https:// で始まるアドレス。委員の画面にはいつも、市民のページには下で選んだ時から会議の終わりまで出ます。"
        />
        <SelectField
          {...field('onlineOpensBefore', keyOf(meeting))}
          label="市民のページに出す時"
          choices={choicesOf(opensBeforeLabels)}
          width="mid"
        />
        {isReplacing && (
          <TextField
            {...field('onlineReplaceReason', '')}
            label="差し替えの理由"
            support="委員の画面に載ります。例：リンクが外にもれたため"
          />
        )}
        <button class="dads-button dads-button--secondary" type="submit" name="act" value="online">
          リンクを保存する
        </button>
      </form>
    </Disclosure>
  )
}

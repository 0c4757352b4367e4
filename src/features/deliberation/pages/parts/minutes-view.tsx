import { TextArea, TextField } from '#src/ui/field.tsx'
import { Disclosure, Section } from '#src/ui/parts.tsx'
import { hasOpened } from '../../core/meetings.ts'
import { ErrataList } from '../../views/errata-list.tsx'
import { ErratumForm } from './errata-view.tsx'
import type { MeetingProps } from './meeting-props.ts'

/** 会議録: the draft, item by item, and its confirmation. */
export function Minutes(props: MeetingProps) {
  const { entered, problems, mayRecord } = props
  const { meeting, agenda, errata } = props.file
  if (!hasOpened(meeting)) return null
  const isDraft = meeting.state === 'held'
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <Section id="minutes" title={isDraft ? '会議録（案）' : '会議録'}>
      {isDraft && mayRecord ? (
        <form method="post" class="sb-form" aria-label="会議録の案" action="#error-summary">
          <input type="hidden" name="revision" value={meeting.revision} />
          {agenda.map(({ id, title, minutes, isOpen }) => (
            <TextArea
              key={id}
              name={`minutes-${id}`}
              label={isOpen ? title : `${title}（非公開）`}
              value={entered[`minutes-${id}`] ?? minutes}
              rows={6}
              support="1行に1つの発言を「見本太郎委員：…」の形で書きます。氏名は、公開のとき会議体の決まりで置き換わります。"
            />
          ))}
          <button class="dads-button" type="submit" name="act" value="minutes">
            会議録の案を保存する
          </button>
        </form>
      ) : (
        agenda.map(({ id, title, minutes }) => (
          <div key={id} class="l-flow l-gap">
            <h3>{title}</h3>
            <p class="sb-prewrap">{minutes || '（公開されるまで読めません、または記録がありません）'}</p>
            <ErrataList errata={errata} agendaItemId={id} />
          </div>
        ))
      )}
      <ErratumForm {...props} />
      {isDraft && mayRecord && (
        <Disclosure label="会議録を確定する" open={entered['act'] === 'confirm'}>
          <form method="post" class="sb-form" aria-label="会議録を確定する" action="#error-summary">
            <input type="hidden" name="revision" value={meeting.revision} />
            <p>
              委員の確認がすんだら記録します。確定すると、会議録は直せなくなります（公開のあとの訂正は、正誤として載せます）。
            </p>
            <TextField
              {...field('confirmedBy')}
              label="確定した人"
              support="例：会長、署名人"
              width="mid"
              required
            />
            <TextField {...field('confirmedOn')} label="確定の日" width="short" required />
            <button class="dads-button dads-button--secondary" type="submit" name="act" value="confirm">
              確定を記録する
            </button>
          </form>
        </Disclosure>
      )}
    </Section>
  )
}

import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { type MailState, mailStateLabels } from '#src/platform/mail/outbox.ts'
import { CheckField, SelectField, TextField } from '#src/ui/field.tsx'
import { Badge, type BadgeTone, Banner, Disclosure, NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import {
  type Knowing,
  knowingOf,
  type Notice,
  noticeWayLabels,
  toldOf,
  wordOfMouthWays,
} from '../../core/notice.ts'
import { meetingAddress } from './deliberation-tabs.tsx'
import type { MeetingProps } from './meeting-props.ts'

type GivenNotice = Notice & { mailState: MailState | undefined }
type Props = MeetingProps & {
  notices: readonly GivenNotice[]
  reachable: ReadonlySet<string>
  hasMailServer: boolean
}

const knowingLooks: Record<Knowing, { tone: BadgeTone; words: string }> = {
  told: { tone: 'ok', words: '知らせた' },
  outdated: { tone: 'warn', words: '変更をまだ知らせていない' },
  'not-told': { tone: 'warn', words: 'まだ' },
}

/** 委員への通知: who was told of the meeting, when and how; by mail where there is a way, by letter for the others. */
export function Notices(props: Props) {
  const { file, notices, reachable, hasMailServer } = props
  const { meeting, body, agenda, papers, members } = file
  const told = toldOf({ body: body.name, meeting, agenda, papers })
  const rows = members.map((member) => ({ member, knowing: knowingOf(notices, member.id, told) }))
  const waiting = rows.filter(({ knowing }) => knowing !== 'told')
  const byMail = waiting.filter(({ member }) => reachable.has(member.id)).length
  return (
    <Section id="notices" title={`委員への通知（${members.length - waiting.length}／${members.length}人）`}>
      <div class="l-flow">
        {!hasMailServer && (
          <Banner tone="warn" title="メールサーバーが設定されていません。">
            <p>通知書を印刷して手紙で送り、送った日を下に記録してください。</p>
          </Banner>
        )}
        <NoticeTable rows={rows} notices={notices} />
        {hasMailServer && byMail > 0 && (
          <form method="post" class="l-flow">
            <input type="hidden" name="revision" value={meeting.revision} />
            <p>日時、場所、議題、資料の名前と、資料を読むアドレスを送ります。</p>
            <button class="dads-button" type="submit" name="act" value="send-notices">
              まだ知らせていない{byMail}人にメールで送る
            </button>
          </form>
        )}
        <p class="l-cluster">
          <a href={`${meetingAddress(meeting.id)}/notice.pdf`}>通知書をPDFで開く</a>
          <a href={`${meetingAddress(meeting.id)}/notice.docx`}>通知書をWordで保存</a>
          <a href={`/staff/bodies/${body.id}/access#addresses`}>委員のアドレスを登録する</a>
        </p>
        {waiting.length > 0 && <ByLetter {...props} waiting={waiting.map(({ member }) => member)} />}
      </div>
    </Section>
  )
}

type TableProps = {
  rows: readonly { member: MeetingProps['file']['members'][number]; knowing: Knowing }[]
  notices: readonly GivenNotice[]
}

function NoticeTable({ rows, notices }: TableProps) {
  return (
    <ScrollFrame label="委員への通知">
      <table class="dads-table dads-table--cards">
        <caption>いつ、どの方法で知らせたか</caption>
        <thead>
          <tr>
            <th scope="col">委員</th>
            <th scope="col">いま</th>
            <th scope="col">記録</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ member, knowing }) => {
            const own = notices.filter(({ membershipId }) => membershipId === member.id)
            return (
              <tr key={member.id}>
                <th scope="row">{member.office ? `${member.name}（${member.office}）` : member.name}</th>
                <td data-label="いま">
                  <span>
                    <Badge tone={knowingLooks[knowing].tone}>{knowingLooks[knowing].words}</Badge>
                  </span>
                </td>
                <td data-label="記録">
                  {own.length === 0 ? (
                    <NoValue words="なし" />
                  ) : (
                    <span>{own.map(noticeWords).join('、')}</span>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

function noticeWords({ givenOn, way, mailState }: GivenNotice): string {
  const state = mailState ? `：${mailStateLabels[mailState]}` : ''
  return `${eraDay(givenOn)} ${noticeWayLabels[way]}${state}`
}

type LetterProps = Props & { waiting: MeetingProps['file']['members'] }

function ByLetter({ file: { meeting }, entered, problems, waiting }: LetterProps) {
  const isBack = entered['act'] === 'record-notices'
  const ticked = isBack ? (entered['told'] ?? '').split(' ') : []
  return (
    <Disclosure label="手紙や電話で知らせたことを記録する" open={isBack}>
      <form method="post" class="sb-form" aria-label="知らせた記録" action="#error-summary">
        <input type="hidden" name="revision" value={meeting.revision} />
        <fieldset class="l-flow" id="told">
          <legend class="dads-form__label">知らせた委員</legend>
          {problems['told'] && <p class="dads-form__error">＊{problems['told']}</p>}
          <div class="l-cols l-cols--3">
            {waiting.map(({ id, name }) => (
              <CheckField key={id} name="told" value={id} label={name} isChecked={ticked.includes(id)} />
            ))}
          </div>
        </fieldset>
        <SelectField
          name="way"
          label="知らせた方法"
          value={entered['way']}
          problem={problems['way']}
          choices={wordOfMouthWays.map((value) => ({ value, label: noticeWayLabels[value] }))}
          width="short"
        />
        <TextField
          name="givenOn"
          label="知らせた日"
          value={entered['givenOn']}
          problem={problems['givenOn']}
          width="short"
          required
        />
        <button class="dads-button dads-button--secondary" type="submit" name="act" value="record-notices">
          知らせたことを記録する
        </button>
      </form>
    </Disclosure>
  )
}

import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { TextArea, TextField } from '#src/ui/field.tsx'
import { Section } from '#src/ui/parts.tsx'
import { type Body, endWords } from '../../core/bodies.ts'
import type { Inquiry } from '../../core/inquiry.ts'
import { type Attachment, attachmentWords } from '../../core/letters.ts'
import { type Meeting, numberWords } from '../../core/meetings.ts'
import { InquiryErrata } from '../../views/errata-list.tsx'
import { Fact, meetingAddress } from './deliberation-tabs.tsx'

const unreportedWords = (body: Body) =>
  body.endedOn ? `ありません。会議体は${endWords(body)}しました` : 'まだ'

type FactsProps = {
  inquiry: Inquiry
  body: Body
  attachment: Attachment | undefined
  sessions: readonly Meeting[]
}

export function InquiryFacts({ inquiry, body, attachment, sessions }: FactsProps) {
  const {
    id,
    number,
    askedOn,
    addressee,
    sender,
    ground,
    question,
    dueOn,
    reportedOn,
    reportNumber,
    issuedOn,
    errata,
  } = inquiry
  return (
    <>
      <dl class="dads-description-list">
        <Fact label="会議体">
          <a href={`/staff/bodies/${body.id}`}>{body.name}</a>
        </Fact>
        <Fact label="文書番号・日付">
          {number}　{eraDay(askedOn)}
        </Fact>
        <Fact label="宛先・差出人">
          {addressee}　←　{sender}
        </Fact>
        <Fact label="根拠">{ground}</Fact>
        <Fact label="諮問事項">{question}</Fact>
        <Fact label="別添">{attachment ? attachmentWords(attachment) : 'なし'}</Fact>
        <Fact label="答申を希望する期日">{dueOn ? eraDay(dueOn) : '定めなし'}</Fact>
        <Fact label="答申">
          {reportedOn ? `${reportNumber}　${eraDay(reportedOn)}` : unreportedWords(body)}
        </Fact>
        <Fact label="諮問書">{issuedOn ? `${eraDay(issuedOn)}に出した` : '準備中（まだ出していない）'}</Fact>
      </dl>
      <InquiryErrata errata={errata} />
      <div class="l-gap l-flow">
        <LetterLinks id={id} kind="inquiry" name="諮問書" />
        {reportedOn && <LetterLinks id={id} kind="report" name="答申書" />}
        {reportedOn && inquiry.views.length > 0 && (
          <LetterLinks id={id} kind="answers" name="附帯意見への対応" />
        )}
      </div>
      <Section id="sessions" title={`審議の経過（${sessions.length}回）`}>
        {sessions.length === 0 ? (
          <p>この諮問を審議した会議は、まだありません。会議の議題で、この諮問を選びます。</p>
        ) : (
          <ul class="sb-list">
            {sessions.map((meeting) => (
              <li key={meeting.id}>
                <a href={meetingAddress(meeting.id)}>{numberWords(meeting)}</a>　{eraDay(meeting.heldOn)}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}

/** One letter in both forms. */
function LetterLinks({ id, kind, name }: { id: string; kind: string; name: string }) {
  return (
    <p class="l-cluster l-cluster--wide">
      <a href={`/staff/inquiries/${id}/${kind}.pdf`}>{name}をPDFで保存</a>
      <a href={`/staff/inquiries/${id}/${kind}.docx`}>{name}をWordで保存</a>
    </p>
  )
}

type FormProps = { inquiry: Inquiry; entered: Entered; problems: Problems }

export function ReportForm({ inquiry, entered, problems }: FormProps) {
  const field = (name: string, saved: string) => ({
    name,
    value: entered[name] ?? saved,
    problem: problems[name],
  })
  return (
    <Section id="report" title="答申">
      <form method="post" class="sb-form" aria-label="答申" action="#error-summary">
        <input type="hidden" name="revision" value={inquiry.revision} />
        <TextField {...field('reportNumber', inquiry.reportNumber)} label="答申の番号" width="mid" />
        <TextField
          {...field('reportedOn', inquiry.reportedOn ?? '')}
          label="答申の日"
          width="short"
          required
        />
        <TextArea
          {...field('conclusion', inquiry.conclusion)}
          label="結論"
          rows={3}
          support="保存すると公開されます。"
          required
        />
        <TextArea
          {...field('views', inquiry.views.map(({ text }) => text).join('\n'))}
          label="附帯意見"
          rows={5}
          support="1行に1つ書きます。番号は自動で付きます。"
        />
        <button class="dads-button" type="submit" name="act" value="report">
          答申を保存する
        </button>
      </form>
    </Section>
  )
}

import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { Section } from '#src/ui/parts.tsx'
import { type Body, endWords } from '../../core/bodies.ts'
import { answerKindLabels, type Inquiry } from '../../core/inquiry.ts'

type InquiryListProps = { inquiries: readonly Inquiry[]; bodies: readonly Body[] }

/** 諮問と答申: what the mayor asked, what the body answered, and what the city does with each view. */
export function InquiryList({ inquiries, bodies }: InquiryListProps) {
  if (inquiries.length === 0) return null
  return (
    <Section id="inquiries" title="諮問と答申">
      <ul class="sb-rows sb-rows--2">
        {inquiries.map((inquiry) => (
          <li key={inquiry.id}>
            <p class="sb-rows__when">
              {eraDay(inquiry.askedOn)}諮問
              {inquiry.reportedOn && <b>{eraDay(inquiry.reportedOn)}答申</b>}
            </p>
            <div class="l-flow">
              <p class="sb-rows__title">
                <a href={`/meetings/inquiries/${inquiry.id}`}>{inquiry.subject}</a>（
                {bodies.find(({ id }) => id === inquiry.bodyId)?.name}）
              </p>
              {inquiry.reportedOn ? (
                <p class="sb-prewrap">{inquiry.conclusion}</p>
              ) : (
                <p>{openWords(bodies.find(({ id }) => id === inquiry.bodyId))}</p>
              )}
              {inquiry.views.length > 0 && <Views inquiry={inquiry} />}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** A body that ended before its report leaves the question without one. */
export function openWords(body: Body | undefined): string {
  return body?.endedOn ? `答申はありません（${endWords(body)}）。` : '審議中です。'
}

function Views({ inquiry: { views } }: { inquiry: Inquiry }) {
  return (
    <ol class="sb-list">
      {views.map(({ text, answer, answerKind, answeredOn }) => (
        <li key={text}>
          {text}
          <span class="sb-sub">
            {'　'}市の対応：{answerKind && `${answerKindLabels[answerKind]}。`}
            {answer || '検討しています。'}
            {answeredOn && `（${eraDay(answeredOn)}）`}
          </span>
        </li>
      ))}
    </ol>
  )
}

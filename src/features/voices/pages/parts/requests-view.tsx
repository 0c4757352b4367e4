import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { Badge, type BadgeTone, EmptyState, NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import { type FollowUpState, followUpStateLabels, outcomeLabels } from '../../core/follow-up.ts'
import { channelLabels, requestPathLabels } from '../../core/labels.ts'
import { placeWords } from '../../core/place.ts'
import type { RequestLine } from '../../store/queries/requests.ts'
import { short } from './list-view.tsx'

const tones: Readonly<Record<FollowUpState, BadgeTone>> = {
  none: 'quiet',
  open: 'info',
  late: 'error',
  drafted: 'warn',
  replied: 'ok',
}

export const FollowUpBadge = ({ state }: { state: FollowUpState }) => (
  <Badge tone={tones[state]}>{followUpStateLabels[state]}</Badge>
)

/** 要望（行政区）, or the channel alone. */
const wayOf = ({ channel, requestPath }: RequestLine['heard']) =>
  requestPath ? `${channelLabels[channel]}（${requestPathLabels[requestPath]}）` : channelLabels[channel]

export function RequestTable({ lines }: { lines: readonly RequestLine[] }) {
  if (lines.length === 0) {
    return (
      <div class="l-gap">
        <EmptyState title="ありません。">
          <p>要望と、説明会の質問が、ここに並びます。</p>
        </EmptyState>
      </div>
    )
  }
  return (
    <div class="l-gap">
      <ScrollFrame label="要望と質問の一覧">
        <table class="dads-table dads-table--dense dads-table--wide">
          <caption>
            要望と質問<small>{lines.length}通</small>
          </caption>
          <thead>
            <tr>
              <th scope="col">内容（原文）</th>
              <th scope="col">どこから</th>
              <th scope="col" class="is-nowrap">
                担当
              </th>
              <th scope="col">回答の期限</th>
              <th scope="col">状態</th>
              <th scope="col" class="is-nowrap">
                対応区分
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ heard, followUp, state, unit, times, place }) => (
              <tr key={heard.id}>
                <th scope="row" dir="auto">
                  <a href={`/staff/voices/requests/${heard.submissionId}`}>{short(heard.verbatim)}</a>
                  {times > 1 && (
                    <>
                      {' '}
                      <Badge tone="quiet">{times}回目</Badge>
                    </>
                  )}
                </th>
                <td>
                  {wayOf(heard)}
                  {heard.district && `・${heard.district}`}
                  {place && (
                    <>
                      <br />
                      <span class="sb-sub">位置：{placeWords(place)}</span>
                    </>
                  )}
                </td>
                <td>{unit || <NoValue words="担当は未定" />}</td>
                <td class="is-nowrap">
                  {followUp?.dueOn ? eraDay(followUp.dueOn) : <NoValue words="期限は未定" />}
                </td>
                <td>
                  <FollowUpBadge state={state} />
                </td>
                <td class="is-nowrap">
                  {followUp ? outcomeLabels[followUp.outcome] : <NoValue words="未定" />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </div>
  )
}

import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { Badge, EmptyState, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { outcomeLabels } from '../../core/follow-up.ts'
import type { AskedQuestion, VenueQuestions } from '../../core/open-items.ts'
import { wordsOfNote } from '../../core/public-report.ts'

export function QuestionsView({ venues }: { venues: readonly VenueQuestions[] }) {
  const open = venues.reduce((sum, venue) => sum + venue.open.length, 0)
  const answered = venues.reduce((sum, venue) => sum + venue.answered.length, 0)
  return (
    <>
      <h1>説明会の質問と回答</h1>
      <p class="sb-lead l-measure">
        説明会でいただいた質問と、市の回答です。その場で答えられなかったものは、答えるまで「回答待ち」に残ります。
      </p>
      {venues.length === 0 ? (
        <EmptyState title="公開した質問は、まだありません。">
          <p>説明会の結果を公開すると、ここに載ります。</p>
        </EmptyState>
      ) : (
        <p>
          質問 {open + answered}件：回答待ち {open}件、回答済み {answered}件。
        </p>
      )}
      {venues.map((venue) => (
        <Section key={venue.session.id} id={venue.session.id} title={venue.session.title}>
          <p>
            {eraDay(venue.session.heldOn)}
            {venue.session.place && `　${venue.session.place}`}
            {'　'}
            <a href={`/participation/${venue.session.id}`}>この会の結果</a>
          </p>
          <Waiting venue={venue} />
          <Answered venue={venue} />
        </Section>
      ))}
    </>
  )
}

/** The question, or, where its words are not released, that there was one. */
const Question = ({ note }: Pick<AskedQuestion, 'note'>) =>
  note.texts.length > 0 ? (
    <span class="sb-prewrap" dir="auto">
      {wordsOfNote(note, 'briefing')}
    </span>
  ) : (
    <span class="sb-sub">（文は載せていません）</span>
  )

function Waiting({ venue: { session, open: asked } }: { venue: VenueQuestions }) {
  if (asked.length === 0) return null
  return (
    <ScrollFrame label={`回答待ちの質問：${session.title}`}>
      <table class="dads-table l-gap">
        <caption>回答待ち（{asked.length}件）</caption>
        <thead>
          <tr>
            <th scope="col" class="is-num">
              番号
            </th>
            <th scope="col">質問</th>
            <th scope="col">回答の期限</th>
          </tr>
        </thead>
        <tbody>
          {asked.map(({ note, reply, isLate }) => (
            <tr key={note.id}>
              <td class="is-num">{note.number}</td>
              <th scope="row">
                <Question note={note} />
              </th>
              <td>
                <span class="nowrap">{reply.dueOn ? eraDay(reply.dueOn) : '決めています'}</span>{' '}
                {isLate && <Badge tone="error">遅れています</Badge>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

function Answered({ venue: { session, answered: asked } }: { venue: VenueQuestions }) {
  if (asked.length === 0) return null
  return (
    <section class="l-gap" aria-label={`回答済みの質問：${session.title}`}>
      <h3>回答済み（{asked.length}件）</h3>
      <ul class="sb-rows l-gap">
        {asked.map(({ note, reply }) => (
          <li key={note.id}>
            <p class="sb-rows__when">{note.number}</p>
            <div class="l-flow">
              <p>
                <b>
                  <Question note={note} />
                </b>
              </p>
              <p>
                <Badge tone="info">{outcomeLabels[reply.outcome]}</Badge> {reply.reply}
                {reply.timing && `（${reply.timing}）`}
              </p>
              {reply.repliedOn && <p class="sb-sub">{eraDay(reply.repliedOn)}に回答</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

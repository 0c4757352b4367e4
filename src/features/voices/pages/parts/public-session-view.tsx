import { EmptyState, Section } from '#src/ui/parts.tsx'
import { participantWords } from '../../core/participants.ts'
import {
  countWords,
  type PublicNote,
  type PublicReport,
  publicGroups,
  replyInWords,
  wordsOfNote,
} from '../../core/public-report.ts'
import { noteWords, sessionKindLabels, takesNotes } from '../../core/session.ts'
import { dayWords } from './session-parts.tsx'
import { VoteResultView } from './vote-result-view.tsx'

type ViewProps = { report: PublicReport; items: ReadonlyMap<string, string> }

export function PublicSessionView({ report, items }: ViewProps) {
  const { session, steps } = report
  const rows = [
    ['種類', sessionKindLabels[session.kind]],
    ['日時', dayWords(session)],
    ['場所', session.place],
    ['対象', session.group],
    ['参加の方法', session.howTo],
    ['問い合わせ先', session.contact],
  ] as const
  const questions = steps.filter(({ kind }) => kind === 'round' || kind === 'question')
  return (
    <>
      <h1>{session.title}</h1>
      {session.cancelledAt && (
        <p class="sb-lead">
          <b>この会は中止になりました。</b>
        </p>
      )}
      {session.purpose && <p class="sb-lead l-measure">{session.purpose}</p>}
      <dl class="dads-description-list l-gap">
        {rows
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {questions.length > 0 && (
        <Section id="questions" title="話し合う問い">
          <ol class="sb-list">
            {questions.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ol>
        </Section>
      )}
      {session.reportedAt ? (
        <Result report={report} items={items} />
      ) : (
        <Section id="result" title="結果">
          <EmptyState title="結果は、まだ公開されていません。">
            <p>いただいた声は、個人情報を確かめてから、このページに載せます。</p>
          </EmptyState>
        </Section>
      )}
    </>
  )
}

function Result({ report, items }: ViewProps) {
  const { session, steps, notes } = report
  const here = `/participation/${session.id}`
  return (
    <>
      <Section id="result" title="結果">
        <div class="l-flow">
          <p>
            {participantWords(session)}。{session.participantsNote}
          </p>
          <p>
            {countWords(report)}
            参加した方の声であり、市民全体の割合を表すものではありません。
          </p>
          <p class="l-cluster">
            <a href={`${here}/report.pdf`}>結果（PDF）</a>
            <a href={`${here}/notes.csv`}>結果（CSV）</a>
          </p>
        </div>
      </Section>
      {steps.filter(takesNotes).map((step) => {
        const own = notes.filter(({ stepId }) => stepId === step.id)
        return own.length === 0 ? null : (
          <Section key={step.id} id={step.id} title={step.text}>
            {publicGroups(own).map((group) => (
              <section key={group.heading} class="l-gap" aria-label={group.heading || '見出しなし'}>
                <h3>
                  {group.heading || '見出しなし'}
                  <small>
                    {'　'}
                    {noteWords[session.kind]} {group.notes.length}件
                    {session.kind === 'world-cafe' && `・${group.votes}票`}
                  </small>
                </h3>
                <ul class="sb-record l-gap">
                  {group.notes.map((note) => (
                    <Shown key={note.id} note={note} items={items} kind={session.kind} />
                  ))}
                </ul>
              </section>
            ))}
          </Section>
        )
      })}
      {report.votes && (
        <Section id="votes" title="考えへの賛否">
          <VoteResultView result={report.votes} />
        </Section>
      )}
      {session.nextSteps && (
        <Section id="next" title="これからの進め方">
          <p>{session.nextSteps}</p>
        </Section>
      )}
    </>
  )
}

type ShownProps = {
  note: PublicNote
  items: ReadonlyMap<string, string>
  kind: PublicReport['session']['kind']
}

/**
 * One card with what became of it: where it went in the plan, or what was answered. A card whose words are not released
 * stands here too, so that who wrote it finds it by table and number.
 */
function Shown({ note, items, kind }: ShownProps) {
  const linked = note.planItemIds.filter((id) => items.has(id))
  return (
    <li class="sb-note" id={`note-${note.number}`}>
      <p class="sb-note__head">
        <span class="sb-note__no">{note.number}</span>
        {kind === 'world-cafe' && <span class="sb-note__votes">{note.votes}票</span>}
      </p>
      {note.texts.length > 0 ? (
        <p class="sb-note__text sb-prewrap" dir="auto">
          {wordsOfNote(note, kind)}
        </p>
      ) : (
        <p class="sb-sub">
          文は載せていません。読んで、{linked.length > 0 ? '下の施策に結び付けました' : '件数に数えています'}
          。
        </p>
      )}
      {linked.map((id) => (
        <p key={id}>
          <span class="sb-sub">結び付いた施策：</span>
          <a href={`/plan/items/${id}`}>{items.get(id)}</a>
        </p>
      ))}
      {note.reply && (
        <p>
          <span class="sb-sub">市の回答：</span>
          {replyInWords(note.reply)}
        </p>
      )}
    </li>
  )
}

import type { Note, SessionTable, Step } from '../../core/session.ts'
import { stepKindLabels } from '../../core/session.ts'
import { NoteCard } from './note-card.tsx'
import type { NoteOutcome } from './submit-notes.ts'

type TabsProps = { steps: readonly Step[]; chosen: Step; notes: readonly Note[]; here: string }

export function StepTabs({ steps, chosen, notes, here }: TabsProps) {
  const rounds = steps.filter(({ kind }) => kind === 'round')
  return (
    <>
      <nav class="dads-tab" aria-label="ラウンド">
        {steps.map(({ id, kind }) => (
          <a key={id} href={`${here}?step=${id}`} aria-current={id === chosen.id ? 'page' : undefined}>
            {kind === 'round'
              ? `ラウンド${rounds.findIndex((round) => round.id === id) + 1}`
              : stepKindLabels[kind]}
            （{notes.filter(({ stepId }) => stepId === id).length}）
          </a>
        ))}
      </nav>
      <h2 class="l-gap">{chosen.text}</h2>
    </>
  )
}

type Shared = {
  notes: readonly Note[]
  tables: readonly SessionTable[]
  mayEdit: boolean
  outcome: NoteOutcome
}

const typedOf = (note: Note, outcome: NoteOutcome) =>
  outcome?.noteId === note.id
    ? {
        text: outcome.entered['text'] ?? '',
        votes: outcome.entered['votes'] ?? '',
        problem: Object.values(outcome.problems)[0] ?? '',
      }
    : undefined

/** Headings as they were first used, the cards without one before them. Most votes first within each. */
export function headingsOf(notes: readonly Note[]): string[] {
  const used = [...notes].sort((a, b) => (a.enteredAt + a.id < b.enteredAt + b.id ? -1 : 1))
  return ['', ...new Set(used.map(({ heading }) => heading).filter((heading) => heading !== ''))]
}

export const byVotes = (a: Note, b: Note) =>
  b.votes - a.votes || (a.tableId < b.tableId ? -1 : a.tableId > b.tableId ? 1 : a.number - b.number)

export function BoardColumns({ notes, step, tables, mayEdit, outcome }: Shared & { step: Step }) {
  const own = notes.filter(({ stepId }) => stepId === step.id)
  const headings = headingsOf(own)
  return (
    <>
      <datalist id="headings">
        {headings.filter(Boolean).map((heading) => (
          <option key={heading} value={heading} />
        ))}
      </datalist>
      <div class="sb-columns">
        {headings.map((heading) => {
          const cards = own.filter((note) => note.heading === heading).sort(byVotes)
          const votes = cards.reduce((sum, card) => sum + card.votes, 0)
          return (
            <section
              key={heading}
              class="sb-column"
              data-heading={heading}
              aria-label={heading || 'まだ分けていない'}
            >
              <h3>
                {heading || 'まだ分けていない'}
                <small>
                  {cards.length}枚・{votes}票
                </small>
              </h3>
              <ul>
                {cards.map((note) => (
                  <NoteCard
                    key={note.id}
                    note={note}
                    tables={tables}
                    isBoard
                    mayEdit={mayEdit}
                    typed={typedOf(note, outcome)}
                  />
                ))}
              </ul>
              {heading && mayEdit && <RenameForm heading={heading} step={step} />}
            </section>
          )
        })}
      </div>
    </>
  )
}

function RenameForm({ heading, step }: { heading: string; step: Step }) {
  return (
    <details class="sb-note__more">
      <summary>
        見出しを改める<span class="vh">：{heading}</span>
      </summary>
      <form method="post" data-part="rename">
        <input type="hidden" name="stepId" value={step.id} />
        <input type="hidden" name="from" value={heading} />
        <label>
          新しい名前
          <input name="to" value={heading} maxLength={60} />
        </label>
        <button
          class="dads-button dads-button--quiet dads-button--small"
          name="act"
          value="rename"
          type="submit"
        >
          改める<span class="vh">：{heading}</span>
        </button>
      </form>
    </details>
  )
}

type RecordProps = Shared & { steps: readonly Step[]; word: string }

/** A hearing or a briefing: every question with what was said to it, in the order it was written down. */
export function RecordList({ notes, steps, tables, mayEdit, outcome, word }: RecordProps) {
  return (
    <>
      {steps.map((step) => {
        const own = notes.filter(({ stepId }) => stepId === step.id).sort((a, b) => a.number - b.number)
        return (
          <section key={step.id} class="l-section l-section--plain" aria-label={step.text}>
            <h2>
              {step.text}
              <small>
                {'　'}
                {word} {own.length}件
              </small>
            </h2>
            {step.hint && <p class="sb-sub">{step.hint}</p>}
            <ul class="sb-record">
              {own.map((note) => (
                <NoteCard
                  key={note.id}
                  note={note}
                  tables={tables}
                  isBoard={false}
                  mayEdit={mayEdit}
                  typed={typedOf(note, outcome)}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

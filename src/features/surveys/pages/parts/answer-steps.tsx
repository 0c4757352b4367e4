import type { SectionStep } from '../../core/answering/answer-words.ts'
import type { FormWords } from '../../core/words/japanese.ts'
import { filled } from '../../core/words/languages.ts'

type StepsProps = { steps: readonly SectionStep[]; current: string; words: FormWords }

/** How far one is: 「2／5」 with the title, and the steps as a list with words for what is done. */
export function AnswerSteps({ steps, current, words }: StepsProps) {
  const at = steps.findIndex(({ id }) => id === current)
  const place = at < 0 ? steps.length : at
  const titles = [...steps.map(({ title }) => title), words.check]
  return (
    <>
      <p class="vh">{filled(words.place, { total: titles.length, n: place + 1 })}</p>
      <ol class="dads-step l-gap">
        {titles.map((title, step) => (
          <li
            key={title}
            class={step < place ? 'is-done' : undefined}
            aria-current={step === place ? 'step' : undefined}
          >
            <span class="sb-step__no">{step + 1}</span>
            <span class="sb-step__title">　{title}</span>
            {step < place && <span class="sb-step__title"> {words.finished}</span>}
          </li>
        ))}
      </ol>
    </>
  )
}

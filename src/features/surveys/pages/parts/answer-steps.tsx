import type { SectionStep } from '../../core/answering/answer-words.ts'

type StepsProps = { steps: readonly SectionStep[]; current: string }

/** How far one is: 「2／5」 with the title, and the steps as a list with words for what is done. */
export function AnswerSteps({ steps, current }: StepsProps) {
  const at = steps.findIndex(({ id }) => id === current)
  const place = at < 0 ? steps.length : at
  const titles = [...steps.map(({ title }) => title), '確認']
  return (
    <>
      <p class="vh">
        全{titles.length}ページ中、{place + 1}ページ目です
      </p>
      <ol class="dads-step l-gap">
        {titles.map((title, step) => (
          <li
            key={title}
            class={step < place ? 'is-done' : undefined}
            aria-current={step === place ? 'step' : undefined}
          >
            <span class="sb-step__no">{step + 1}</span>
            <span class="sb-step__title">　{title}</span>
            {step < place && <span class="sb-step__title"> 完了</span>}
          </li>
        ))}
      </ol>
    </>
  )
}

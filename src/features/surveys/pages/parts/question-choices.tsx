import type { SurveyOption, SurveyQuestion } from '#src/formats/survey-question.ts'
import { type AnswerCells, markColumn, textColumn } from '../../core/answering/answer-cells.ts'
import { orderOf } from '../../core/answering/ranking.ts'
import type { FormWords } from '../../core/words/japanese.ts'
import { filled } from '../../core/words/languages.ts'

type ListProps = { question: SurveyQuestion; column: string; cells: AnswerCells; words: FormWords }

/** One list for each place: works with a keyboard, a screen reader and without scripts. */
export function Ranks({ question, column, cells, words }: ListProps) {
  return (
    <div class="l-flow">
      {orderOf(question, column, cells).map((chosen, at) => (
        <label key={`${column}-${at + 1}`} class="sb-question__rank">
          <span>{filled(words.rank, { n: at + 1 })}</span>
          <select class="dads-input dads-input--mid" name={column}>
            <option value="">{words.noRank}</option>
            {question.options.map(({ code, label }) => (
              <option key={code} value={code} selected={code === chosen}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  )
}

export function Options({ question, column, cells, words }: ListProps) {
  const isMultiple = question.type === 'multiple'
  return (
    <div class={question.type === 'rating' ? 'sb-scale' : undefined}>
      {question.options.map((option) => (
        <div key={option.code}>
          <Choice
            {...{ option, name: column, isMultiple }}
            isChosen={
              isMultiple ? cells[markColumn(column, option.code)] === '1' : cells[column] === option.code
            }
          />
          {option.hasText && (
            <label class="sb-question__other">
              <span>{filled(words.beside, { label: option.label })}</span>
              <input
                class="dads-input dads-input--mid"
                type="text"
                name={textColumn(column, option.code)}
                value={cells[textColumn(column, option.code)] ?? ''}
                maxLength={200}
              />
            </label>
          )}
        </div>
      ))}
    </div>
  )
}

type ChoiceProps = { option: SurveyOption; name: string; isMultiple: boolean; isChosen: boolean }

export function Choice({ option: { code, label, plainLabel }, name, isMultiple, isChosen }: ChoiceProps) {
  const id = `${name}-${code}`
  return (
    <label class="dads-choice" for={id}>
      {isMultiple ? (
        <input type="checkbox" id={id} name={name} value={code} checked={isChosen} />
      ) : (
        <input type="radio" id={id} name={name} value={code} checked={isChosen} />
      )}
      <span>
        {label}
        {plainLabel && <small>{plainLabel}</small>}
      </span>
    </label>
  )
}

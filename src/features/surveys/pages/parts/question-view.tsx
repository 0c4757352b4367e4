import type { ComponentChildren } from 'preact'
import type { SurveyOption, SurveyQuestion } from '#src/formats/survey-question.ts'
import type { AnswerCells } from '../../core/answering/answer-cells.ts'
import { hintOf } from '../../core/questionnaire/question-hint.ts'
import { type FormWords, japanese } from '../../core/words/japanese.ts'
import { Choice, Options, Ranks } from './question-choices.tsx'

type Problems = Readonly<Record<string, string>>
type QuestionProps = { question: SurveyQuestion; cells: AnswerCells; problems?: Problems; words?: FormWords }

/** One question as people answer it: complete without scripts, every control with its own label. */
export function QuestionView({ question, cells, problems = {}, words = japanese }: QuestionProps) {
  const { type, text, plainText } = question
  if (type === 'note') return <p class="sb-note-text sb-prewrap">{text}</p>
  if (type === 'matrix' || type === 'matrix-dual') return <Matrix {...{ question, cells, problems, words }} />
  const [item] = question.items
  if (!item) return null
  const { column } = item
  const problem = problems[column]
  if (type === 'ranking') {
    return (
      <Group id={column} question={question} problem={problem} words={words}>
        <Ranks {...{ question, column, cells, words }} />
      </Group>
    )
  }
  if (question.options.length > 0) {
    return (
      <Group id={column} question={question} problem={problem} words={words}>
        <Options {...{ question, column, cells, words }} />
      </Group>
    )
  }
  return (
    <div class={frameClass(problem)}>
      <label class="dads-form__label" for={column}>
        <Heading question={question} />
      </label>
      {(plainText || hintOf(question, words)) && (
        <p class="dads-form__support" id={`${column}-support`}>
          {plainText} {hintOf(question, words)}
        </p>
      )}
      <TypedAnswer {...{ question, column, value: cells[column] ?? '', problem, words }} />
      <ProblemLine id={column} problem={problem} />
    </div>
  )
}

const frameClass = (problem: string | undefined) =>
  problem ? 'dads-form sb-question dads-form-group--error' : 'dads-form sb-question'

function Heading({ question: { number, text } }: { question: SurveyQuestion }) {
  return (
    <>
      {number && <span class="sb-question__no">{number}</span>}
      {text}
    </>
  )
}

function ProblemLine({ id, problem }: { id: string; problem: string | undefined }) {
  if (!problem) return null
  return (
    <p class="dads-form__error" id={`${id}-problem`}>
      ＊{problem}
    </p>
  )
}

type GroupProps = {
  id: string
  question: SurveyQuestion
  problem: string | undefined
  words: FormWords
  children: ComponentChildren
}

/** The hint stands in the legend: some readers do not say a description of a group. */
function Group({ id, question, problem, words, children }: GroupProps) {
  const hint = hintOf(question, words)
  return (
    <fieldset class={frameClass(problem)} id={id} tabIndex={-1}>
      <legend class="dads-form__label">
        <Heading question={question} />
        {hint && <span class="sb-question__hint">{hint}</span>}
      </legend>
      {question.plainText && <p class="dads-form__support">{question.plainText}</p>}
      {children}
      <ProblemLine id={id} problem={problem} />
    </fieldset>
  )
}

/** One card a line, each with a group of choices: the same on a phone, and clear to hear. */
function Matrix({ question, cells, problems = {}, words = japanese }: QuestionProps) {
  const { code, items, options, importanceOptions, plainText, type } = question
  return (
    <section class="sb-question" aria-labelledby={`${code}-text`}>
      <h2 class="dads-form__label" id={`${code}-text`}>
        <Heading question={question} />
        <span class="sb-question__hint">{hintOf(question, words)}</span>
      </h2>
      {plainText && <p class="dads-form__support">{plainText}</p>}
      {items.map(({ column, importanceColumn, label }) => (
        <div class="sb-question__card" key={column}>
          <Line
            {...{ column, options, cells }}
            problem={problems[column]}
            legend={type === 'matrix-dual' ? `${label}：${words.satisfaction}` : label}
          />
          {importanceColumn && (
            <Line
              column={importanceColumn}
              options={importanceOptions}
              cells={cells}
              problem={problems[importanceColumn]}
              legend={`${label}：${words.importance}`}
            />
          )}
        </div>
      ))}
    </section>
  )
}

type LineProps = {
  column: string
  options: readonly SurveyOption[]
  cells: AnswerCells
  problem: string | undefined
  legend: string
}

function Line({ column, options, cells, problem, legend }: LineProps) {
  return (
    <fieldset class="sb-question__line" id={column} tabIndex={-1}>
      <legend>{legend}</legend>
      <div class="sb-scale">
        {options.map((option) => (
          <Choice
            key={option.code}
            option={option}
            name={column}
            isMultiple={false}
            isChosen={cells[column] === option.code}
          />
        ))}
      </div>
      <ProblemLine id={column} problem={problem} />
    </fieldset>
  )
}

type TypedProps = {
  question: SurveyQuestion
  column: string
  value: string
  problem: string | undefined
  words: FormWords
}

function TypedAnswer({ question, column, value, problem, words }: TypedProps) {
  const hasSupport = Boolean(question.plainText || hintOf(question, words))
  const described = [hasSupport && `${column}-support`, problem && `${column}-problem`]
    .filter(Boolean)
    .join(' ')
  const shared = {
    id: column,
    name: column,
    'aria-invalid': problem ? ('true' as const) : undefined,
    'aria-describedby': described || undefined,
  }
  if (question.type === 'text-long') {
    return (
      <textarea {...shared} class="dads-input" rows={6}>
        {value}
      </textarea>
    )
  }
  return (
    <input
      {...shared}
      class={`dads-input dads-input--${question.type === 'text-short' ? 'mid' : 'short'}`}
      type="text"
      value={value}
      inputMode={question.type === 'number' ? 'decimal' : undefined}
    />
  )
}

import { eraDayDual } from '#src/lib/japanese/fiscal-year.ts'
import type { Choice } from '#src/ui/field.tsx'
import { EmptyState, ScrollFrame } from '#src/ui/parts.tsx'
import { markedPieces, type TextSearch } from '../../core/results/find-texts.ts'
import type { Survey } from '../../core/survey.ts'
import type { KeptText } from '../../store/queries.ts'
import { surveyAddress } from './staff-frame.tsx'

const onePage = 50

type TextsProps = {
  survey: Survey
  /** How many there are in all. */
  all: number
  found: readonly KeptText[]
  search: Required<TextSearch>
  pageNumber: number
  questions: readonly Choice[]
}

export function TextsView({ survey, all, found, search, pageNumber, questions }: TextsProps) {
  if (all === 0)
    return (
      <EmptyState title="自由記述は、まだありません。">
        <p>長い文の設問に書かれた答えが、ここに並びます。</p>
      </EmptyState>
    )
  const pages = Math.max(1, Math.ceil(found.length / onePage))
  const at = Math.min(pageNumber, pages)
  const shown = found.slice((at - 1) * onePage, at * onePage)
  const address = (part: string, more: Record<string, string> = {}) =>
    `${surveyAddress(survey.id, part)}?${new URLSearchParams({ ...search, ...more })}`
  return (
    <>
      <SearchForm search={search} questions={questions} />
      <p class="l-gap" role="status">
        {all.toLocaleString('ja')}件のうち {found.length.toLocaleString('ja')}件
        {pages > 1 && `（${at}／${pages}ページ）`}
      </p>
      {shown.length > 0 && <Texts texts={shown} words={search.words} questions={questions} />}
      <p class="l-cluster l-cluster--wide l-gap">
        {at > 1 && <a href={address('/results/texts', { page: String(at - 1) })}>前の{onePage}件</a>}
        {at < pages && <a href={address('/results/texts', { page: String(at + 1) })}>次の{onePage}件</a>}
        {found.length > 0 && (
          <a href={address('/results/texts.csv')}>
            この{found.length.toLocaleString('ja')}件を書き出す（CSV）
          </a>
        )}
      </p>
    </>
  )
}

function SearchForm({ search, questions }: Pick<TextsProps, 'search' | 'questions'>) {
  return (
    <form method="get" class="sb-filter l-gap" aria-label="自由記述を探す">
      <label>
        言葉（空白で区切ると、すべてを含む文）
        <input type="search" name="words" value={search.words} maxLength={200} />
      </label>
      <label>
        設問
        <select name="column">
          <option value="">すべて</option>
          {questions.map(({ value, label }) => (
            <option key={value} value={value} selected={value === search.column}>
              {label.slice(0, 60)}
            </option>
          ))}
        </select>
      </label>
      <button class="dads-button dads-button--secondary" type="submit">
        探す
      </button>
    </form>
  )
}

type ListProps = { texts: readonly KeptText[]; words: string; questions: readonly Choice[] }

function Texts({ texts, words, questions }: ListProps) {
  const names = new Map(questions.map(({ value, label }) => [value, label.split(' ')[0] ?? value]))
  return (
    <ScrollFrame label="自由記述">
      <table class="dads-table dads-table--wide">
        <caption class="vh">自由記述</caption>
        <thead>
          <tr>
            <th scope="col">設問</th>
            <th scope="col">文</th>
            <th scope="col">層</th>
            <th scope="col">受け付けた日</th>
            <th scope="col">受付番号</th>
          </tr>
        </thead>
        <tbody>
          {texts.map(({ column, text, stratum, receivedOn, receipt }) => (
            <tr key={`${column}${receipt}`}>
              <td class="is-nowrap">{names.get(column) ?? column}</td>
              <td class="sb-prewrap">
                {markedPieces(text, words).map((piece, at) =>
                  piece.isFound ? <mark key={at}>{piece.text}</mark> : piece.text,
                )}
              </td>
              <td class="is-nowrap">{stratum}</td>
              <td class="is-nowrap">{eraDayDual(receivedOn)}</td>
              <td class="is-nowrap">{receipt}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

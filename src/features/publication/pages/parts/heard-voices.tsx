import { groupedNumber } from '#src/lib/text/number-format.ts'
import { Badge, ScrollFrame } from '#src/ui/parts.tsx'
import type { ThreadEntry } from '../../core/thread.ts'

const mostQuotes = 3

/** What a measure heard: voices that were sorted to it, and comments on it with their answers. */
export const heardEntriesOf = (threads: readonly ThreadEntry[]) =>
  threads.filter(({ kind, level }) => kind === 'comment' || (kind === 'voice' && level === undefined))

export function HeardVoices({ heard }: { heard: readonly ThreadEntry[] }) {
  const voices = heard.filter(({ kind }) => kind === 'voice')
  const comments = heard.filter(({ kind }) => kind === 'comment')
  const quotes = voices.flatMap((entry) => entry.quotes).slice(0, mostQuotes)
  return (
    <div class="l-flow">
      {voices.length > 0 && <Counts voices={voices} />}
      {quotes.map((quote) => (
        <blockquote key={quote} class="sb-quote sb-prewrap" dir="auto">
          {quote}
        </blockquote>
      ))}
      {comments.length > 0 && <h3>パブリックコメントと市の考え方</h3>}
      <ul class="sb-rows sb-rows--2">
        {comments.map(({ id, source, outcome, note }) => (
          <li key={id}>
            <p class="sb-rows__when">
              <Badge tone="info">{outcome}</Badge>
            </p>
            <div>
              <p>
                <a href={source.href}>{source.words}</a>
              </p>
              <p class="sb-prewrap">{note}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

const Counts = ({ voices }: { voices: readonly ThreadEntry[] }) => (
  <ScrollFrame label="寄せられた声の数">
    <table class="dads-table">
      <caption>
        寄せられた声<small>単位：件</small>
      </caption>
      <thead>
        <tr>
          <th scope="col">どこで</th>
          <th scope="col" class="is-num">
            数
          </th>
          <th scope="col">集め方など</th>
        </tr>
      </thead>
      <tbody>
        {voices.map(({ id, source, n, note }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/evidence/${source.key}`}>{source.words}</a>
            </th>
            <td class="is-num">{groupedNumber(n ?? 0, 0)}</td>
            <td>{note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollFrame>
)

import { NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import type { NetworkPicture } from '../../core/suggestions.ts'
import type { HeardLine } from '../../store/queries/voices.ts'
import { short } from './list-view.tsx'
import { NetworkChart } from './network-chart.tsx'

type ViewProps = { picture: NetworkPicture; heard: ReadonlyMap<string, HeardLine> }

export function NetworkView({ picture, heard }: ViewProps) {
  const { nodes, edges, voices, units, fewestTexts, tokeniser, hash } = picture
  if (edges.length === 0)
    return (
      <p class="l-gap">
        いっしょに使われる語が、まだ見つかりません。声が増えてから、もう一度つくってください。
      </p>
    )
  const groups = Map.groupBy(nodes, ({ community }) => community)
  return (
    <>
      <p class="l-gap">
        意見 n＝{voices}件（同じ文面は1件と数えて{units}件）。{fewestTexts}
        件以上にある語のうち、つながりの強い{edges.length}本の線。
      </p>
      <NetworkChart nodes={nodes} edges={edges} />
      <Section id="groups" title="かたまりごとの語">
        <ScrollFrame label="かたまりごとの語">
          <table class="dads-table">
            <caption>かたまりごとの語（かっこは件数）</caption>
            <thead>
              <tr>
                <th scope="col">かたまり</th>
                <th scope="col">語</th>
              </tr>
            </thead>
            <tbody>
              {[...groups]
                .sort(([a], [b]) => a - b)
                .map(([community, own]) => (
                  <tr key={community}>
                    <th scope="row">{community + 1}</th>
                    <td>{own.map(({ word, texts }) => `${word}（${texts}）`).join('、')}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </ScrollFrame>
      </Section>
      <Section id="pairs" title="いっしょに使われる語">
        <ScrollFrame label="いっしょに使われる語">
          <table class="dads-table dads-table--wide">
            <caption>いっしょに使われる語（強い順）</caption>
            <thead>
              <tr>
                <th scope="col">語</th>
                <th scope="col" class="is-num">
                  件数
                </th>
                <th scope="col" class="is-num">
                  Jaccard係数
                </th>
                <th scope="col">たとえば</th>
              </tr>
            </thead>
            <tbody>
              {edges.map(({ words: [a, b], texts, jaccard, examples }) => (
                <tr key={`${a} ${b}`}>
                  <th scope="row" class="is-nowrap">
                    {a}―{b}
                  </th>
                  <td class="is-num">{texts}</td>
                  <td class="is-num">{jaccard.toFixed(2)}</td>
                  <td>
                    <Example id={examples[0]} heard={heard} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
        <p class="sb-sub">
          語の分け方：{tokeniser}。照合のための値：<code>{hash.slice(0, 16)}</code>
        </p>
      </Section>
    </>
  )
}

function Example({ id, heard }: { id: string | undefined; heard: ViewProps['heard'] }) {
  const one = heard.get(id ?? '')
  if (!one) return <NoValue words="いまはない声" />
  return (
    <a href={`/staff/voices/${one.submissionId}/opinions/${one.id}`} dir="auto">
      {short(one.verbatim, 40)}
    </a>
  )
}

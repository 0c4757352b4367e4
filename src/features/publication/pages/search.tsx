import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { page } from '#src/platform/page.ts'
import { EmptyState } from '#src/ui/parts.tsx'
import { bookIndex } from '../core/book-index.ts'
import { type Piece, type SearchHit, searchPlan } from '../core/search.ts'
import { homeCrumb, publicScreen, withPublicPlan } from './parts/public-page.tsx'
import { SearchForm } from './parts/search-form.tsx'

const most = 50

/** 計画をさがす: hits for `?q=`; without it the index, which is what a copy of the site as files has. */
export const searchPage = page('/search', {
  audience: 'public',
  show: (context, { url }) =>
    withPublicPlan(context, (shown) => {
      const query = (url.searchParams.get('q') ?? '').trim()
      return publicScreen(shown, {
        title: query ? `「${query.slice(0, 40)}」をさがした結果` : '計画をさがす',
        crumbs: [homeCrumb],
        body: query ? <Results shown={shown} query={query} /> : <Index shown={shown} />,
      })
    }),
})

type ResultsProps = { shown: PublicPlan; query: string }

function Results({ shown, query }: ResultsProps) {
  const { hits, total } = searchPlan(shown, query, most)
  return (
    <>
      <h1>計画をさがす</h1>
      <SearchForm query={query} />
      <p class="l-gap" role="status">
        {total === 0 ? '見つかりませんでした。' : `${total}件見つかりました。`}
        {total > most && `はじめの${most}件を示します。言葉を足すと、しぼれます。`}
      </p>
      {total === 0 && (
        <EmptyState title="言葉を変えて、さがしてみてください。">
          <p>
            短い言葉にする、別の言い方にする、1つずつさがす、などです。<a href="/search">索引</a>や
            <a href="/plan">計画の一覧</a>からも、たどれます。
          </p>
        </EmptyState>
      )}
      <ol class="sb-hits">
        {hits.map((hit) => (
          <Hit key={`${hit.href}${hit.title.map(({ text }) => text).join('')}`} hit={hit} />
        ))}
      </ol>
    </>
  )
}

function Hit({ hit: { href, kind, number, title, snippet } }: { hit: SearchHit }) {
  return (
    <li>
      <h2 class="sb-hits__title">
        <a href={href}>
          {number && `${number} `}
          <Pieces pieces={title} />
        </a>
      </h2>
      <p class="sb-sub">{kind}</p>
      {snippet.length > 0 && (
        <p>
          <Pieces pieces={snippet} />
        </p>
      )}
    </li>
  )
}

const Pieces = ({ pieces }: { pieces: readonly Piece[] }) => (
  <>{pieces.map(({ text, isFound }, place) => (isFound ? <mark key={place}>{text}</mark> : text))}</>
)

/** 索引: the items of the plan by their readings. */
function Index({ shown }: { shown: PublicPlan }) {
  const { items, indicators, plan } = shown
  const hrefs = new Map<string, string>()
  const entries = [
    ...[...items.values()].map((item) => ({
      term: item.title,
      kana: item.titleKana,
      href: `/plan/items/${item.kind === 'program' ? item.parentId : item.id}`,
    })),
    ...[...indicators.values()]
      .flat()
      .map(({ id, name }) => ({ term: name, kana: '', href: `/indicators/${id}` })),
  ].map(({ term, kana, href }, place) => {
    hrefs.set(String(place), href)
    return { term, kana, places: [String(place)] }
  })
  return (
    <>
      <h1>計画をさがす</h1>
      <SearchForm query="" />
      <section class="l-section" aria-labelledby="index">
        <h2 id="index">索引</h2>
        <p class="sb-sub">
          {plan.labels.policy}・{plan.labels.measure}・{plan.labels.program}
          と指標の名前を、読みの順に並べています。
        </p>
        {bookIndex(entries).map(({ head, entries: own }) => (
          <section key={head} aria-labelledby={`index-${head}`}>
            <h3 id={`index-${head}`}>{head}</h3>
            <ul class="sb-index">
              {own.map(({ term, places }) => (
                <li key={term}>
                  <a href={hrefs.get(places[0] ?? '') ?? '/plan'}>{term}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </section>
    </>
  )
}

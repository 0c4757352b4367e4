/** One field and one button; works without scripts. */
export function SearchForm({ query }: { query: string }) {
  return (
    <search class="l-gap">
      <form method="get" action="/search" class="sb-search">
        <label class="vh" for="q">
          さがす言葉
        </label>
        <input
          class="dads-input"
          id="q"
          name="q"
          type="search"
          value={query}
          maxLength={100}
          placeholder="例：子育て　道路"
          required
        />
        <button class="dads-button" type="submit">
          さがす
        </button>
      </form>
    </search>
  )
}

import { render } from 'preact'
import { bareNumbers } from '#src/lib/text/bare-numbers.ts'

type Quotable = { label: string; shown: string; code: string }

const most = 6

/**
 * <bound-numbers>: while one types, offers the numbers that can be quoted (after `{{`), and warns of a number that
 * leads to no data. The list stands on the page; without scripts one copies the mark from there.
 */
class BoundNumbers extends HTMLElement {
  connectedCallback() {
    const passed = (this.dataset['skip'] ?? '').split(' ')
    for (const field of this.querySelectorAll('textarea')) {
      if (passed.includes(field.name)) continue
      const place = document.createElement('div')
      place.setAttribute('aria-live', 'polite')
      field.after(place)
      const show = () => render(<Offer field={field} quotables={this.quotables()} again={show} />, place)
      field.addEventListener('input', show)
      field.addEventListener('focus', show)
    }
  }

  quotables(): Quotable[] {
    return [...document.querySelectorAll<HTMLElement>('[data-quote]')].map(({ dataset }) => ({
      label: dataset['label'] ?? '',
      shown: dataset['shown'] ?? '',
      code: dataset['quote'] ?? '',
    }))
  }
}

type OfferProps = { field: HTMLTextAreaElement; quotables: readonly Quotable[]; again: () => void }

function Offer({ field, quotables, again }: OfferProps) {
  const before = field.value.slice(0, field.selectionStart)
  const asked = /\{\{([^{}\n]{0,30})$/.exec(before)
  if (asked) {
    const found = quotables.filter(({ label }) => label.includes(asked[1] ?? '')).slice(0, most)
    const from = before.length - asked[0].length
    return found.length === 0 ? (
      <p class="sb-sub">合う数がありません。</p>
    ) : (
      <Choices
        title="差し込む数"
        choices={found.map(({ label, shown, code }) => ({
          label: `${label} ${shown}`,
          pick: () => replaceText(field, { from, to: before.length, by: code }, again),
        }))}
      />
    )
  }
  return <Warning field={field} quotables={quotables} again={again} />
}

/** Typed numbers that lead nowhere; where one equals a known figure, that is offered in its place. */
function Warning({ field, quotables, again }: OfferProps) {
  const bare = bareNumbers(field.value)
  if (bare.length === 0) return null
  const same = bare.flatMap(({ words, at }) => {
    const quote = quotables.find(({ shown }) => digitsOf(shown) === digitsOf(words))
    const length = /^[0-9０-９,，.．]+/.exec(words)?.[0].length ?? words.length
    return quote ? [{ quote, at: placeIn(field.value, at), length }] : []
  })
  return (
    <>
      <p class="sb-sub">
        出典のない数：{bare.map(({ words }) => words).join('、')}。「{'{{'}」と打つと、データの数を選べます。
      </p>
      {same.length > 0 && (
        <Choices
          title="データの数に替える"
          choices={same.slice(0, most).map(({ quote, at, length }) => ({
            label: `${quote.label} ${quote.shown}`,
            pick: () => replaceText(field, { from: at, to: at + length, by: quote.code }, again),
          }))}
        />
      )}
    </>
  )
}

type Choice = { label: string; pick: () => void }

const Choices = ({ title, choices }: { title: string; choices: readonly Choice[] }) => (
  <ul class="l-cluster" aria-label={title}>
    {choices.map(({ label, pick }) => (
      <li key={label}>
        <button class="dads-button dads-button--secondary dads-button--small" type="button" onClick={pick}>
          {label}
        </button>
      </li>
    ))}
  </ul>
)

const digitsOf = (words: string) => words.normalize('NFKC').replaceAll(/[^0-9.]/g, '')

/** Places count bound numbers as one blank: the same place in the raw text. */
function placeIn(raw: string, at: number): number {
  let shift = 0
  for (const match of raw.matchAll(/\{\{[^{}\n]{1,40}\}\}/g)) {
    if (match.index - shift >= at) break
    shift += match[0].length - 1
  }
  return at + shift
}

type Replacement = { from: number; to: number; by: string }

function replaceText(field: HTMLTextAreaElement, { from, to, by }: Replacement, again: () => void) {
  field.setRangeText(by, from, to, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.focus()
  again()
}

customElements.define('bound-numbers', BoundNumbers)

/**
 * <shared-board>: the cards of a session, worked at by several people at once. Forms inside are sent without leaving the
 * page, changes of others appear by themselves (server-sent events), and a card is moved to another heading by
 * finger, mouse or arrow keys. Without it every form works the same, and the page is loaded again by hand.
 */
class SharedBoard extends HTMLElement {
  private feed: EventSource | undefined
  private dragged: HTMLElement | undefined

  connectedCallback() {
    this.addEventListener('submit', (event) => this.onSubmit(event))
    this.addEventListener('keydown', (event) => this.onKey(event))
    this.addEventListener('pointerdown', (event) => this.onDown(event))
    this.addEventListener('pointermove', (event) => this.onMove(event))
    this.addEventListener('pointerup', (event) => this.onUp(event))
    this.addEventListener('pointercancel', () => this.endDrag())
    this.listen()
  }

  disconnectedCallback() {
    this.feed?.close()
  }

  private get board() {
    return this.querySelector<HTMLElement>('[data-board]')
  }

  private listen() {
    const address = this.dataset['changes']
    if (!address) return
    this.feed = new EventSource(address)
    this.feed.onmessage = ({ data }) => {
      if (data !== this.board?.dataset['seq']) void this.load('ほかの人の変更を反映しました。')
    }
    this.feed.onerror = () => this.say('つなぎ直しています…')
    this.feed.onopen = () => this.say('')
  }

  private say(words: string) {
    const place = this.querySelector('[data-board-state]')
    if (place) place.textContent = words
  }

  private async load(words: string) {
    const answer = await fetch(location.href).catch(() => undefined)
    if (!answer?.ok) return this.say('読み直せませんでした。ページを読み直してください。')
    this.show(await answer.text(), words)
  }

  private async onSubmit(event: SubmitEvent) {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || form.dataset['whole'] !== undefined)
      return
    event.preventDefault()
    await this.send(form, new FormData(form, event.submitter as HTMLElement | null))
  }

  private async send(form: HTMLFormElement, body: FormData) {
    const answer = await fetch(form.action, { method: 'POST', body }).catch(() => undefined)
    if (!answer) return this.say('送れませんでした。もう一度押してください。')
    const html = await answer.text()
    if (!answer.ok) return this.showWhole(html)
    this.show(html, '保存しました。')
    const text = form.dataset['add'] !== undefined ? form.querySelector('textarea') : null
    if (text) {
      text.value = ''
      text.focus()
    }
  }

  /** A refusal or a mistake is a page of its own: it stands where this one stood. */
  private showWhole(html: string) {
    const main = new DOMParser().parseFromString(html, 'text/html').querySelector('main')
    if (main) this.closest('main')?.replaceWith(main)
  }

  /** Puts the new board in place of the old one; what is being typed in it stays. */
  private show(html: string, words: string) {
    const page = new DOMParser().parseFromString(html, 'text/html')
    const next = page.querySelector<HTMLElement>('[data-board]')
    const old = this.board
    if (!next || !old || this.dragged) return
    const typing = openCards(old)
    const focus = focusIn(old)
    old.replaceWith(next)
    for (const card of typing) reopen(next, card)
    if (focus) next.querySelector<HTMLElement>(focus)?.focus()
    this.say(words)
  }

  private columns = () => [...(this.board?.querySelectorAll<HTMLElement>('[data-heading]') ?? [])]

  private onKey(event: KeyboardEvent) {
    const handle = event.target instanceof HTMLElement ? event.target.closest('[data-handle]') : null
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    const card = handle?.closest<HTMLElement>('[data-note]')
    if (!card || by === undefined) return
    event.preventDefault()
    const columns = this.columns()
    const from = columns.findIndex((column) => column.contains(card))
    const to = columns[from + by]
    if (to) void this.moveTo(card, to)
  }

  private onDown(event: PointerEvent) {
    const handle =
      event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-handle]') : null
    const card = handle?.closest<HTMLElement>('[data-note]')
    if (!handle || !card || event.button > 0) return
    handle.setPointerCapture(event.pointerId)
    this.dragged = card
    card.classList.add('is-dragged')
  }

  private onMove(event: PointerEvent) {
    if (!this.dragged) return
    const over = this.columnAt(event)
    for (const column of this.columns()) column.classList.toggle('is-drop', column === over)
  }

  private onUp(event: PointerEvent) {
    const card = this.dragged
    const over = card ? this.columnAt(event) : undefined
    this.endDrag()
    if (card && over && !over.contains(card)) void this.moveTo(card, over)
  }

  private endDrag() {
    this.dragged?.classList.remove('is-dragged')
    this.dragged = undefined
    for (const column of this.columns()) column.classList.remove('is-drop')
  }

  private columnAt({ clientX, clientY }: PointerEvent): HTMLElement | undefined {
    const under = document.elementFromPoint(clientX, clientY)
    return this.columns().find((column) => column.contains(under))
  }

  private async moveTo(card: HTMLElement, column: HTMLElement) {
    const form = card.querySelector<HTMLFormElement>('form[data-move]')
    if (!form) return
    const body = new FormData(form)
    body.set('act', 'move')
    body.set('heading', column.dataset['heading'] ?? '')
    await this.send(form, body)
    this.board?.querySelector<HTMLElement>(`[data-note="${card.dataset['note']}"] [data-handle]`)?.focus()
  }
}

type OpenCard = { note: string; values: Map<string, string> }

/** Cards that stand open, with what was typed in them. */
function openCards(board: HTMLElement): OpenCard[] {
  return [...board.querySelectorAll<HTMLElement>('[data-note]')].flatMap((card) => {
    if (!card.querySelector('details[open]')) return []
    const fields = [...card.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
    const isTouched = fields.some((field) => field.value !== field.defaultValue)
    const values = isTouched ? fields.map((field): [string, string] => [keyOf(field), field.value]) : []
    return [{ note: card.dataset['note'] ?? '', values: new Map(values) }]
  })
}

const keyOf = (field: HTMLInputElement | HTMLTextAreaElement) =>
  `${field.form?.dataset['part'] ?? ''} ${field.name}`

/** Also the version that was seen when typing began, so that nobody's change is written over. */
function reopen(board: HTMLElement, { note, values }: OpenCard) {
  const card = board.querySelector<HTMLElement>(`[data-note="${note}"]`)
  card?.querySelector('details')?.setAttribute('open', '')
  for (const field of card?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea') ?? [])
    field.value = values.get(keyOf(field)) ?? field.value
}

/** Where the focus is, as the same place of the next board. */
function focusIn(board: HTMLElement): string | undefined {
  const focused = document.activeElement
  const card =
    focused instanceof HTMLElement && board.contains(focused)
      ? focused.closest<HTMLElement>('[data-note]')
      : null
  if (!card || !focused) return undefined
  const inside = `[data-note="${card.dataset['note']}"]`
  const part = focused.closest<HTMLFormElement>('form')?.dataset['part']
  const name = focused.getAttribute('name')
  const value = focused.getAttribute('value')
  if (focused.matches('summary')) return `${inside} summary`
  if (focused.matches('[data-handle]')) return `${inside} [data-handle]`
  const own =
    name && (focused.tagName === 'BUTTON' ? `[name="${name}"][value="${value}"]` : `[name="${name}"]`)
  return part && own ? `${inside} form[data-part="${part}"] ${own}` : undefined
}

customElements.define('shared-board', SharedBoard)

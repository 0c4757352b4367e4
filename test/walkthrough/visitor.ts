import { parseHTML } from 'linkedom'

type Field = { name: string; value: string }

/**
 * A person with a browser that runs no scripts: opens addresses, follows links by their words, fills fields
 * by their
 * labels and presses buttons by theirs. Keeps cookies and follows redirects as a browser does.
 */
export class Visitor {
  #cookies = new Map<string, string>()
  #address: string
  #document: Document = parseHTML('<html></html>').document
  status = 0
  headers = new Headers()
  html = ''
  bytes = new Uint8Array()

  readonly site: string

  constructor(site: string) {
    this.site = site
    this.#address = site
  }

  /** What the browser would send to be known again. */
  get cookie() {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** Another tab of the same browser. */
  tab(): Visitor {
    const other = new Visitor(this.site)
    other.#cookies = new Map(this.#cookies)
    return other
  }

  get path() {
    const { pathname, search } = new URL(this.#address)
    return pathname + search
  }

  get title() {
    return this.#document.querySelector('title')?.textContent ?? ''
  }

  /** The words of the main part of the page, with blanks run together. */
  get words() {
    return wordsOf(this.#document.querySelector('main') ?? this.#document.body)
  }

  all(selector: string): Element[] {
    return [...this.#document.querySelectorAll(selector)]
  }

  async open(path: string) {
    await this.#send(new URL(path, this.#address), { method: 'GET' })
    return this
  }

  /** Follows the first link with these words (or, if there is none, that begins with them). */
  async follow(label: string) {
    const links = this.all('a[href]')
    const link =
      links.find((one) => wordsOf(one) === label) ?? links.find((one) => wordsOf(one).includes(label))
    if (!link) throw new Error(`「${label}」 is no link of ${this.path}: ${listed(links)}`)
    return this.open(link.getAttribute('href') ?? '')
  }

  /** Fills the form with the button of these words and presses it. Fields are named by their labels. */
  async press(button: string, filled: Record<string, string | File> = {}) {
    return this.pressWith(button, filled, {})
  }

  /** The same, with fields by their names besides: boxes to tick, or what a script would send. */
  async pressWith(button: string, filled: Record<string, string | File>, named: Record<string, string>) {
    const buttons = this.all('form button')
    const pressed =
      buttons.find((one) => wordsOf(one) === button) ?? buttons.find((one) => wordsOf(one).includes(button))
    const form = pressed?.closest('form')
    if (!pressed || !form) {
      throw new Error(`「${button}」 is no button of ${this.path}: ${listed(this.all('button'))}`)
    }
    const fields = fieldsOf(form)
    const body = new FormData()
    for (const { name, value } of fields) body.append(name, value)
    for (const [label, value] of Object.entries(filled)) body.set(this.#nameOf(form, label), value)
    const own = pressed.getAttribute('name')
    if (own) body.set(own, pressed.getAttribute('value') ?? '')
    for (const [name, value] of Object.entries(named)) body.set(name, value)
    const to = new URL(form.getAttribute('action') || this.path, this.#address)
    if ((form.getAttribute('method') ?? 'get').toLowerCase() === 'get') {
      to.search = new URLSearchParams([...body].map(([name, value]) => [name, String(value)])).toString()
      await this.#send(to, { method: 'GET' })
      return this
    }
    const isMultipart = form.getAttribute('enctype') === 'multipart/form-data'
    const sent = isMultipart
      ? body
      : new URLSearchParams([...body].map(([name, value]) => [name, String(value)]))
    await this.#send(to, { method: 'POST', body: sent })
    return this
  }

  /** What a field of the page holds, by its label. */
  fieldValue(label: string): string {
    const form = this.#document.body
    const name = this.#nameOf(form, label)
    return fieldsOf(form).find((field) => field.name === name)?.value ?? ''
  }

  #nameOf(form: Element, label: string): string {
    const found = [...form.querySelectorAll('label')].find((one) => {
      const own = wordsOf(one).replace(/\s*※(必須|任意).*$/, '')
      return own === label
    })
    const control =
      found &&
      (found.querySelector('input, select, textarea') ??
        (found.getAttribute('for') ? form.querySelector(`[id="${found.getAttribute('for')}"]`) : null))
    const name = control?.getAttribute('name')
    if (!name) {
      const labels = listed([...form.querySelectorAll('label')])
      throw new Error(`no field 「${label}」 on ${this.path}: ${labels}`)
    }
    return name
  }

  async #send(to: URL, request: RequestInit): Promise<void> {
    const from = this.#address
    this.#address = to.href
    const { cookie } = this
    const answer = await fetch(to, {
      ...request,
      redirect: 'manual',
      headers: { ...(cookie ? { cookie } : {}), origin: new URL(from).origin },
    })
    for (const line of answer.headers.getSetCookie()) this.#keep(line)
    const next = answer.headers.get('location')
    if (next && answer.status >= 300 && answer.status < 400) {
      await answer.body?.cancel()
      return this.#send(new URL(next, to), { method: 'GET' })
    }
    this.status = answer.status
    this.headers = answer.headers
    this.bytes = new Uint8Array(await answer.arrayBuffer())
    const isPage = (answer.headers.get('content-type') ?? '').startsWith('text/html')
    this.html = isPage ? new TextDecoder().decode(this.bytes) : ''
    if (isPage) this.#document = parseHTML(this.html).document as unknown as Document
  }

  #keep(line: string) {
    const [pair = '', ...rest] = line.split(';')
    const [name = '', ...value] = pair.split('=')
    if (rest.some((part) => /max-age=0/i.test(part)) || value.join('') === '') this.#cookies.delete(name)
    else this.#cookies.set(name, value.join('='))
  }
}

const listed = (elements: Element[]) => elements.map(wordsOf).join(' | ').slice(0, 600)

const wordsOf = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim()

/** The parser leaves the entities of a text area as they were written; a browser reads them. */
const decoded = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** What a browser would send of a form, without buttons. */
function fieldsOf(form: Element): Field[] {
  return [...form.querySelectorAll('input, select, textarea')].flatMap((control) => {
    const name = control.getAttribute('name')
    const type = control.getAttribute('type')
    if (!name || type === 'file' || control.hasAttribute('disabled')) return []
    if ((type === 'checkbox' || type === 'radio') && !control.hasAttribute('checked')) return []
    return [{ name, value: valueIn(control) }]
  })
}

function valueIn(control: Element): string {
  if (control.tagName === 'TEXTAREA') return decoded(control.textContent ?? '').replace(/^\n/, '')
  if (control.tagName !== 'SELECT') return control.getAttribute('value') ?? ''
  const options = [...control.querySelectorAll('option')]
  const chosen = options.find((one) => one.hasAttribute('selected')) ?? options[0]
  return chosen?.getAttribute('value') ?? chosen?.textContent ?? ''
}

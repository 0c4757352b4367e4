/**
 * <key-in>: a sheet at the speed of the keyboard. A full field hands over to the next one; Enter goes on, and from the last field
 * sends. A code that is none of the options is told in words at once. Without it the form is filled in with the Tab key.
 */
class KeyIn extends HTMLElement {
  connectedCallback() {
    const fields = this.fields()
    if (!this.querySelector('[aria-invalid="true"]')) fields[0]?.focus()
    this.addEventListener('input', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return
      const state = stateOf(target)
      tell(target, state === 'wrong' ? `「${target.value}」は、この欄の番号ではありません` : '')
      if (state === 'full') this.next(target)
    })
    this.addEventListener('keydown', (event) => {
      const { target, key } = event
      if (!(target instanceof HTMLInputElement) || event.isComposing) return
      if (key === 'Enter' && !event.ctrlKey && this.next(target)) event.preventDefault()
      if (key === 'ArrowUp' && this.next(target, -1)) event.preventDefault()
    })
  }

  private fields = () => [...this.querySelectorAll<HTMLInputElement>('input[type="text"]')]

  /** False at the end: the form is sent as by any Enter. */
  private next(field: HTMLInputElement, by = 1): boolean {
    const fields = this.fields()
    const other = fields[fields.indexOf(field) + by]
    other?.focus()
    other?.select()
    return other !== undefined
  }
}

/** Whether a field of one code is full, may still become full, or holds what is no code. */
function stateOf({ value, dataset }: HTMLInputElement): 'open' | 'full' | 'wrong' {
  const text = value.normalize('NFKC').trim()
  const codes = dataset['codes']?.split(' ') ?? []
  if (dataset['kind'] !== 'one' || text === '') return 'open'
  if (text === '.' || text === '*') return 'full'
  const longer = codes.filter((code) => code.startsWith(text))
  if (longer.length === 0) return 'wrong'
  return longer.length === 1 && longer[0] === text ? 'full' : 'open'
}

function tell(field: HTMLInputElement, words: string) {
  const id = `${field.id}-told`
  const told = document.getElementById(id) ?? document.createElement('span')
  told.id = id
  told.className = 'dads-form__error'
  told.setAttribute('role', 'status')
  told.textContent = words && `＊${words}`
  field.toggleAttribute('aria-invalid', false)
  if (words) field.setAttribute('aria-invalid', 'true')
  if (!told.isConnected) field.after(told)
}

customElements.define('key-in', KeyIn)

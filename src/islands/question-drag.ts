/**
 * <question-drag>: lets the questions of a questionnaire be dragged to another place, also on another page of it, by a handle. A drop
 * sends the form inside; the buttons of the page do the same in steps.
 */
class QuestionDrag extends HTMLElement {
  private dragged: HTMLElement | undefined

  connectedCallback() {
    if (!this.form()) return
    for (const row of this.querySelectorAll<HTMLElement>('li[data-question]')) this.addHandle(row)
    this.addEventListener('dragover', (event) => {
      const place = this.placeAt(event)
      if (!this.dragged || !place || place === this.dragged) return
      event.preventDefault()
      this.mark(place)
    })
    this.addEventListener('drop', (event) => {
      const place = this.placeAt(event)
      if (!this.dragged || !place || place === this.dragged) return
      event.preventDefault()
      this.send(this.dragged, place)
    })
    this.addEventListener('dragend', () => {
      this.dragged = undefined
      this.mark(undefined)
    })
  }

  private form = () => this.querySelector<HTMLFormElement>('[data-drag-form]')

  private addHandle(row: HTMLElement) {
    const handle = document.createElement('span')
    handle.className = 'sb-handle'
    handle.draggable = true
    handle.title = 'つかんで動かす'
    handle.setAttribute('aria-hidden', 'true')
    handle.textContent = '⠿'
    handle.addEventListener('dragstart', (event) => {
      this.dragged = row
      event.dataTransfer?.setData('text/plain', row.dataset['question'] ?? '')
    })
    row.prepend(handle)
  }

  /** A question (the dragged one takes its place), or a page (it goes last). */
  private placeAt({ target }: Event): HTMLElement | null {
    if (!(target instanceof Element)) return null
    const row = target.closest<HTMLElement>('li[data-question]')
    return row ?? target.closest('section')?.querySelector<HTMLElement>('ol[data-section]') ?? null
  }

  private mark(place: HTMLElement | undefined) {
    for (const one of this.querySelectorAll('.is-drop')) one.classList.remove('is-drop')
    place?.classList.add('is-drop')
  }

  private send(dragged: HTMLElement, place: HTMLElement) {
    const form = this.form()
    const list = place.closest<HTMLElement>('ol[data-section]')
    if (!form || !list) return
    const others = [...list.children].filter((one) => one !== dragged)
    const values: Record<string, string> = {
      id: dragged.dataset['question'] ?? '',
      section: list.dataset['section'] ?? '',
      position: String(place === list ? others.length : others.indexOf(place)),
    }
    for (const [name, value] of Object.entries(values)) {
      const field = form.elements.namedItem(name)
      if (field instanceof HTMLInputElement) field.value = value
    }
    form.submit()
  }
}

customElements.define('question-drag', QuestionDrag)

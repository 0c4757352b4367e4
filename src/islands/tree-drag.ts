/**
 * <tree-drag>: lets the rows of the plan tree be dragged to another place by a handle. A drop sends the same form
 * that the buttons of the page send, so nothing else changes.
 */
class TreeDrag extends HTMLElement {
  private dragged: HTMLElement | undefined

  connectedCallback() {
    if (!this.querySelector('[data-drag-form]')) return
    for (const row of this.rows()) this.addHandle(row)
    this.addEventListener('dragover', (event) => {
      const over = this.rowAt(event)
      if (!this.dragged || !over || !this.fits(over)) return
      event.preventDefault()
      this.markPlace(over)
    })
    this.addEventListener('drop', (event) => {
      const over = this.rowAt(event)
      if (!this.dragged || !over || !this.fits(over)) return
      event.preventDefault()
      this.send(this.dragged, over)
    })
    this.addEventListener('dragend', () => {
      this.dragged = undefined
      this.markPlace(undefined)
    })
  }

  private rows = () => [...this.querySelectorAll<HTMLElement>('li[data-item]')]

  private addHandle(row: HTMLElement) {
    const line = row.querySelector('.sb-tree__row')
    if (!line?.querySelector('a[href*="open=move"]')) return
    const handle = document.createElement('span')
    handle.className = 'sb-drag'
    handle.draggable = true
    handle.title = 'つかんで動かす'
    handle.setAttribute('aria-hidden', 'true')
    handle.textContent = '⠿'
    handle.addEventListener('dragstart', (event) => {
      this.dragged = row
      event.dataTransfer?.setData('text/plain', row.dataset['item'] ?? '')
    })
    line.prepend(handle)
  }

  private rowAt = (event: Event) =>
    event.target instanceof Element ? event.target.closest<HTMLElement>('li[data-item]') : null

  /** A row is dropped on one of its own kind (it takes that place) or on one that may hold it (it goes last). */
  private fits(over: HTMLElement): boolean {
    const holders: Record<string, string> = { measure: 'policy', program: 'measure' }
    const kind = this.dragged?.dataset['kind'] ?? ''
    if (!this.dragged || this.dragged.contains(over)) return false
    return over.dataset['kind'] === kind || over.dataset['kind'] === holders[kind]
  }

  private markPlace(place: HTMLElement | undefined) {
    for (const row of this.rows()) row.classList.toggle('is-drop', row === place)
  }

  private send(dragged: HTMLElement, over: HTMLElement) {
    const form = this.querySelector<HTMLFormElement>('[data-drag-form]')
    if (!form) return
    const isSibling = over.dataset['kind'] === dragged.dataset['kind']
    const siblings = [...(over.parentElement?.children ?? [])].filter((one) => one !== dragged)
    const values: Record<string, string> = {
      itemId: dragged.dataset['item'] ?? '',
      parentId: (isSibling ? over.dataset['parent'] : over.dataset['item']) ?? '',
      position: isSibling ? String(siblings.indexOf(over) + 1) : '999',
    }
    for (const [name, value] of Object.entries(values)) {
      const field = form.elements.namedItem(name)
      if (field instanceof HTMLInputElement) field.value = value
    }
    form.submit()
  }
}

customElements.define('tree-drag', TreeDrag)

import { render } from 'preact'
import { MarkdownView } from '#src/lib/text/markdown-view.tsx'

/** <markdown-preview>: shows below the text field inside how its text will look. Without it the field is complete. */
class MarkdownPreview extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector('textarea')
    if (!field) return
    const frame = document.createElement('details')
    frame.className = 'dads-disclosure'
    const label = document.createElement('summary')
    const words = document.createElement('span')
    words.textContent = '文の見え方'
    label.append(words)
    const place = document.createElement('div')
    place.className = 'dads-disclosure__body l-flow sb-box'
    frame.append(label, place)
    this.append(frame)
    const show = () => render(<MarkdownView text={field.value} resolve={() => undefined} />, place)
    field.addEventListener('input', () => frame.open && show())
    frame.addEventListener('toggle', () => frame.open && show())
  }
}

customElements.define('markdown-preview', MarkdownPreview)

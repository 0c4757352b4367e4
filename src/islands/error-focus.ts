/** <error-focus>: brings who hears or keys the page to the summary of what is wrong. */
class ErrorFocus extends HTMLElement {
  connectedCallback() {
    this.querySelector<HTMLElement>('.sb-error-summary')?.focus()
  }
}

customElements.define('error-focus', ErrorFocus)

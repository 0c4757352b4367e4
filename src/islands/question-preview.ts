/**
 * <question-preview>: asks the server how the question looks while it is typed, and shows it. The form inside has a button that does
 * the same; nothing is saved.
 */
class QuestionPreview extends HTMLElement {
  #waiting: ReturnType<typeof setTimeout> | undefined
  #asked = 0

  connectedCallback() {
    const form = this.querySelector<HTMLFormElement>('form[method="post"]')
    form?.addEventListener('input', () => {
      clearTimeout(this.#waiting)
      this.#waiting = setTimeout(() => void this.#show(form), 400)
    })
  }

  async #show(form: HTMLFormElement) {
    const number = ++this.#asked
    const body = new FormData(form)
    body.set('act', 'preview')
    const answer = await fetch(location.pathname, { method: 'POST', body }).catch(() => undefined)
    // Half typed, it may be no question yet: what was seen last stays.
    if (!answer?.ok || number !== this.#asked) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const [here, there] = [this, page].map((one) => one.querySelector('[data-preview]'))
    if (here && there) here.replaceChildren(...there.childNodes)
  }
}

customElements.define('question-preview', QuestionPreview)

/**
 * <draft-keeper>: keeps what is being typed in the form inside on the server, ten seconds after a change,
 * and asks before the page is left with something unsaved. Without it, saving works the same.
 */
class DraftKeeper extends HTMLElement {
  private timer: ReturnType<typeof setTimeout> | undefined
  private isDirty = false

  connectedCallback() {
    const form = this.querySelector('form')
    if (!form) return
    form.addEventListener('input', () => this.wait(form))
    form.addEventListener('submit', () => {
      this.isDirty = false
      clearTimeout(this.timer)
    })
    addEventListener('beforeunload', (event) => {
      if (this.isDirty) event.preventDefault()
    })
  }

  private wait(form: HTMLFormElement) {
    this.isDirty = true
    if (this.timer) return
    this.timer = setTimeout(() => this.keep(form), 10_000)
  }

  private async keep(form: HTMLFormElement) {
    this.timer = undefined
    const body = new FormData(form)
    body.set('act', 'draft')
    const state = form.querySelector('[data-draft-state]')
    try {
      const answer = await fetch(location.pathname, { method: 'POST', body })
      if (!answer.ok) throw new Error(String(answer.status))
      const { savedAt } = (await answer.json()) as { savedAt: string }
      this.isDirty = false
      if (state) state.textContent = `下書きを預かりました：${savedAt}`
    } catch {
      if (state) state.textContent = '下書きを預かれませんでした。「保存する」で保存してください。'
      this.wait(form)
    }
  }
}

customElements.define('draft-keeper', DraftKeeper)

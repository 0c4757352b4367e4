/** <rule-trial>: shows what the rule inside meets while it is written. Without it the button asks the server. */
class RuleTrial extends HTMLElement {
  private asked: AbortController | undefined
  private pause: ReturnType<typeof setTimeout> | undefined

  connectedCallback() {
    this.addEventListener('input', () => {
      clearTimeout(this.pause)
      this.pause = setTimeout(() => void this.tryIt(), 400)
    })
  }

  disconnectedCallback() {
    clearTimeout(this.pause)
    this.asked?.abort()
  }

  private async tryIt() {
    const form = this.querySelector('form')
    const place = this.querySelector<HTMLElement>('[data-trial]')
    if (!form || !place) return
    this.asked?.abort()
    this.asked = new AbortController()
    const body = new FormData(form)
    body.set('act', 'try')
    const answer = await fetch(form.action, { method: 'POST', body, signal: this.asked.signal }).catch(
      () => undefined,
    )
    const html = await answer?.text().catch(() => undefined)
    if (html === undefined) return
    const next = new DOMParser().parseFromString(html, 'text/html').querySelector<HTMLElement>('[data-trial]')
    if (!next) return
    const isOpen = this.querySelector('[data-trial] details[open]') !== null
    if (isOpen) next.querySelector('details')?.setAttribute('open', '')
    this.querySelector('[data-trial]')?.replaceWith(next)
    const state = this.querySelector('[data-trial-state]')
    if (state) state.textContent = next.dataset['words'] ?? ''
  }
}

customElements.define('rule-trial', RuleTrial)

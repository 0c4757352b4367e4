/** <round-timer>: counts a round down on the projector. Without it the page says the minutes and the times. */
class RoundTimer extends HTMLElement {
  private left = 0
  private timer: ReturnType<typeof setInterval> | undefined

  connectedCallback() {
    this.left = Number(this.dataset['minutes'] ?? '0') * 60
    const start = this.querySelector<HTMLButtonElement>('[data-start]')
    if (!start || this.left === 0) return
    start.hidden = false
    start.addEventListener('click', () => this.turn(start))
  }

  disconnectedCallback() {
    clearInterval(this.timer)
  }

  private turn(button: HTMLButtonElement) {
    if (this.timer) {
      clearInterval(this.timer)
      this.timer = undefined
      button.textContent = '続ける'
      return
    }
    button.textContent = '止める'
    this.timer = setInterval(() => {
      this.left -= 1
      this.show()
    }, 1000)
  }

  private show() {
    const clock = this.querySelector('[data-clock]')
    if (!clock) return
    const seconds = Math.abs(this.left)
    const words = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
    clock.textContent = this.left < 0 ? `＋${words}` : words
    clock.classList.toggle('is-over', this.left < 0)
  }
}

customElements.define('round-timer', RoundTimer)

import { render } from 'preact'
import { TrialView } from '#src/lib/chart/factor-trial-view.tsx'
import {
  largestFactor,
  readTrialFactors,
  type TrialFactor,
  tryFactors,
} from '#src/lib/demography/factor-trial.ts'
import type { ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'

/**
 * <frame-trial>: puts a slider beside each factor inside and computes the projection in the browser while it
 * moves, with the code of the server. Without it the form asks the server.
 */
class FrameTrial extends HTMLElement {
  #inputs: Promise<ProjectionInputs> | undefined

  connectedCallback() {
    for (const field of this.querySelectorAll<HTMLInputElement>('input[type="number"]')) {
      const slider = document.createElement('input')
      slider.type = 'range'
      slider.min = field.min
      slider.max = field.max
      slider.step = field.step
      slider.value = field.value
      slider.setAttribute('aria-label', `${field.closest('label')?.textContent?.trim()}（つまみ）`)
      field.closest('label')?.after(slider)
      slider.addEventListener('input', () => {
        field.value = slider.value
        this.#show()
      })
      field.addEventListener('input', () => {
        slider.value = field.value
        this.#show()
      })
    }
  }

  /** The inputs are asked for once, when a slider moves for the first time. */
  async #show() {
    this.#inputs ??= fetch(this.dataset['inputs'] ?? '').then((answer) => answer.json())
    const inputs = await this.#inputs
    const place = this.querySelector<HTMLElement>('[data-trial]')
    const factors = readTrialFactors(this.#entered())
    if (!place || !factors) return
    if (!place.dataset['own']) place.replaceChildren()
    place.dataset['own'] = 'yes'
    const name = this.dataset['name'] ?? ''
    render(<TrialView name={name} factors={factors} trial={tryFactors(inputs, factors)} />, place)
  }

  #entered(): Partial<Record<TrialFactor, string>> {
    const fields = [...this.querySelectorAll<HTMLInputElement>('input[type="number"]')]
    return Object.fromEntries(fields.map(({ name, value }) => [name, value || String(largestFactor + 1)]))
  }
}

customElements.define('frame-trial', FrameTrial)

import { render } from 'preact'
import { pyramidSeries } from '#src/lib/chart/pyramid-series.ts'
import { PyramidView } from '#src/lib/chart/pyramid-view.tsx'
import { type ProjectionResult, projectByCohortComponent } from '#src/lib/demography/cohort-component.ts'

/**
 * <pyramid-year>: a slider over the years of the list inside; the pyramid follows it, projected in the browser
 * by the code of the server. Without it the form asks the server.
 */
class PyramidYear extends HTMLElement {
  #result: Promise<ProjectionResult> | undefined

  connectedCallback() {
    const years = this.querySelector('select')
    if (!years) return
    const slider = document.createElement('input')
    slider.type = 'range'
    slider.min = '0'
    slider.max = String(years.options.length - 1)
    slider.value = String(years.selectedIndex)
    slider.setAttribute('aria-label', '人口ピラミッドの年（つまみ）')
    slider.setAttribute('aria-valuetext', `${years.value}年`)
    years.closest('label')?.after(slider)
    const show = () => {
      slider.setAttribute('aria-valuetext', `${years.value}年`)
      void this.#show(Number(years.value))
    }
    slider.addEventListener('input', () => {
      years.selectedIndex = Number(slider.value)
      show()
    })
    years.addEventListener('change', () => {
      slider.value = String(years.selectedIndex)
      show()
    })
  }

  /** The inputs are asked for once, when the slider moves for the first time. */
  async #show(year: number) {
    this.#result ??= fetch(this.dataset['inputs'] ?? '')
      .then((answer) => answer.json())
      .then((inputs) => projectByCohortComponent(inputs))
    const result = await this.#result
    const place = this.querySelector<HTMLElement>('[data-pyramid]')
    if (!place) return
    if (!place.dataset['own']) place.replaceChildren()
    place.dataset['own'] = 'yes'
    render(<PyramidView series={pyramidSeries(result, year)} year={year} />, place)
  }
}

customElements.define('pyramid-year', PyramidYear)

/** <job-progress>: loads the page again every two seconds while the work goes on. Without it, a link does. */
class JobProgress extends HTMLElement {
  connectedCallback() {
    setTimeout(() => location.reload(), 2000)
  }
}

customElements.define('job-progress', JobProgress)

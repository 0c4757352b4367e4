import type { BookContent } from '#src/features/publication/core/book-content.ts'
import type { BookField } from '#src/features/publication/core/book-field.ts'
import type { BookIndicator } from '#src/features/publication/core/book-indicator.ts'
import type { BookMeasure } from '#src/features/publication/core/book-measure.ts'
import type { BookBlock, BookInline } from '#src/features/publication/core/book-text.ts'
import { fieldColour } from '#src/features/publication/core/chart-drawing.ts'
import type { QrCode } from '#src/lib/qr/qr-code.ts'

/** The content of the plan book as HTML for print: the same words, tables, charts and codes, with a plainer layout. */
export function bookHtml(content: BookContent): string {
  const { imprint, fields, parts, index, termNotes } = content
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><title>${text(imprint.title)}</title><style>${style()}</style>
    <section><h1>${text(imprint.title)} ${text(imprint.subtitle)}</h1><p>${text(content.period)}</p><p>${text(imprint.version)}</p></section>
    <section><h1>目次</h1>${parts.map((part) => `<h2>${text(part.title)}</h2><ul>${part.entries.map(({ title }) => `<li>${text(title)}`).join('')}</ul>`).join('')}</section>
    <section><h1>${text(content.concept.vision.title)}</h1>${blocks(content.concept.vision.text)}${content.concept.principles.map((one) => `<h2>${text(one.title)}</h2>${blocks(one.text)}`).join('')}</section>
    <section><h1>体系</h1>${fields.map((field) => `<h2>${text(field.title)}</h2><ul>${field.measures.map((measure) => `<li>${text(measure.number)} ${text(measure.title)}`).join('')}</ul>`).join('')}</section>
    ${fields.map(fieldHtml).join('')}
    <section><h1>指標の一覧</h1>${fields.map((field) => indicatorRows(field.measures.flatMap(({ indicators }) => indicators))).join('')}</section>
    <section class="columns"><h1>指標の説明</h1>${fields
      .flatMap((field) => field.measures.flatMap(({ indicators }) => indicators))
      .map(noteHtml)
      .join('')}</section>
    <section><h1>用語解説</h1>${termNotes.map((note) => `<h2>${text(note.term)}</h2>${blocks(note.text)}`).join('')}</section>
    <section class="columns"><h1>索引</h1>${index.map((group) => `<h2>${text(group.head)}</h2>${group.entries.map(({ term }) => `<p>${text(term)}`).join('')}`).join('')}</section></html>`
}

const fieldHtml = (field: BookField) =>
  `<section class="opener"><svg class="ground" width="100%" height="165mm"><defs><pattern id="p${text(field.id)}" width="56" height="56" patternUnits="userSpaceOnUse"><circle cx="14" cy="14" r="7" fill="#c7703f"/><circle cx="42" cy="42" r="7" fill="#c7703f"/></pattern></defs><rect width="100%" height="100%" fill="url(#p${text(field.id)})"/></svg><h1>${text(field.number)} ${text(field.title)}</h1><p>${text(field.goal)}</p></section>
  <section><p>${text(field.lead)}</p>${field.measures.map((measure) => `<h2>${text(measure.number)} ${text(measure.title)}</h2><p>${text(measure.desiredState)}</p>`).join('')}</section>
  ${field.measures.map(measureHtml).join('')}`

const measureHtml = (measure: BookMeasure) =>
  `<section><h1>${text(measure.number)} ${text(measure.title)}</h1><p class="desired">${text(measure.desiredState)}</p>
    <div class="two"><div><h2>現状</h2>${blocks(measure.situation)}</div><div><h2>課題</h2><ol>${measure.issues.map((issue) => `<li>${blocks(issue.text)}<small>${issue.evidence.map(text).join('、')}</small>`).join('')}</ol></div></div>
    <h2>施策の方向</h2><table>${measure.directions.map((direction) => `<tr><th>${text(direction.heading)}<td>${blocks(direction.text)}`).join('')}</table></section>
  <section><h2>成果指標</h2><table><tr><th>指標名<th>基準<th>中間<th>目標<th>推移</tr>${measure.indicators.map(indicatorRow).join('')}</table>
    <h2>取組</h2><table>${measure.programs.map((program) => `<tr><td>${text(program.title)}<td>${text(program.lead)}`).join('')}</table>
    <h2>役割分担</h2><div class="three">${measure.roles.map((role) => `<div><b>${text(role.label)}</b>${blocks(role.text)}</div>`).join('')}</div>
    <p>${measure.goals.map(({ number, lines }) => `<span class="goal">${number}</span>${lines.join('')}`).join(' ')}</p><p>${text(measure.lead)} ${measure.support.map(text).join('、')}</p>
    ${measure.page ? codeSvg(measure.page.qr) : ''}</section>`

const indicatorRow = (indicator: BookIndicator) =>
  `<tr><td><b>${text(indicator.name)}</b><br><small>${text(indicator.definition)} ${text(indicator.source)}</small><td>${text(indicator.baseline.text)}<td>${text(indicator.interim?.text ?? '')}<td><b>${text(indicator.target.text)}</b><td>${chartSvg(indicator)}`

const indicatorRows = (indicators: readonly BookIndicator[]) =>
  `<table><tr><th>指標名<th>単位<th>基準<th>中間<th>目標</tr>${indicators.map(({ name, unit, baseline, interim, target }) => `<tr><td>${text(name)}<td>${text(unit)}<td>${text(baseline.text)}<td>${text(interim?.text ?? '')}<td>${text(target.text)}`).join('')}</table>`

const noteHtml = ({ name, definition, kind, source, frequency, rationale }: BookIndicator) =>
  `<h3>${text(name)}</h3><p><small>${[definition, kind, source, frequency, rationale].map(text).join('<br>')}</small>`

const chartSvg = ({ chart }: BookIndicator) =>
  chart?.row
    .replaceAll(fieldColour, '#ac3e00')
    .replace('<svg ', `<svg role="img" aria-label="${text(chart.alternative)}" `) ?? ''

const codeSvg = ({ size, path }: QrCode) =>
  `<svg width="72" height="72" viewBox="0 0 ${size} ${size}" role="img" aria-label="二次元コード"><path d="${path}"/></svg>`

const blocks = (all: readonly BookBlock[]): string =>
  all
    .map((block) =>
      'words' in block
        ? `<p>${block.words.map(inline).join('')}</p>`
        : `<ul>${block.list.map((item) => `<li>${blocks(item)}`).join('')}</ul>`,
    )
    .join('')

function inline(piece: BookInline): string {
  if (typeof piece === 'string') return text(piece)
  if ('strong' in piece) return `<b>${piece.strong.map(inline).join('')}</b>`
  if ('emphasis' in piece) return `<em>${piece.emphasis.map(inline).join('')}</em>`
  if ('link' in piece) return piece.words.map(inline).join('')
  return 'ruby' in piece ? `<ruby>${text(piece.ruby)}<rt>${text(piece.reading)}</ruby>` : '<br>'
}

const text = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function style(): string {
  const font = (family: string, name: string, weight: number) => {
    const source = import.meta.resolve(`@expo-google-fonts/${name}.ttf`)
    return `@font-face { font-family: '${family}'; font-weight: ${weight}; src: url('${source}') }`
  }
  return `${font('BIZ UDPGothic', 'biz-udpgothic/400Regular/BIZUDPGothic_400Regular', 400)}
    ${font('BIZ UDPGothic', 'biz-udpgothic/700Bold/BIZUDPGothic_700Bold', 700)}
    ${font('BIZ UDMincho', 'biz-udmincho/400Regular/BIZUDMincho_400Regular', 400)}
    @page { size: A4; margin: 27mm 20mm 24mm 24mm }
    body { font: 10pt/1.7 'BIZ UDPGothic'; margin: 0; text-align: justify } section { break-before: page }
    h1 { font-size: 22pt } h2 { font-size: 11pt; border-bottom: 0.5pt solid #ac3e00; color: #ac3e00 } small { font-size: 7.5pt }
    .desired { font: 15pt/1.6 'BIZ UDMincho'; background: #fff5ee; padding: 5mm } .opener { height: 240mm; background: #ac3e00; color: #fff }
    .two { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm } .three { display: grid; grid-template-columns: repeat(3, 1fr); gap: 4mm }
    .columns { columns: 2 } table { width: 100%; border-collapse: collapse } td, th { border-bottom: 0.35pt solid #949494; text-align: left; vertical-align: top }
    .goal { border: 0.9pt solid; border-radius: 1.2mm; padding: 0 1mm }`
}

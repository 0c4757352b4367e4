import type { TextBlock, TextDocument, TextDrawing, TextRun, TextTable } from './text-document.ts'

/**
 * A document as one HTML file that needs nothing else: contents, headings with anchors, tables with captions and heads.
 *
 * The look is in the file, follows the reader's font size and prints. The same document gives the same text.
 */
export function htmlDocument(document: TextDocument, style: string): string {
  const { title, subtitle, author, date, blocks } = document
  const named = withAnchors(blocks)
  const entries = named.flatMap((block) => (block.kind === 'heading' && block.level <= 2 ? [block] : []))
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<meta name="author" content="${escaped(author)}">
<meta name="date" content="${date}">
<style>
${style.trim()}
</style>
</head>
<body>
<a class="skip" href="#main">本文へ</a>
<header>
<h1>${escaped(title)}</h1>
${subtitle.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
</header>
${document.hasContents ? contents(entries) : ''}
<main id="main">
${blocksOf(named)}
</main>
</body>
</html>
`
}

type Heading = Extract<TextBlock, { kind: 'heading' }>

/** Every heading gets an anchor: its own id, or its place. */
const withAnchors = (blocks: readonly TextBlock[]): TextBlock[] =>
  blocks.map((block, place) => (block.kind === 'heading' ? { id: `h${place}`, ...block } : block))

function contents(entries: readonly Heading[]): string {
  const line = ({ level, id, text }: Heading) =>
    `<li class="level-${level}"><a href="#${id}">${escaped(text)}</a></li>`
  return `<nav aria-labelledby="contents"><h2 id="contents">目次</h2><ol>\n${entries.map(line).join('\n')}\n</ol></nav>`
}

const blocksOf = (blocks: readonly TextBlock[]): string => blocks.map(blockOf).join('\n')

function blockOf(block: TextBlock): string {
  switch (block.kind) {
    case 'heading': {
      const tag = `h${block.level + 1}`
      return `<${tag} id="${block.id}">${escaped(block.text)}</${tag}>`
    }
    case 'paragraph':
      return `<p${block.look ? ` class="${block.look}"` : ''}>${runsOf(block.runs)}</p>`
    case 'list': {
      const tag = block.isOrdered ? 'ol' : 'ul'
      return `<${tag}>${block.items.map((item) => `<li>${blocksOf(item)}</li>`).join('')}</${tag}>`
    }
    case 'table':
      return tableOf(block)
    case 'drawing':
      return drawingOf(block)
  }
}

const drawingOf = ({ svg, alternative, percent }: TextDrawing) =>
  `<p><img alt="${escaped(alternative)}" style="width:${percent}%" src="data:image/svg+xml,${encodeURIComponent(svg)}"></p>`

function tableOf({ caption, head, rows, numeric = [] }: TextTable): string {
  const kind = (column: number) => (numeric.includes(column) ? ' class="number"' : '')
  const cells = (row: readonly (readonly TextRun[])[]) =>
    row.map((runs, column) => `<td${kind(column)}>${runsOf(runs)}</td>`).join('')
  return `<div class="frame" tabindex="0" role="group" aria-label="${escaped(caption)}"><table><caption>${escaped(caption)}</caption>
<thead><tr>${head.map((text, column) => `<th scope="col"${kind(column)}>${escaped(text)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}
</tbody></table></div>`
}

const runsOf = (runs: readonly TextRun[]): string => runs.map(runOf).join('')

function runOf(run: TextRun): string {
  if (typeof run === 'string') return escaped(run)
  if ('strong' in run) return `<strong>${runsOf(run.strong)}</strong>`
  if ('emphasis' in run) return `<em>${runsOf(run.emphasis)}</em>`
  if ('break' in run) return '<br>'
  if ('ruby' in run)
    return `<ruby>${escaped(run.ruby)}<rp>（</rp><rt>${escaped(run.reading)}</rt><rp>）</rp></ruby>`
  if ('link' in run) return `<a href="${escaped(run.link)}">${runsOf(run.words)}</a>`
  if ('added' in run) return `<ins>${escaped(run.added)}</ins>`
  return `<del>${escaped(run.removed)}</del>`
}

const escaped = (text: string) =>
  text.replaceAll(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  )

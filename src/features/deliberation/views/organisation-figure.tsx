import { NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import type { OrganisationNode } from '../core/organisation.ts'
import { drawNarrow, drawWide, type OrganisationDrawing } from '../core/organisation-drawing.ts'

const ink = '#1a1a1a'
const line = '#767676'
const ground = '#ffffff'
const accent = '#0017c1'

type FigureProps = {
  nodes: readonly OrganisationNode[]
  title: string
  /** Where a body is described. */
  addressOf: (bodyId: string) => string
}

/** 策定組織体系図: drawn from the bodies, with its table twin. */
export function OrganisationFigure({ nodes, title, addressOf }: FigureProps) {
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name ?? ''
  return (
    <>
      <figure class="sb-figure">
        <figcaption class="sb-figure__cap">
          <span class="sb-figure__title">{title}</span>
        </figcaption>
        <div class="sb-chart--w">
          <Drawing id="organisation-w" title={title} drawing={drawWide(nodes)} />
        </div>
        <div class="sb-chart sb-chart--n">
          <Drawing id="organisation-n" title={title} drawing={drawNarrow(nodes)} />
        </div>
      </figure>
      <div class="sb-figure__foot">
        <details>
          <summary>表で見る</summary>
          <ScrollFrame label={title}>
            <table class="dads-table">
              <caption>{title}</caption>
              <thead>
                <tr>
                  <th scope="col">名前</th>
                  <th scope="col">上にあるもの</th>
                  <th scope="col">間でやりとりすること</th>
                  <th scope="col">人数など</th>
                </tr>
              </thead>
              <tbody>
                {nodes.map(({ id, name, parentIds, relation, note, isBody }) => (
                  <tr key={id}>
                    <th scope="row">{isBody ? <a href={addressOf(id)}>{name}</a> : name}</th>
                    <td>{parentIds.map(nameOf).join('、') || <NoValue words="なし" />}</td>
                    <td>{relation || <NoValue words="なし" />}</td>
                    <td>{note || <NoValue words="なし" />}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollFrame>
        </details>
      </div>
    </>
  )
}

type DrawingProps = { id: string; title: string; drawing: OrganisationDrawing }

function Drawing({ id, title, drawing: { width, height, boxes, links, labels } }: DrawingProps) {
  return (
    <svg viewBox={`-2 -2 ${width + 4} ${height + 2}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{describe(boxes.map(({ node }) => node))}</desc>
      {links.map((path) => (
        <path key={path} d={path} fill="none" stroke={line} stroke-width="1.5" />
      ))}
      {boxes.map(({ node, x, y, width: wide, height: tall, lines }) => (
        <g key={node.id}>
          <rect
            x={x}
            y={y}
            width={wide}
            height={tall}
            rx="4"
            fill={ground}
            stroke={node.depth === 0 ? accent : ink}
            stroke-width={node.depth === 0 ? 2.5 : 1.5}
          />
          <text
            x={x + wide / 2}
            y={y + (tall - lines.length * 20) / 2 + 15}
            text-anchor="middle"
            font-size="14"
            fill={ink}
          >
            {lines.map((words, place) => (
              <tspan key={words} x={x + wide / 2} dy={place === 0 ? 0 : 20}>
                {words}
              </tspan>
            ))}
          </text>
        </g>
      ))}
      {labels.map(({ x, y, text }) => (
        <g key={`${x} ${y}`}>
          <rect
            x={x - text.length * 6.5 - 4}
            y={y - 13}
            width={text.length * 13 + 8}
            height="18"
            fill={ground}
          />
          <text x={x} y={y} text-anchor="middle" font-size="12" fill={ink}>
            {text}
          </text>
        </g>
      ))}
    </svg>
  )
}

const describe = (nodes: readonly OrganisationNode[]) =>
  `${nodes.map(({ name, note }) => (note ? `${name}（${note}）` : name)).join('、')}の関係です。同じことを表でも示しています。`

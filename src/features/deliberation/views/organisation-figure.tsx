import { NoValue } from '#src/ui/parts.tsx'
import type { AnswersFor } from '../core/answers-for.ts'
import type { OrganisationNode } from '../core/organisation.ts'
import {
  detailHeight,
  detailSize,
  drawNarrow,
  drawWide,
  fontSize,
  lineHeight,
  type OrganisationBox,
  type OrganisationDrawing,
  padding,
} from '../core/organisation-drawing.ts'

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
      <figure class="sb-figure sb-landscape">
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
          <table class="dads-table dads-table--cards">
            <caption>{title}</caption>
            <thead>
              <tr>
                <th scope="col">名前</th>
                <th scope="col">上にあるもの</th>
                <th scope="col">間でやりとりすること</th>
                <th scope="col">人数など</th>
                <th scope="col">受け持つ政策（主な担当の部）と組織</th>
              </tr>
            </thead>
            <tbody>
              {nodes.map(({ id, name, parentIds, relation, note, isBody, answersFor }) => (
                <tr key={id}>
                  <th scope="row">{isBody ? <a href={addressOf(id)}>{name}</a> : name}</th>
                  <td data-label="上にあるもの">
                    {parentIds.map(nameOf).join('、') || <NoValue words="なし" />}
                  </td>
                  <td data-label="やりとり">{relation || <NoValue words="なし" />}</td>
                  <td data-label="人数など">{note || <NoValue words="なし" />}</td>
                  <td data-label="受け持ち">
                    <Answers answersFor={answersFor} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </div>
    </>
  )
}

function Answers({ answersFor }: { answersFor: AnswersFor | undefined }) {
  if (answersWords(answersFor).length === 0) return <NoValue words="なし" />
  return (
    <ul class="sb-list">
      {answersFor?.policies.map(({ words, departments }) => (
        <li key={words}>
          {words}
          {departments.length > 0 && `（${departments.join('、')}）`}
        </li>
      ))}
      {answersFor?.units.map((unit) => (
        <li key={unit}>{unit}</li>
      ))}
    </ul>
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
      {boxes.map((one) => (
        <Box key={one.node.id} box={one} />
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

function Box({ box: { node, x, y, width, height, lines, details } }: { box: OrganisationBox }) {
  const isHead = node.depth === 0
  const spare = height - 2 * padding - lines.length * lineHeight
  const top = y + padding + (details.length > 0 ? 0 : spare / 2)
  const ruleAt = top + lines.length * lineHeight + padding / 2
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx="4"
        fill={ground}
        stroke={isHead ? accent : ink}
        stroke-width={isHead ? 2.5 : 1.5}
      />
      <text x={x + width / 2} y={top + 15} text-anchor="middle" font-size={fontSize} fill={ink}>
        {lines.map((words, place) => (
          <tspan key={words} x={x + width / 2} dy={place === 0 ? 0 : lineHeight}>
            {words}
          </tspan>
        ))}
      </text>
      {details.length > 0 && (
        <>
          <path d={`M${x + padding} ${ruleAt}H${x + width - padding}`} stroke={line} />
          <text x={x + padding} y={ruleAt + padding / 2 + 13} font-size={detailSize} fill={ink}>
            {details.map((words, place) => (
              <tspan key={place} x={x + padding} dy={place === 0 ? 0 : detailHeight}>
                {words}
              </tspan>
            ))}
          </text>
        </>
      )}
    </g>
  )
}

function describe(nodes: readonly OrganisationNode[]): string {
  const words = nodes.map(({ name, note, answersFor }) => {
    const fields = answersWords(answersFor)
    const remarks = [note, fields.length > 0 ? `受け持ちは${fields.join('、')}` : ''].filter(Boolean)
    return remarks.length > 0 ? `${name}（${remarks.join('、')}）` : name
  })
  return `${words.join('、')}の関係です。同じことを表でも示しています。`
}

/** The policies and units in words, without who leads them. */
const answersWords = (answersFor: AnswersFor | undefined): string[] =>
  answersFor ? [...answersFor.policies.map(({ words }) => words), ...answersFor.units] : []

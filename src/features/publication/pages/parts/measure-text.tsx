import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { EvidenceLine } from './evidence-threads.tsx'
import { ParagraphVoices, type ParagraphVoicesOf } from './paragraph-voices.tsx'
import type { MeasureProps } from './public-page.tsx'
import { Line, Prose } from './words.tsx'

type TextProps = MeasureProps & { voices: ParagraphVoicesOf }

/** 現状と課題. Paragraphs carry their permanent ids: comments and printed codes point to them. */
export function Situation({ shown, measure, voices }: TextProps) {
  const { situation, issues } = measure
  return (
    <div class="l-flow">
      {situation.map(({ id, text }, position) => (
        <div key={id} class="sb-para" id={id}>
          <Line shown={shown} text={text} />
          <ParagraphLink id={id} number={position + 1} />
          <ParagraphVoices voices={voices} id={id} />
        </div>
      ))}
      {issues.length > 0 && <h3>課題</h3>}
      {issues.length > 0 && (
        <ol class="sb-thread">
          {issues.map(({ id, text }, position) => (
            <li key={id} id={id}>
              <span class="sb-thread__node" aria-hidden="true">
                {position + 1}
              </span>
              <div class="sb-thread__body">
                <p class="sb-thread__title">
                  <Line shown={shown} text={text} />
                </p>
                <EvidenceLine shown={shown} from={id} />
                <ParagraphVoices voices={voices} id={id} />
              </div>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

/** 施策の方向, with the issues each answers. Paragraphs count on from those of the situation. */
export function Directions({ shown, measure, voices }: TextProps) {
  const { directions, issues, situation } = measure
  const numbers = new Map(issues.map(({ id }, position) => [id, position + 1]))
  return (
    <div class="l-flow">
      {directions.map(({ id, heading, text, addresses }, position) => (
        <>
          {heading && (
            <h3>
              （{position + 1}）{heading}
            </h3>
          )}
          <div class="sb-para" id={id}>
            <Line shown={shown} text={text} />{' '}
            <Answers numbers={addresses.flatMap((issue) => numbers.get(issue) ?? [])} />
            <ParagraphLink id={id} number={situation.length + position + 1} />
            <EvidenceLine shown={shown} from={id} />
            <ParagraphVoices voices={voices} id={id} />
          </div>
        </>
      ))}
    </div>
  )
}

const Answers = ({ numbers }: { numbers: readonly number[] }) =>
  numbers.length > 0 ? <span class="sb-sub nowrap">課題{numbers.join('・')}に対応</span> : null

const ParagraphLink = ({ id, number }: { id: string; number: number }) => (
  <a class="sb-para__id" href={`#${id}`}>
    第{number}段落
  </a>
)

/** Who does what: 自助・共助・公助, or as the city divides it. */
export function Roles({ shown, measure }: MeasureProps) {
  return (
    <div class="sb-roles">
      {shown.plan.roleSet.map(({ key, label, who }) => (
        <div key={key}>
          <h3>
            {label}
            {who && <span class="sb-roles__who">{who}</span>}
          </h3>
          <RoleText shown={shown} text={measure.roles[key]} />
        </div>
      ))}
    </div>
  )
}

function RoleText({ shown, text }: { shown: PublicPlan; text: string | undefined }) {
  return text ? <Prose shown={shown} text={text} /> : <p class="sb-sub">定めていません。</p>
}

import type { PlanDocument } from '#src/formats/plan-document.ts'
import { Badge, NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import { evidenceLevelLabels, triggerKindLabels } from '../core/labels.ts'
import {
  evidenceView,
  goalView,
  ownerView,
  principleView,
  triggerView,
  type ViewMeasure,
} from '../core/plan-views.ts'

/** `hrefOf` leads to the page of a measure: the public one, or the editor. */
type ViewProps = { plan: PlanDocument; hrefOf: (itemId: string) => string }

const MeasureLink = ({ measure, number, hrefOf }: ViewMeasure & Pick<ViewProps, 'hrefOf'>) => (
  <a href={hrefOf(measure.id)}>
    {number} {measure.title}
  </a>
)

/** 原則から見る: who serves which principle of the planning policy. */
export function PrincipleView({ plan, hrefOf }: ViewProps) {
  return (
    <>
      {principleView(plan).map(({ key, label, rows }) => (
        <section key={key} aria-labelledby={`principle-${key}`}>
          <h3 id={`principle-${key}`}>
            {label}（{rows.length}）
          </h3>
          {rows.length === 0 ? (
            <p>この原則に当てはまる{plan.labels.measure}は、まだありません。</p>
          ) : (
            <ul class="sb-list">
              {rows.map(({ measure, number, text }) => (
                <li key={measure.id}>
                  <MeasureLink measure={measure} number={number} hrefOf={hrefOf} />
                  {text && `：${text}`}
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  )
}

/** SDGsから見る: all seventeen goals, those without a measure too. */
export function GoalView({ plan, hrefOf }: ViewProps) {
  return (
    <ScrollFrame label="SDGsと施策">
      <table class="dads-table dads-table--dense">
        <caption class="vh">SDGsのゴールと{plan.labels.measure}</caption>
        <thead>
          <tr>
            <th scope="col">ゴール</th>
            <th scope="col" class="is-num">
              数
            </th>
            <th scope="col">{plan.labels.measure}</th>
          </tr>
        </thead>
        <tbody>
          {goalView(plan).map(({ goal, name, rows }) => (
            <tr key={goal}>
              <th scope="row">
                {goal} {name}
              </th>
              <td class="is-num">{rows.length}</td>
              <td>
                {rows.length === 0 ? (
                  <NoValue words="結び付く施策はありません" />
                ) : (
                  <ul>
                    {rows.map(({ measure, number, isPrimary }) => (
                      <li key={measure.id}>
                        <MeasureLink measure={measure} number={number} hrefOf={hrefOf} />
                        {isPrimary && (
                          <>
                            {' '}
                            <Badge tone="quiet">主な目標</Badge>
                          </>
                        )}
                      </li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

/** 担当課から見る: how much each unit carries. */
export function OwnerView({ plan }: Pick<ViewProps, 'plan'>) {
  const { labels } = plan
  const heads = [labels.measure, '関係する項目', labels.program, '指標', labels.project]
  return (
    <ScrollFrame label="担当課の受け持ち">
      <table class="dads-table dads-table--dense">
        <caption class="vh">担当課の受け持ち</caption>
        <thead>
          <tr>
            <th scope="col">担当課</th>
            {heads.map((head) => (
              <th key={head} scope="col" class="is-num">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ownerView(plan).map(({ name, measures, supported, programs, indicators, projects }) => (
            <tr key={name ?? ''}>
              <th scope="row">{name ?? '（担当課が決まっていない）'}</th>
              {[measures, supported, programs, indicators, projects].map((count, place) => (
                <td key={heads[place]} class="is-num">
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

/** 根拠から見る: what rests on nothing yet, and how strong the rest is. */
export function EvidenceView({ plan, hrefOf }: ViewProps) {
  return (
    <ScrollFrame label="根拠のある課題">
      <table class="dads-table dads-table--dense">
        <caption class="vh">{plan.labels.measure}ごとの根拠</caption>
        <thead>
          <tr>
            <th scope="col">{plan.labels.measure}</th>
            <th scope="col" class="is-num">
              根拠のある課題
            </th>
            <th scope="col" class="is-num">
              根拠
            </th>
            <th scope="col">最も強い根拠</th>
          </tr>
        </thead>
        <tbody>
          {evidenceView(plan).map(({ measure, number, issues, supported, links, contradicting, best }) => (
            <tr key={measure.id}>
              <th scope="row">
                <MeasureLink measure={measure} number={number} hrefOf={hrefOf} />
              </th>
              <td class="is-num">
                {supported}／{issues}
              </td>
              <td class="is-num">
                {links}
                {contradicting > 0 && `（うち反するもの${contradicting}）`}
              </td>
              <td>{best === undefined ? <NoValue words="まだありません" /> : evidenceLevelLabels[best]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

/** 見直しの条件: what would make the city revise a measure before its time. */
export function TriggerView({ plan, hrefOf }: ViewProps) {
  const rows = triggerView(plan)
  if (rows.length === 0) return <p>見直しの条件を決めた{plan.labels.measure}は、まだありません。</p>
  return (
    <ScrollFrame label="見直しの条件">
      <table class="dads-table dads-table--dense">
        <caption class="vh">見直しの条件</caption>
        <thead>
          <tr>
            <th scope="col">種類</th>
            <th scope="col">条件</th>
            <th scope="col">{plan.labels.measure}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ measure, number, trigger, indicator }) => (
            <tr key={trigger.id}>
              <td class="is-nowrap">{triggerKindLabels[trigger.kind]}</td>
              <td>
                {trigger.text}
                {indicator &&
                  `（指標「${indicator.name}」${trigger.threshold === undefined ? '' : `：${trigger.threshold}${indicator.unit}`}）`}
              </td>
              <td>
                <MeasureLink measure={measure} number={number} hrefOf={hrefOf} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

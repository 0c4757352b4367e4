import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import type { BasicConcept } from '#src/formats/plan-document.ts'
import { page } from '#src/platform/page.ts'
import { designStatusLabels } from '../core/labels.ts'
import { Chapter, type ChapterPart } from './parts/chapter.tsx'
import { ChartKey, IndicatorRow } from './parts/indicator-row.tsx'
import { IndicatorsTable } from './parts/indicator-tables.tsx'
import { homeCrumb, planCrumb, publicScreen, withPublicPlan } from './parts/public-page.tsx'
import { Line, Prose, Title } from './parts/words.tsx'

/** 基本構想: vision, principles, overall goals, chapters, land use. */
export const conceptPage = page('/plan/concept', {
  audience: 'public',
  show: (context) =>
    withPublicPlan(context, (shown) =>
      publicScreen(shown, {
        title: '基本構想',
        crumbs: [homeCrumb, planCrumb],
        body: <Concept shown={shown} />,
      }),
    ),
})

type ShownProps = { shown: PublicPlan }

function Concept({ shown }: ShownProps) {
  const { plan } = shown
  const { vision } = plan.concept
  return (
    <>
      <h1>基本構想</h1>
      <Chapter
        opening={{
          id: vision.id,
          title: plan.labels.vision,
          body: (
            <>
              <p class="sb-vision">
                <span aria-hidden="true">{plan.labels.vision}</span>
                <Title text={vision.title} />
              </p>
              <div class="l-flow l-gap">
                <Prose shown={shown} text={vision.text} />
              </div>
            </>
          ),
        }}
        parts={conceptParts(shown)}
      />
    </>
  )
}

function conceptParts(shown: PublicPlan): ChapterPart[] {
  const { concept } = shown.plan
  const goals = shown.indicators.get(concept.vision.id) ?? []
  const parts: (ChapterPart | false | null)[] = [
    concept.principles.length > 0 && {
      id: 'principles',
      title: '基本理念',
      body: <Principles shown={shown} />,
    },
    ...concept.chapters.map(({ heading, text }, position) => ({
      id: `chapter-${position + 1}`,
      title: heading,
      body: (
        <div class="l-flow">
          <Prose shown={shown} text={text} />
        </div>
      ),
    })),
    goals.length > 0 && {
      id: 'goals',
      title: '総括的な目標',
      aside: <ChartKey />,
      body: (
        <>
          {goals.map((indicator) => (
            <IndicatorRow key={indicator.id} shown={shown} indicator={indicator} />
          ))}
          <IndicatorsTable indicators={goals} caption="総括的な目標の実績と目標" />
        </>
      ),
    },
    concept.grandDesign && {
      id: concept.grandDesign.id,
      title: 'まちづくりのデザイン（土地利用構想）',
      body: <LandUse shown={shown} design={concept.grandDesign} />,
    },
  ]
  return parts.filter((part) => part !== false && part !== null)
}

function Principles({ shown }: ShownProps) {
  return (
    <dl class="dads-description-list">
      {shown.plan.concept.principles.map(({ id, title, text }) => (
        <div key={id} id={id}>
          <dt>{title}</dt>
          <dd>
            <Line shown={shown} text={text} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

type Design = NonNullable<BasicConcept['grandDesign']>

/** The land-use concept as a table; the map is a picture of the same rows. */
function LandUse({ shown, design }: ShownProps & { design: Design }) {
  const rows = [
    ...design.zones.map((feature) => ({ feature, form: 'ゾーン' })),
    ...design.axes.map((feature) => ({ feature, form: '軸' })),
    ...design.hubs.map((feature) => ({ feature, form: '拠点' })),
  ]
  return (
    <>
      <div class="l-flow">
        <Prose shown={shown} text={design.text} />
      </div>
      {rows.length > 0 && (
        <table class="dads-table dads-table--cards l-gap">
          <caption>ゾーン・軸・拠点</caption>
          <thead>
            <tr>
              <th scope="col">名称</th>
              <th scope="col">区分</th>
              <th scope="col">段階</th>
              <th scope="col">内容</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ feature: { id, name, kind, status, text }, form }) => (
              <tr key={id} id={id}>
                <th scope="row">
                  <b>{name}</b>
                </th>
                <td data-label="区分">
                  <span>
                    {form}
                    {kind && kind !== form && <span class="sb-sub">（{kind}）</span>}
                  </span>
                </td>
                <td data-label="段階" class="is-nowrap">
                  <span>{designStatusLabels[status]}</span>
                </td>
                <td data-label="内容">
                  <span>
                    <Line shown={shown} text={text} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

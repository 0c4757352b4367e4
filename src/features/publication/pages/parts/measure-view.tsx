import type { Measure, Program } from '#src/formats/plan-item.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { Badge, NumberMark, toneOf } from '#src/ui/parts.tsx'
import type { ThreadEntry } from '../../core/thread.ts'
import { Chapter, type ChapterPart } from './chapter.tsx'
import { EvidenceThreads, hasThread } from './evidence-threads.tsx'
import { HeardVoices, heardEntriesOf } from './heard-voices.tsx'
import { ChartKey, IndicatorRow } from './indicator-row.tsx'
import { IndicatorsTable } from './indicator-tables.tsx'
import { Principles, RelatedPlans, Tags } from './measure-links.tsx'
import { Directions, Roles, Situation } from './measure-text.tsx'
import { ReadOn } from './onward.tsx'
import type { ParagraphVoicesOf } from './paragraph-voices.tsx'
import { Programs } from './programs.tsx'
import { fieldOf, type MeasureProps, unitName } from './public-page.tsx'
import { Line, Prose } from './words.tsx'

type WholeProps = MeasureProps & { threads?: readonly ThreadEntry[] | undefined; voices?: ParagraphVoicesOf }

/**
 * One measure (施策), whole: what it aims at, why, how, how it is measured, who does what, on what it rests. What was heard
 * about it is told on the page of today only (`threads`, and `voices` by paragraph).
 */
export function MeasureView({ shown, measure, threads, voices }: WholeProps) {
  const { labels } = shown.plan
  const field = fieldOf(shown, measure.id)
  const goal = measure.desiredState && {
    id: 'goal',
    title: 'めざす姿',
    body: (
      <>
        <p class="sb-sub" aria-hidden="true">
          めざす姿
        </p>
        <p class={`sb-goal ${toneOf(field?.number ?? '')}`}>
          <Line shown={shown} text={measure.desiredState} />
        </p>
        <PriorityReason shown={shown} measure={measure} />
      </>
    ),
  }
  return (
    <>
      <p class="sb-kicker">
        {field && (
          <a class="plain" href={`/plan/items/${field.item.id}`}>
            <NumberMark number={field.number}>{field.item.title}</NumberMark>
          </a>
        )}
        <span>
          {labels.measure} {shown.numbers.get(measure.id)}
        </span>
        {measure.priority.flagged && <Badge tone="info">重点{labels.measure}</Badge>}
      </p>
      <h1>{measure.title}</h1>
      <Facts shown={shown} measure={measure} />
      <Chapter
        opening={goal || undefined}
        parts={[
          ...textParts({ shown, measure, voices }),
          ...(threads ? threadParts(measure, threads) : []),
          ...linkParts({ shown, measure, threads }),
        ]}
      />
      <ReadOn shown={shown} measure={measure} />
    </>
  )
}

function Facts({ shown, measure }: MeasureProps) {
  const { plan, publishedOn } = shown
  return (
    <dl class="sb-facts l-gap">
      <div>
        <dt>主管課</dt>
        <dd>{unitName(shown, measure.lead)}</dd>
      </div>
      <div>
        <dt>関係課</dt>
        <dd>{measure.support.map((id) => unitName(shown, id)).join('、') || 'なし'}</dd>
      </div>
      <div>
        <dt>対象の地区</dt>
        <dd>{measure.districts.join('、') || '市の全域'}</dd>
      </div>
      <div>
        <dt>版</dt>
        <dd>
          {plan.version.label} <span class="sb-sub nowrap">{eraDay(publishedOn)}公表</span>
        </dd>
      </div>
    </dl>
  )
}

function PriorityReason({ shown, measure }: MeasureProps) {
  const { flagged, reason, decidedOn } = measure.priority
  if (!flagged || !reason) return null
  return (
    <p class="sb-sub l-gap">
      重点{shown.plan.labels.measure}とする理由：{reason}
      {decidedOn && `（${eraDay(decidedOn)}決定）`}
    </p>
  )
}

const some = (parts: (ChapterPart | false)[]) => parts.filter((part) => part !== false)

/** What the measure says and how it is measured, in a fixed order; empty parts are left out. */
function textParts({ shown, measure, voices }: WholeProps): ChapterPart[] {
  const { labels } = shown.plan
  const own = shown.indicators.get(measure.id) ?? []
  const programs = (shown.children.get(measure.id) ?? []).filter(
    (item): item is Program => item.kind === 'program',
  )
  const props = { shown, measure }
  return some([
    measure.situation.length + measure.issues.length > 0 && {
      id: 'situation',
      title: '現状と課題',
      body: <Situation {...props} voices={voices} />,
    },
    measure.directions.length > 0 && {
      id: 'directions',
      title: `${labels.measure}の方向`,
      body: <Directions {...props} voices={voices} />,
    },
    own.length > 0 && {
      id: 'indicators',
      title: '成果指標',
      aside: <ChartKey />,
      body: (
        <>
          {own.map((indicator) => (
            <IndicatorRow key={indicator.id} shown={shown} indicator={indicator} />
          ))}
          <IndicatorsTable indicators={own} caption="成果指標の実績と目標" />
        </>
      ),
    },
    programs.length > 0 && {
      id: 'programs',
      title: labels.program,
      body: <Programs shown={shown} programs={programs} />,
    },
    Object.values(measure.roles).some(Boolean) && {
      id: 'roles',
      title: 'それぞれの役割',
      body: <Roles {...props} />,
    },
  ])
}

/** What was heard about it, and the way to everything it rests on. */
function threadParts({ id }: Measure, threads: readonly ThreadEntry[]): ChapterPart[] {
  const heard = heardEntriesOf(threads)
  const all = `/plan/items/${id}/thread`
  return some([
    heard.length > 0 && {
      id: 'heard',
      title: '寄せられた声',
      aside: <a href={all}>声と根拠を、その先までたどる</a>,
      body: <HeardVoices heard={heard} />,
    },
    heard.length === 0 &&
      threads.length > 0 && {
        id: 'thread',
        title: '根拠と、その先',
        body: (
          <p>
            <a href={all}>この施策のもとになった{threads.length}件を、その先までたどる</a>
          </p>
        ),
      },
  ])
}

/** What the measure rests on and what it is tied to. */
function linkParts({ shown, measure, threads }: WholeProps): ChapterPart[] {
  const { sdgs, society50, relatedPlanLinks, reviewTriggers, alternatives, easyText } = measure
  const props = { shown, measure }
  const frameworks = [sdgs.length > 0 && 'SDGs', society50.length > 0 && 'Society 5.0'].filter(Boolean)
  return some([
    hasThread(shown, measure) && {
      id: 'evidence',
      title: '根拠のたどり方',
      aside: <span class="sb-sub">根拠から指標まで、どちらからでもたどれます。</span>,
      body: <EvidenceThreads {...props} threads={threads} />,
    },
    frameworks.length > 0 && {
      id: 'frameworks',
      title: `${frameworks.join('・')}とのつながり`,
      body: <Tags measure={measure} />,
    },
    Object.values(measure.principles).some(({ applies }) => applies) && {
      id: 'principles',
      title: '計画づくりの考え方とのつながり',
      body: <Principles {...props} />,
    },
    relatedPlanLinks.length > 0 && {
      id: 'plans',
      title: '関連する計画',
      body: <RelatedPlans {...props} />,
    },
    alternatives !== '' && {
      id: 'alternatives',
      title: '比べたほかの方法',
      body: (
        <div class="l-flow">
          <Prose shown={shown} text={alternatives} />
        </div>
      ),
    },
    reviewTriggers.length > 0 && {
      id: 'triggers',
      title: '見直しの条件',
      body: (
        <>
          <p class="sb-sub">次のようなときは、計画の途中でもこの{shown.plan.labels.measure}を見直します。</p>
          <ul class="sb-list">
            {reviewTriggers.map(({ id, text }) => (
              <li key={id} id={id}>
                {text}
              </li>
            ))}
          </ul>
        </>
      ),
    },
    easyText !== '' && {
      id: 'easy',
      title: 'やさしい日本語',
      body: (
        <div class="l-flow">
          <Prose shown={shown} text={easyText} />
        </div>
      ),
    },
  ])
}

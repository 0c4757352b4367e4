import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { eraDay, fiscalYearDual } from '#src/lib/japanese/fiscal-year.ts'
import { page } from '#src/platform/page.ts'
import { Chapter } from './parts/chapter.tsx'
import { MeasureRows } from './parts/measure-rows.tsx'
import { homeCrumb, publicScreen, withPublicPlan } from './parts/public-page.tsx'
import { SearchForm } from './parts/search-form.tsx'
import { Line, Title } from './parts/words.tsx'

/** 計画を読む: the whole tree. */
export const planPage = page('/plan', {
  audience: 'public',
  show: (context) =>
    withPublicPlan(context, (shown) =>
      publicScreen(shown, { title: '計画を読む', crumbs: [homeCrumb], body: <Tree shown={shown} /> }),
    ),
})

function Tree({ shown }: { shown: PublicPlan }) {
  const { plan, tree, numbers } = shown
  const { vision } = plan.concept
  return (
    <>
      <h1>計画を読む</h1>
      <SearchForm query="" />
      <Facts shown={shown} />
      <p>
        <a class="sb-arrow" href="/plan/views">
          原則・SDGs・根拠などの別の見方で読む
        </a>
      </p>
      <Chapter
        opening={{
          id: vision.id,
          title: '基本構想',
          body: (
            <>
              <p class="sb-vision">
                <span>{plan.labels.vision}</span>
                <Title text={vision.title} />
              </p>
              <p class="l-gap">
                <a class="sb-arrow" href="/plan/concept">
                  基本構想を読む
                </a>
              </p>
            </>
          ),
        }}
        parts={tree.map(({ item, children }) => ({
          id: item.id,
          title: `${numbers.get(item.id)}　${item.title}`,
          aside: (
            <a class="sb-arrow" href={`/plan/items/${item.id}`}>
              <span class="vh">{item.title}：</span>
              この{plan.labels.policy}のページ
            </a>
          ),
          body: (
            <>
              {item.kind === 'policy' && item.desiredState && (
                <p class="l-gap-after l-measure">
                  <Line shown={shown} text={item.desiredState} />
                </p>
              )}
              <MeasureRows shown={shown} items={children.map((child) => child.item)} />
            </>
          ),
        }))}
      />
    </>
  )
}

/** Which plan, which years, which version. */
function Facts({ shown }: { shown: PublicPlan }) {
  const { plan, publishedOn } = shown
  const [first, last] = plan.period.fiscalYears
  const { frozenOn, label } = plan.version
  return (
    <dl class="sb-facts l-gap">
      <div>
        <dt>計画</dt>
        <dd>
          <Title text={plan.title} />
        </dd>
      </div>
      <div>
        <dt>期間</dt>
        <dd>
          <span class="nowrap">{fiscalYearDual(first)}〜</span>
          <wbr />
          <span class="nowrap">{fiscalYearDual(last)}</span>
        </dd>
      </div>
      <div>
        <dt>版</dt>
        <dd>
          {label} {frozenOn && <span class="sb-sub nowrap">{eraDay(frozenOn)}作成</span>}{' '}
          <a href="/plan/versions">これまでの版と変更</a>
        </dd>
      </div>
      <div>
        <dt>公表</dt>
        <dd>{eraDay(publishedOn)}</dd>
      </div>
    </dl>
  )
}

import type { VNode } from 'preact'
import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { page } from '#src/platform/page.ts'
import { NumberMark, Section, toneOf } from '#src/ui/parts.tsx'
import { getHomeNow, type HomeNow } from '../store/queries/home.ts'
import { ComingList, NewsList, OpenCall, Route } from './parts/home-now.tsx'
import { ChartKey, HeadlineNumber } from './parts/indicator-row.tsx'
import { periodWords, publicScreen, versionWords, withPublicPlan } from './parts/public-page.tsx'
import { Line, Title } from './parts/words.tsx'

/** 総合計画: what the plan is, at a glance, where its making stands, and how to take part. */
export const homePage = page('/', {
  audience: 'public',
  async show(context) {
    const now = await getHomeNow(context)
    const making = <Making now={now} />
    return withPublicPlan(
      context,
      (shown) =>
        publicScreen(shown, {
          title: shown.plan.title,
          body: <Home shown={shown} now={now} making={making} />,
        }),
      { meanwhile: making },
    )
  },
})

type ShownProps = { shown: PublicPlan }
type HomeProps = ShownProps & { now: HomeNow; making: VNode }

function Home({ shown, now, making }: HomeProps) {
  const { plan } = shown
  return (
    <>
      <div class="l-cols l-cols--lead">
        <div class="l-flow">
          <h1>
            <Title text={plan.title} />
          </h1>
          <p class="sb-lead">
            {plan.municipalityName}が{periodWords(shown)}
            に、何をめざし、何をするかを定めた計画です。どこまで進んだかも、ここで確かめられます。
          </p>
          {now.call && (
            <p>
              <a class="sb-arrow" href="/plan">
                {versionWords(shown)}を読む
              </a>
            </p>
          )}
        </div>
        {now.call ? <OpenCall call={now.call} today={now.today} /> : <CurrentVersion shown={shown} />}
      </div>
      {making}
      <Glance shown={shown} />
      <Numbers shown={shown} />
      <NewsList news={now.news} />
      <HowToRead shown={shown} hasFrame={now.hasFrame} />
    </>
  )
}

/** Where the making of the plan stands and what residents can go to; also before there is a plan to read. */
function Making({ now }: { now: HomeNow }) {
  return (
    <>
      <Route steps={now.route} />
      <ComingList coming={now.coming} today={now.today} />
    </>
  )
}

function CurrentVersion({ shown }: ShownProps) {
  const { plan } = shown
  return (
    <div class="sb-now">
      <p class="sb-kicker">{versionWords(shown)}</p>
      {plan.version.publicNote && (
        <p>
          <Line shown={shown} text={plan.version.publicNote} />
        </p>
      )}
      <a class="dads-button dads-button--large" href="/plan">
        計画を読む
      </a>
      <p class="sb-sub">
        {plan.labels.policy}
        {shown.tree.length}、{plan.labels.measure}
        {shown.measures.length}、指標{plan.indicators.length}
      </p>
    </div>
  )
}

/** The vision and the fields with their measures. */
function Glance({ shown }: ShownProps) {
  const { plan, tree, numbers } = shown
  return (
    <Section
      id="glance"
      title="計画を一目で"
      aside={
        <a class="sb-arrow" href="/plan/concept">
          基本構想を読む
        </a>
      }
    >
      <p class="sb-vision">
        <span>{plan.labels.vision}</span>
        <Title text={plan.concept.vision.title} />
      </p>
      <div
        class={`l-cols sb-tiles l-cols--${[3, 5, 6, 9].includes(tree.length) && tree.length !== 5 ? 3 : 5}`}
      >
        {tree.map(({ item, children }) => (
          <div key={item.id} class={`sb-tile ${toneOf(numbers.get(item.id) ?? '')}`}>
            <h3 class="sb-tile__title">
              <a class="plain" href={`/plan/items/${item.id}`}>
                <NumberMark number={numbers.get(item.id) ?? ''}>{item.title}</NumberMark>
              </a>
            </h3>
            <ol>
              {children.map((child) => (
                <li key={child.item.id}>
                  <a href={`/plan/items/${child.item.id}`}>
                    <span>{numbers.get(child.item.id)}</span>
                    {child.item.title}
                  </a>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </Section>
  )
}

const mostHeadlines = 9

/** The numbers the city chose to show first. */
function Numbers({ shown }: ShownProps) {
  const { indicators } = shown.plan
  const headlines = indicators.filter(({ isHeadline }) => isHeadline).slice(0, mostHeadlines)
  if (headlines.length === 0) return null
  return (
    <Section
      id="numbers"
      title="数字で見る"
      aside={
        <a class="sb-arrow" href="/indicators">
          {indicators.length}の指標を見る
        </a>
      }
    >
      <p class="l-gap-after">
        <ChartKey />
      </p>
      <div class="l-cols l-cols--3">
        {headlines.map((indicator) => (
          <HeadlineNumber key={indicator.id} shown={shown} indicator={indicator} withField />
        ))}
      </div>
    </Section>
  )
}

/**
 * How to read on, in the order of the question a reader has.
 *
 * `hasFrame`: the plan rests on an adopted number of residents, which has a page of its own.
 */
function HowToRead({ shown, hasFrame }: ShownProps & { hasFrame: boolean }) {
  const { labels } = shown.plan
  const ways = [
    [
      '何をめざすか',
      '/plan/concept',
      '基本構想',
      `${labels.vision}と基本理念、総括的な目標、土地利用の考え方です。`,
    ],
    [
      '何をするか',
      '/plan',
      `${labels.policy}と${labels.measure}`,
      `${labels.measure}ごとに1ページです。現状と課題、方向、役割、根拠を載せています。`,
    ],
    [
      'どこまで進んだか',
      '/indicators',
      '指標',
      '指標ごとに、図と表、数え方、判定の基準、データ（CSV）があります。',
    ],
    ...(hasFrame
      ? [
          [
            '何人のまちか',
            '/population',
            '計画人口',
            '計画が前提とする人口と、その理由、年齢別の見通しです。',
          ],
        ]
      : []),
  ] as const
  return (
    <Section id="reading" title="計画の読み方">
      <ul class="sb-rows sb-rows--2">
        {ways.map(([question, href, label, words]) => (
          <li key={href}>
            <p class="sb-rows__when">{question}</p>
            <div>
              <p class="sb-rows__title">
                <a href={href}>{label}</a>
              </p>
              <p class="sb-sub">{words}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

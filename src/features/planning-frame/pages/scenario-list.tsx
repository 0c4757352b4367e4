import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { AboutScreen, Badge, EmptyState, NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { courseSeries } from '../core/course-series.ts'
import { type OverviewRow, overviewOf, overviewYears } from '../core/overview.ts'
import { permissions } from '../core/permissions.ts'
import { originLabels, type PlanningFrame, type ResidentCount } from '../core/scenario.ts'
import { findAdoptedFrame, listCounts, listScenarios } from '../store/queries.ts'
import { countsAddress, districtsAddress, newScenarioAddress, scenarioAddress } from './parts/addresses.ts'
import { whole } from './parts/age-tables.tsx'
import { ComparisonForm } from './parts/comparison-form.tsx'
import { CourseFigure } from './parts/figures.tsx'
import { FrameBox } from './parts/frame-box.tsx'

/** 計画フレーム: all scenarios beside one another, and the one the plan rests on. */
export const scenarioListPage = page('/staff/frame', {
  audience: 'staff',
  async show(context): Promise<Screen> {
    const scenarios = await listScenarios(context)
    const [frame, counts] = [await findAdoptedFrame(context), await listCounts(context)]
    const overview = overviewOf(scenarios)
    return {
      title: '計画フレーム',
      facts: [
        { label: '推計ケース', value: `${scenarios.length}件` },
        { label: '採用', value: frame ? frame.scenarioName : 'まだ決まっていません' },
      ],
      body: (
        <>
          <Head context={context} />
          {frame && <FrameBox frame={frame} />}
          {scenarios.length === 0 ? <NothingYet context={context} /> : null}
          {scenarios.length > 0 && <Overview {...{ overview, frame, counts }} />}
          <AboutScreen>
            <p>
              将来の人口を、仮定の違う「ケース」ごとに推計し、比べて、計画が前提とする人口（計画フレーム）を1つ選びます。
            </p>
            <p>採用した計画フレームは、理由と出典と一緒に、公開サイトの「計画人口」のページに出ます。</p>
          </AboutScreen>
        </>
      ),
    }
  },
})

function Head({ context }: { context: Context }) {
  return (
    <div class="sb-title">
      <h1>計画フレーム</h1>
      <div class="l-cluster">
        {mayDo(context.actor, permissions, 'edit-scenario') && (
          <a class="dads-button" href={newScenarioAddress}>
            ケースをつくる
          </a>
        )}
        <a href={countsAddress}>実績の人口</a>
        <a href={districtsAddress}>地区の人口</a>
      </div>
    </div>
  )
}

function NothingYet({ context }: { context: Context }) {
  return (
    <EmptyState title="まだ推計ケースがありません。">
      <p>
        {mayDo(context.actor, permissions, 'edit-scenario')
          ? '「ケースをつくる」から、国勢調査か社人研の推計をもとに、最初のケースをつくります。'
          : '企画（事務局）が推計ケースをつくると、ここに並びます。'}
      </p>
    </EmptyState>
  )
}

type OverviewProps = {
  overview: readonly OverviewRow[]
  frame: PlanningFrame | undefined
  counts: readonly ResidentCount[]
}

function Overview({ overview, frame, counts }: OverviewProps) {
  const courses = overview.flatMap(({ scenario, run }) =>
    run ? [{ name: scenario.name, result: run.result }] : [],
  )
  return (
    <>
      <Section id="scenarios" title="推計ケース">
        <OverviewTable overview={overview} frame={frame} />
      </Section>
      {courses.length > 0 && (
        <div class="l-gap">
          <CourseFigure
            id="o"
            series={courseSeries({ courses, counts, frame })}
            title="ケースごとの人口の見通し"
            table={<OverviewTable overview={overview} frame={frame} isTwin />}
            note={`実線は実績、破線は推計です。${courses.length > 6 ? '図には、はじめの6つのケースだけを描いています。' : ''}`}
          />
        </div>
      )}
      {courses.length > 1 && (
        <Section id="comparison" title="ケースをくらべる">
          <ComparisonForm overview={overview} />
        </Section>
      )}
    </>
  )
}

type TableProps = Pick<OverviewProps, 'overview' | 'frame'> & { isTwin?: boolean }

function OverviewTable({ overview, frame, isTwin }: TableProps) {
  const years = overviewYears(overview)
  const caption = isTwin ? '図の数値（人）' : 'ケースごとの総人口（人）'
  return (
    <ScrollFrame label={caption}>
      <table class="dads-table dads-table--wide">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">ケース</th>
            {years.map((year) => (
              <th key={year} scope="col" class="is-num">
                {year}年
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {overview.map((row) => (
            <OverviewLine
              key={row.scenario.id}
              {...{ row, years, isTwin }}
              isAdopted={row.scenario.id === frame?.scenarioId}
            />
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

type LineProps = {
  row: OverviewRow
  years: readonly number[]
  isAdopted: boolean
  isTwin: boolean | undefined
}

function OverviewLine({ row: { scenario, rows }, years, isAdopted, isTwin }: LineProps) {
  return (
    <tr class={isAdopted ? 'is-strong' : undefined}>
      <th scope="row">
        {isTwin ? scenario.name : <a href={scenarioAddress(scenario.id)}>{scenario.name}</a>}{' '}
        {isAdopted && <Badge tone="solid">採用</Badge>}
        {!isTwin && <span class="sb-sub nowrap"> {originLabels[scenario.origin]}</span>}
      </th>
      {years.map((year) => {
        const found = rows?.find((one) => one.year === year)
        return (
          <td key={year} class="is-num">
            {found ? whole(found.total) : <NoValue words={rows ? 'この年の値なし' : '推計できません'} />}
          </td>
        )
      })}
    </tr>
  )
}

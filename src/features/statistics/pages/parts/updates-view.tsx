import { plainNumber } from '#src/lib/text/number-format.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { AboutScreen, Badge, EmptyState, NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { permissions } from '../../core/permissions.ts'
import { shortTime } from '../../core/times.ts'
import type { AgedDataset, FigureUse, UpdateLine } from '../../core/updates.ts'
import {
  cityAddress,
  comparisonOf,
  datasetAddress,
  importAddress,
  seriesAddress,
  updatesAddress,
} from './addresses.ts'
import { StatisticsTabs } from './statistics-tabs.tsx'

type ViewProps = {
  actor: Context['actor']
  lines: readonly UpdateLine[]
  datasets: readonly AgedDataset[]
}

export function UpdatesView({ actor, lines, datasets }: ViewProps) {
  return (
    <>
      <div class="sb-title">
        <h1>更新できます</h1>
      </div>
      <StatisticsTabs actor={actor} current={updatesAddress} />
      <Section id="figures" title={`計画で使っている数（${lines.length}）`}>
        {lines.length > 0 ? (
          <Lines lines={lines} />
        ) : (
          <EmptyState title="計画で使っている統計の数は、どれもいちばん新しい値です。">
            <p>新しい版の統計を取り込んだときに、古い版の値を使っている統計値と根拠が、ここに並びます。</p>
          </EmptyState>
        )}
      </Section>
      <Section id="datasets" title={`新しいファイルが出ていそうな資料（${datasets.length}）`}>
        {datasets.length > 0 ? (
          <AgedDatasets datasets={datasets} mayImport={mayDo(actor, permissions, 'import-statistics')} />
        ) : (
          <p>どの資料も、いまの版がいちばん新しいころです。</p>
        )}
      </Section>
      <AboutScreen>
        <p>計画の数は、自分では変わりません。値を確かめて、「統計値」や「根拠」で直してください。</p>
        <p>資料は、公表の間隔から見当をつけたものです。公表している機関のページで確かめてください。</p>
      </AboutScreen>
    </>
  )
}

/** The page of the statistics where the figure stands. */
function sourceOf({ of, areaCode }: FigureUse): string {
  if (of.kind === 'item') return seriesAddress(areaCode, of.itemId)
  if (of.kind === 'quotient') return `${seriesAddress(areaCode, of.itemId)}?by=${of.byId}#divide`
  if (of.kind === 'compared') return `${cityAddress(areaCode)}#provision`
  return comparisonOf({ city: areaCode, group: of.groupId }, { item: of.comparedId })
}

function Lines({ lines }: { lines: readonly UpdateLine[] }) {
  return (
    <ScrollFrame label="計画で使っている数">
      <table class="dads-table sb-broad">
        <caption>計画の値と、いまの統計の値</caption>
        <thead>
          <tr>
            <th scope="col">計画の数</th>
            <th scope="col" class="is-num">
              計画の値
            </th>
            <th scope="col" class="is-num">
              いまの値
            </th>
            <th scope="col">わけ</th>
            <th scope="col">もとの統計</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ use, now, isCorrection }) => (
            <tr key={use.href + use.label}>
              <th scope="row">
                <a href={use.href}>{use.label}</a>
              </th>
              <td class="is-num">
                {use.value === undefined ? <NoValue words="文の中" /> : plainNumber(use.value)}
                <div class="sb-sub">{shortTime(use.time)}</div>
              </td>
              <td class="is-num">
                {plainNumber(now.value)}
                <div class="sb-sub">{shortTime(now.time)}</div>
              </td>
              <td>
                <Badge tone={isCorrection ? 'warn' : 'info'}>
                  {isCorrection ? '値が直された' : '新しい時点'}
                </Badge>
              </td>
              <td>
                <a href={sourceOf(use)}>
                  見る<span class="vh">：{use.label}</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

type AgedProps = { datasets: readonly AgedDataset[]; mayImport: boolean }

function AgedDatasets({ datasets, mayImport }: AgedProps) {
  return (
    <ul class="sb-list">
      {datasets.map(({ dataset: { id, title, url }, edition, words }) => (
        <li key={id}>
          <a href={datasetAddress(id)}>{title}</a>（いまの版：{edition}）。{words}
          <span class="l-cluster">
            {url && (
              <a href={url}>
                入手先<span class="vh">：{title}</span>
              </a>
            )}
            {mayImport && (
              <a href={`${importAddress}?dataset=${id}`}>
                新しいファイルを取り込む<span class="vh">：{title}</span>
              </a>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

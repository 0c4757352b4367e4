import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { page } from '#src/platform/page.ts'
import { AboutScreen, EmptyState, ScrollFrame } from '#src/ui/parts.tsx'
import type { Dataset } from '../core/dataset-form.ts'
import { permissions } from '../core/permissions.ts'
import { sourceKindLabels } from '../core/source-kinds.ts'
import { type ImportEntry, listDatasets, listImports } from '../store/queries.ts'
import { datasetAddress, datasetsAddress, importAddress } from './parts/addresses.ts'
import { StatisticsTabs } from './parts/statistics-tabs.tsx'

/** 資料: every data set with where it comes from and when it was last taken in. */
export const datasetsPage = page(datasetsAddress, {
  audience: 'staff',
  async show(context) {
    const datasets = await listDatasets(context)
    const imports = await listImports(context)
    return {
      title: '統計の資料',
      isInvented: false,
      body: <Datasets actor={context.actor} datasets={datasets} imports={imports} />,
    }
  },
})

type DatasetsProps = {
  actor: Context['actor']
  datasets: readonly Dataset[]
  imports: readonly ImportEntry[]
}

function Datasets({ actor, datasets, imports }: DatasetsProps) {
  const mayImport = mayDo(actor, permissions, 'import-statistics')
  return (
    <>
      <div class="sb-title">
        <h1>統計の資料</h1>
        {mayImport && (
          <a class="dads-button dads-button--secondary" href={importAddress}>
            ファイルを取り込む
          </a>
        )}
      </div>
      <StatisticsTabs actor={actor} current={datasetsAddress} />
      {datasets.length === 0 ? (
        <EmptyState title="まだ資料がありません。">
          <p>
            統計センターのSSDSE-Aや国勢調査のファイルを保存して、
            {mayImport ? <a href={importAddress}>取り込み</a> : '取り込み'}から始めます。
          </p>
        </EmptyState>
      ) : (
        <ScrollFrame label="資料の一覧">
          <table class="dads-table sb-broad l-gap">
            <caption>資料の一覧</caption>
            <thead>
              <tr>
                <th scope="col">資料</th>
                <th scope="col">公表している機関</th>
                <th scope="col">いまの版</th>
                <th scope="col" class="is-num">
                  取り込んだ回数
                </th>
                <th scope="col">最後に取り込んだ日</th>
              </tr>
            </thead>
            <tbody>
              {datasets.map((dataset) => (
                <DatasetLine
                  key={dataset.id}
                  dataset={dataset}
                  latest={imports.find(({ datasetId }) => datasetId === dataset.id)}
                />
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      )}
      <AboutScreen>
        <p>
          数字は、すべてファイルから取り込んだものです。画面が外に取りに行くことはありません。どの数字からも、どの資料のどの回の取り込みかをたどれます。
        </p>
        <p>国勢調査に基づく数と、住民基本台帳に基づく数は、1つの計算に混ぜません。</p>
      </AboutScreen>
    </>
  )
}

function DatasetLine({ dataset, latest }: { dataset: Dataset; latest: ImportEntry | undefined }) {
  const { id, title, kind, publisher, lastImport } = dataset
  return (
    <tr>
      <th scope="row">
        <a href={datasetAddress(id)}>{title}</a>
        <div class="sb-sub">{sourceKindLabels[kind]}</div>
      </th>
      <td>{publisher}</td>
      <td>{latest?.edition}</td>
      <td class="is-num">{groupedNumber(lastImport, 0)}</td>
      <td class="is-nowrap">{latest && eraDay(tokyoDay(new Date(latest.importedAt)))}</td>
    </tr>
  )
}

import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import { page } from '#src/platform/page.ts'
import { AboutScreen, Badge, NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { basisLabels } from '../core/basis.ts'
import type { Dataset } from '../core/dataset-form.ts'
import { sourceKindLabels } from '../core/source-kinds.ts'
import { shortTime } from '../core/times.ts'
import {
  coverageOf,
  getDataset,
  type ImportEntry,
  type KeptItem,
  listImports,
  listItems,
} from '../store/queries.ts'
import { datasetsAddress } from './parts/addresses.ts'

/** One data set: source, licence and credit, every import, and its items. */
export const datasetPage = page('/staff/statistics/datasets/:datasetId', {
  audience: 'staff',
  async show(context, { params }) {
    const { datasetId } = params
    const dataset = await getDataset(context, datasetId)
    const given = {
      dataset,
      imports: await listImports(context, datasetId),
      items: await listItems(context, datasetId),
      coverage: await coverageOf(context, datasetId),
    }
    return {
      title: dataset.title,
      crumbs: [{ label: '統計の資料', href: datasetsAddress }],
      isInvented: false,
      body: <DatasetView {...given} />,
    }
  },
})

type DatasetViewProps = {
  dataset: Dataset
  imports: readonly ImportEntry[]
  items: readonly KeptItem[]
  coverage: { areas: number; times: string[] }
}

function DatasetView({ dataset, imports, items, coverage }: DatasetViewProps) {
  const facts = [
    ['種類', sourceKindLabels[dataset.kind]],
    ['公表している機関', dataset.publisher],
    ['入手先', dataset.url && <a href={dataset.url}>{dataset.url}</a>],
    ['利用の条件', dataset.licence],
    ['出典の書き方', dataset.credit],
    ['地域', `${groupedNumber(coverage.areas, 0)}`],
    ['時点', coverage.times.map(shortTime).join('、')],
  ] as const
  return (
    <>
      <h1>{dataset.title}</h1>
      <dl class="dads-description-list l-gap">
        {facts.map(([label, words]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words || <NoValue words="未記入" />}</dd>
          </div>
        ))}
      </dl>
      <Section id="imports" title="取り込みの記録">
        <Imports imports={imports} />
      </Section>
      <Section id="items" title={`項目（${items.length}）`}>
        <Items items={items} />
      </Section>
      <AboutScreen>
        <p>取り込んだファイルの控え（SHA-256）は、もとのファイルと同じかを後から確かめるためのものです。</p>
      </AboutScreen>
    </>
  )
}

function Imports({ imports }: { imports: readonly ImportEntry[] }) {
  return (
    <ScrollFrame label="取り込みの記録">
      <table class="dads-table sb-broad">
        <caption>新しい順。値ごとに、どの回で入ったかを覚えています</caption>
        <thead>
          <tr>
            <th scope="col" class="is-num">
              回
            </th>
            <th scope="col">版・時点</th>
            <th scope="col">ファイル</th>
            <th scope="col" class="is-num">
              加えた値
            </th>
            <th scope="col" class="is-num">
              変えた値
            </th>
            <th scope="col">日</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((one) => (
            <tr key={one.number} id={`import-${one.number}`}>
              <td class="is-num">{one.number}</td>
              <th scope="row">{one.edition}</th>
              <td>
                {one.fileName}
                <div class="sb-sub">{one.recognised}</div>
                <div class="sb-sub">
                  控え <code>{one.sha256.slice(0, 12)}…</code>
                </div>
              </td>
              <td class="is-num">{groupedNumber(one.addedCount, 0)}</td>
              <td class="is-num">{groupedNumber(one.changedCount, 0)}</td>
              <td class="is-nowrap">{eraDay(tokyoDay(new Date(one.importedAt)))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

function Items({ items }: { items: readonly KeptItem[] }) {
  return (
    <ScrollFrame label="項目">
      <table class="dads-table dads-table--dense sb-broad">
        <caption>項目と、何に基づく数か</caption>
        <thead>
          <tr>
            <th scope="col">符号</th>
            <th scope="col">項目</th>
            <th scope="col">単位</th>
            <th scope="col">基づくもの</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, code, name, unit, basis }) => (
            <tr key={id}>
              <td>
                <code>{code}</code>
              </td>
              <th scope="row">{name}</th>
              <td>{unit || <NoValue words="単位なし" />}</td>
              <td>
                <Badge tone={basis === 'neutral' ? 'quiet' : basis === 'register' ? 'warn' : 'info'}>
                  {basisLabels[basis]}
                </Badge>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Context } from '#src/platform/context.ts'
import { cited } from '#src/platform/ids.ts'
import type { DatasetContent } from './core/dataset-form.ts'
import { packFile } from './core/plan-import.ts'
import { readSource } from './core/read-source.ts'
import type { ColumnMapping } from './core/readers/tidy.ts'
import { type SourceKind, sourceDefaults } from './core/source-kinds.ts'
import { declarePeerGroup, takeInFile } from './store/commands.ts'
import { findDatasetByTitle } from './store/queries.ts'

/** Extracts of published figures: 茨城県, the cities along the Tsukuba Express, and their neighbours. */
export async function sample(context: Context) {
  for (const year of [2020, 2022, 2024, 2026]) {
    await takeIn(context, { kind: 'ssdse-a', file: `ssdse-a-${year}.csv`, edition: `${year}年版（抜粋）` })
  }
  await takeIn(context, { kind: 'census-age', file: 'census-1980-2015.csv', edition: '1980〜2015年（抜粋）' })
  await takeIn(context, { kind: 'projection-age', file: 'ipss-2018.csv', edition: '平成30年推計（抜粋）' })
  await takeIn(context, { kind: 'tidy', file: 'register-2016-2020.csv', edition: '2016〜2020年（抜粋）' })
  for (const group of groups) await declarePeerGroup(context, group)
}

type Extract = { kind: keyof typeof sources; file: string; edition: string }

async function takeIn(context: Context, { kind, file, edition }: Extract) {
  const bytes = readFileSync(new URL(`./sample/${file}`, import.meta.url))
  const reading = readSource(bytes.toString('utf8'), kind, registerColumns)
  if ('findings' in reading) throw new Error(`${file}: ${reading.findings[0]?.problem}`)
  const content: DatasetContent = { kind, edition, ...sourceDefaults[kind], ...sources[kind] }
  await takeInFile(cited(context, file), {
    content,
    file: packFile(reading),
    fileName: file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    seen: (await findDatasetByTitle(context, content.title))?.lastImport ?? 0,
  })
}

/** Columns of the register extract, as a person would choose them. */
const registerColumns: ColumnMapping = {
  ...{ area: 0, name: 1, time: 2, sex: 3, age: 4, value: 5 },
  ...{ basis: 'register', itemName: '', itemUnit: '' },
}

type Source = Partial<DatasetContent> & { url: string; licence: string }

const sources = {
  'ssdse-a': {
    url: 'https://www.nstac.go.jp/use/literacy/ssdse/',
    licence: '出典を書いて利用できます。利用規約は統計センターのページで確かめてください',
  },
  'census-age': {
    url: 'https://www.e-stat.go.jp/stat-search?toukei=00200521',
    licence: 'CC BY 4.0',
    credit: '「国勢調査」（総務省統計局）／aiseed.dev（統計メモ帳）を加工して作成。境域は2016年10月10日現在',
  },
  'projection-age': {
    title: '日本の地域別将来推計人口（平成30年推計）',
    url: 'https://www.ipss.go.jp/pp-shicyoson/j/shicyoson18/t-page.asp',
    licence: '出典を書いて利用できます。利用の条件は社人研のページで確かめてください',
    credit:
      '「日本の地域別将来推計人口（平成30年推計）」（国立社会保障・人口問題研究所）／aiseed.dev（統計メモ帳）を加工して作成',
  },
  tidy: {
    title: '住民基本台帳に基づく人口（1月1日）',
    publisher: '総務省',
    url: 'https://www.soumu.go.jp/main_sosiki/jichi_gyousei/daityo/jinkou_jinkoudoutai-setaisuu.html',
    licence: '政府標準利用規約。総務省のページで確かめてください',
    credit: '「住民基本台帳に基づく人口、人口動態及び世帯数」（総務省）を加工して作成',
  },
} satisfies Partial<Record<SourceKind, Source>>

const groups = [
  {
    name: 'つくばエクスプレス沿線',
    reason: '同じ鉄道の沿線で、開発の時期と転入する世帯の年齢が近いため',
    codes: ['13106', '13118', '13121', '11234', '11237', '12220', '12217', '08224', '08235', '08220'],
  },
  {
    name: '隣り合う市',
    reason: '通勤・通学や買い物で行き来が多く、施設を互いに使うため',
    codes: ['08220', '08224', '08217', '08211', '08208', '08235'],
  },
]

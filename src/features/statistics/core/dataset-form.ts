import { z } from 'zod'
import { type SourceKind, sourceKinds } from './source-kinds.ts'

/** 資料 as its list shows it. */
export type Dataset = {
  id: string
  kind: SourceKind
  title: string
  publisher: string
  url: string
  licence: string
  credit: string
  /** The number of its latest import; 0 before the first. */
  lastImport: number
}

const text = (most: number, label: string) =>
  z.string().trim().max(most, `${label}は${most}字以内で書いてください`)

/** Where figures come from: without publisher and credit nothing is taken in. */
export const datasetForm = z.object({
  kind: z.enum(sourceKinds, '資料の種類を選んでください'),
  title: text(120, '資料の名前').min(1, '資料の名前を書いてください'),
  publisher: text(120, '公表している機関').min(1, '公表している機関を書いてください'),
  url: text(300, '入手先')
    .regex(/^(https?:\/\/\S+)?$/, '入手先は https:// で始まるアドレスを書いてください')
    .default(''),
  licence: text(200, '利用の条件').default(''),
  credit: text(300, '出典の書き方').min(1, '出典の書き方を書いてください'),
  edition: text(60, '版・時点').min(1, '版や時点を書いてください（例：2026年版）'),
})

export type DatasetContent = z.infer<typeof datasetForm>

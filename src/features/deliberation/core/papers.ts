import { z } from 'zod'

/** What a paper can be made from as it stands (記録からつくる資料). */
export const sourceKindLabels = {
  version: '計画の版',
  lint: '点検の報告',
  survey: '公表した調査の結果',
  sheets: '依頼シートの取りまとめ',
  'round-paper': '取りまとめの一覧（会議体の資料）',
} as const
export type SourceKind = keyof typeof sourceKindLabels

/** The record a paper was made from, and when: the file itself does not change with the record. */
export const paperSource = z.object({
  kind: z.enum(Object.keys(sourceKindLabels) as [SourceKind]),
  id: z.string(),
  label: z.string(),
  madeAt: z.string(),
})
export type PaperSource = z.infer<typeof paperSource>

/** 資料. `withdrawnReason` leaves a tombstone where the paper stood. */
export type Paper = {
  id: string
  meetingId: string
  agendaItemId: string | undefined
  label: string
  title: string
  fileId: string
  fileName: string
  sizeBytes: number
  sha256: string
  isPublic: boolean
  laidOn: string | undefined
  withdrawnReason: string
  /** The file itself is gone (個人情報などのため); only the tombstone is left. */
  isErased: boolean
  /** 差替え: the paper it took the place of, and why. */
  replacesId: string | undefined
  replaceReason: string
  source: PaperSource | undefined
}

/** The last part of the address of a paper: with its ending, so that a copy of the site serves it as what it is. */
export const paperAddress = ({ id, fileName }: Pick<Paper, 'id' | 'fileName'>): string =>
  `${id}${/\.[a-z0-9]+$/.exec(fileName.toLowerCase())?.[0] ?? ''}`

/** The paper an address names, with its ending or without. */
export const paperIdIn = (address: string): string => address.replace(/\..*$/, '')

export const isLaid = ({ withdrawnReason }: Pick<Paper, 'withdrawnReason'>) => withdrawnReason === ''

/** The papers that stand now: not those another took the place of. */
export function currentPapers<One extends Pick<Paper, 'id' | 'replacesId'>>(papers: readonly One[]): One[] {
  const replaced = new Set(papers.map(({ replacesId }) => replacesId))
  return papers.filter(({ id }) => !replaced.has(id))
}

/** What a paper took the place of, the latest first. */
export function predecessorsOf<One extends Pick<Paper, 'id' | 'replacesId'>>(
  paper: One,
  papers: readonly One[],
): One[] {
  const before = papers.find(({ id }) => id === paper.replacesId)
  return before ? [before, ...predecessorsOf(before, papers)] : []
}

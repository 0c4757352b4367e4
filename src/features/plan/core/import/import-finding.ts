import type { PlanDocument } from '#src/formats/plan-document.ts'

export const importCodes = {
  'wrong-order': '要素の順番が規格と違います',
  'empty-identifier': '空の id があります',
  'identifier-not-ncname': 'id の形が規格に合いません',
  'doubled-identifier': '同じ id が2つあります',
  'unknown-element': '規格にない要素があります',
  'start-after-end': '始まりの日が終わりの日より後です',
  'old-name': '古い名前の要素です',
  'old-namespace': '古い名前空間です',
  'missing-required': '必要な要素がありません',
  'period-assumed': '計画期間の記載がありません',
  'kept-as-text': '計画の形に当てはまる欄がありません',
  'invalid-value': '値の形が合いません',
} as const
export type ImportCode = keyof typeof importCodes

/** Something noticed while reading a plan, and what was done about it. */
export type ImportFinding = { code: ImportCode; line: number; path: string; action: string }

/** Why a file was not read at all. */
export type ImportRefusal = { line?: number; path?: string; message: string }

/** A plan with what was noticed, or the reasons why there is none. Nothing in between. */
export type ImportResult =
  | { plan: PlanDocument; findings: ImportFinding[]; refusals?: undefined }
  | { refusals: ImportRefusal[] }

/** 12行目 Goal/Name：要素の順番が規格と違います（順番にかかわらず読みました） */
export const findingWords = ({ code, line, path, action }: ImportFinding): string =>
  `${line}行目 ${path}：${importCodes[code]}（${action}）`

export const refusalWords = ({ line, path, message }: ImportRefusal): string =>
  `${line ? `${line}行目 ` : ''}${path ? `${path}：` : ''}${message}`

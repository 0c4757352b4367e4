/** 資料: the papers of the version that is laid open, and the file each is in the address. */
export const materialKinds = {
  'plan-book': { label: '案の全文（PDF）', file: 'plan.pdf', isInline: true },
  digest: { label: '概要版（PDF）', file: 'digest.pdf', isInline: true },
  'plan-book-html': { label: '案の全文（1つのHTML）', file: 'plan.html', isInline: false },
} as const

export type MaterialKind = keyof typeof materialKinds
export const materialKindNames = Object.keys(materialKinds) as MaterialKind[]

/** Which paper a file of an address is; undefined where there is none. */
export const materialOf = (file: string) =>
  materialKindNames.find((kind) => materialKinds[kind].file === file)

export const materialHref = (caseId: string, kind: MaterialKind) =>
  `/comments/${caseId}/material/${materialKinds[kind].file}`

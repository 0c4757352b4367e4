import { changeLabels, type UnitChange } from '../../core/reorganization.ts'

/** A change in a sentence: 分割：「企画課」→「政策課」（総合計画）「広報課」（広報） */
export function changeInWords({ kind, from, to }: UnitChange): string {
  const old = from.map(({ name }) => `「${name}」`).join('')
  const heirs = to
    .map(({ unit, scope }) => `「${unit.name}」${scope === 'all' ? '' : `（${scope}）`}`)
    .join('')
  const isOneSided = kind === 'added' || kind === 'abolished'
  return `${changeLabels[kind]}：${isOneSided ? old || heirs : `${old}→${heirs}`}`
}

export const unitAddress = (unitId: string) => `/staff/organization/units/${unitId}`
export const reorganizationAddress = (day: string) => `/staff/organization/reorganization?on=${day}`

/** Where a form of the reorganization of a day is open, for a unit. */
export const reorganizationFormAddress = (day: string, form: string, unitId = '') =>
  `${reorganizationAddress(day)}&form=${form}${unitId && `&unit=${unitId}`}#form`

/** Where the change of a day is taken back. */
export const withdrawalAddress = (day: string, { from, to }: UnitChange) =>
  `/staff/organization/reorganization/withdrawal?on=${day}&unit=${from[0]?.id ?? to[0]?.unit.id ?? ''}`

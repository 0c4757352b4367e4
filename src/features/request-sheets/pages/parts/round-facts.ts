import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { type RequestRound, sheetTypeLabels } from '../../core/sheets.ts'

/** The line on top of every page of a round. */
export const roundFacts = ({ sheetType, dueOn, sentAt }: RequestRound) => [
  { label: '種類', value: sheetTypeLabels[sheetType] },
  { label: '期限', value: eraDay(dueOn) },
  { label: '状態', value: sentAt ? '依頼中' : 'まだ送っていません' },
]

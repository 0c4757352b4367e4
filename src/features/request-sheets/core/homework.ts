import { type SheetField, tableOf } from './fields.ts'
import { hasApprovedAnswers, isOpenAnswer, type RequestRound, type RequestSheet } from './sheets.ts'

/** 宿題: what a hearing left to be done, by whom and until when, in the words of the record. `row` is its line there, from 1. */
export type Homework = { row: number; what: string; who: string; until: string }

/** The rows of a hearing's table of 宿題 that say what is to be done; none before the section has confirmed the record. */
export function homeworkOf(
  { fields, sheetType }: Pick<RequestRound, 'fields' | 'sheetType'>,
  sheet: Pick<RequestSheet, 'answers' | 'state'>,
): Homework[] {
  const field = fields.find(isHomework)
  const value = (field && sheet.answers[field.id]) ?? ''
  if (sheetType !== 'hearing' || !hasApprovedAnswers(sheet)) return []
  if (!field || value === '' || isOpenAnswer(value)) return []
  return tableOf(field, value)
    .map(([what = '', who = '', until = ''], at): Homework => ({ row: at + 1, what, who, until }))
    .filter(({ what }) => what !== '')
}

/** By its label: a template of the city's own that was copied from ours has other ids. */
const isHomework = ({ label, kind }: SheetField) => label === '宿題' && kind === 'table'

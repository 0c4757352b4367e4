import { type SheetField, tableOf } from './fields.ts'
import { isOpenAnswer, type RequestRound, type RequestSheet } from './sheets.ts'

/** 宿題: what a hearing left to be done, by whom and until when, in the words of the record. */
export type Homework = { what: string; who: string; until: string }

/** The rows of the hearing's table of 宿題 that say what is to be done. */
export function homeworkOf({ fields }: Pick<RequestRound, 'fields'>, sheet: Pick<RequestSheet, 'answers'>) {
  const field = fields.find(isHomework)
  const value = (field && sheet.answers[field.id]) ?? ''
  if (!field || value === '' || isOpenAnswer(value)) return []
  return tableOf(field, value)
    .map(([what = '', who = '', until = '']): Homework => ({ what, who, until }))
    .filter(({ what }) => what !== '')
}

/** By its label: a template of the city's own that was copied from ours has other ids. */
const isHomework = ({ label, kind }: SheetField) => label === '宿題' && kind === 'table'

import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { WriteSheet } from '#src/lib/table/table.ts'
import { linesIn } from './lines-in.ts'

/** 参考: one thing that is known about the subject of a sheet, as the screen says it beside the fields. */
export type Beside = { sheetId: string; topic: string; words: string }

type Known = {
  besides: readonly Beside[]
  names: readonly (readonly [sheetId: string, name: string])[]
  exportedAt: string
}

const widths = { sheet: 22, topic: 24, words: 84 }

/** 参考: what the screen shows beside the fields, for whoever answers in the workbook. Nothing is read back from it. */
export function besideSheet({ besides, names, exportedAt }: Known): WriteSheet {
  const rows = names.flatMap(([sheetId, name]) =>
    besides.filter((one) => one.sheetId === sheetId).map(({ topic, words }) => [name, topic, words]),
  )
  return {
    name: '参考',
    title: '参考',
    guidance: `${eraDay(tokyoDay(new Date(exportedAt)))}に書き出したときの内容です。読むだけの頁で、ここに書いても取り込みません。`,
    columns: [
      { header: 'シート', width: widths.sheet, format: 'text' },
      { header: 'こと', width: widths.topic, format: 'text' },
      { header: '内容', width: widths.words, format: 'text' },
    ],
    rows,
    form: {
      cells: [],
      lines: rows.map(([sheet = '', topic = '', words = '']) =>
        Math.max(linesIn(sheet, widths.sheet), linesIn(topic, widths.topic), linesIn(words, widths.words)),
      ),
      orientation: 'landscape',
      footer: '参考',
    },
  }
}

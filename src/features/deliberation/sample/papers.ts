import type { Context } from '#src/platform/context.ts'
import { keepBytes } from '#src/platform/files.ts'
import { xlsxType } from '#src/platform/office/content-types.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { addPaper, replacePaper } from '../store/commands-papers.ts'

type Laying = { meetingId: string; agendaItemId: string; folder: string }

/** Two papers of a meeting; one of them was replaced before the meeting, with the reason. */
export async function layPapers(context: Context, { meetingId, agendaItemId, folder }: Laying) {
  const place = { meetingId, agendaItemId, isPublic: true }
  const first = { label: '資料1', title: '調査結果の概要（架空）' }
  const paperId = await addPaper(context, {
    ...place,
    ...first,
    file: await paperOf(context, folder, {
      title: first.title,
      words: '回答した人は、見本の数では812人です。',
    }),
  })
  const second = { label: '資料2', title: '審議の進め方（架空）' }
  const file = await paperOf(context, folder, { title: second.title, words: '2回に分けて審議します。' })
  await addPaper(context, { ...place, ...second, file })
  const corrected = { title: first.title, words: '回答した人は、見本の数では821人です。' }
  await replacePaper(context, {
    meetingId,
    paperId,
    title: first.title,
    reason: '回答した人の数に書き誤りがあったため（架空）',
    file: await paperOf(context, folder, corrected),
  })
}

/** A small table that says it is invented. */
async function paperOf(context: Context, folder: string, { title, words }: { title: string; words: string }) {
  const sheet = {
    name: '見本（架空）',
    title,
    guidance: 'この資料の内容は、つくったものです。',
    columns: [{ header: '内容', width: 60, format: 'text' as const }],
    rows: [[words]],
  }
  const bytes = await writeWorkbook([sheet], { createdAt: context.now, title })
  return { bytes, name: `${title}.xlsx`, contentType: xlsxType, sha256: await keepBytes(folder, bytes) }
}

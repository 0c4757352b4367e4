import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { type CliCall, type CliCommand, UnusableCall } from '#src/platform/cli.ts'
import type { Context } from '#src/platform/context.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { readSecret } from '#src/platform/secret.ts'
import { boardOf } from '../core/board.ts'
import { isOverdue, type RequestRound, sheetStateLabels } from '../core/sheets.ts'
import { unitBook } from '../core/workbook/write-unit-book.ts'
import { getBookToSend } from '../pages/parts/besides-of.ts'
import { listRounds, listSheets } from '../store/queries.ts'
import { countOpenComments } from '../store/queries-review.ts'
import { bookLines, reportTotals } from './book-lines.ts'
import type { NamedBook } from './read-books.ts'
import { readBooks } from './read-books-work.ts'
import { booksByUnit, lookAtBooks, takeInBooks } from './take-in-books.ts'
import { fileName, writeRequests } from './write-requests.ts'

/** Whoever runs the machine may do with sheets what the secretariat may. */
const openAs = ({ open }: CliCall) => open(['secretariat'])

const roundOption = { round: { type: 'string' } } as const
const roundHelp = '--round      依頼の id（rr_…）。書かないと、最後につくって送った依頼'

async function roundIn(context: Context, { values }: CliCall): Promise<RequestRound> {
  const wanted = values['round']
  const rounds = await listRounds(context)
  const round = rounds.find(({ id, sentAt }) => (wanted === undefined ? sentAt !== undefined : id === wanted))
  if (round) return round
  throw new UnusableCall(wanted ? `「${wanted}」という依頼はありません。` : '送った依頼がありません。')
}

const exportCommand: CliCommand = {
  name: 'sheets export',
  summary: '依頼シートを、課ごとのExcelに書き出す',
  usage: '--out フォルダー [--round rr_…] [--json]',
  help: ['--out        書き出すフォルダー（なければつくる）', roundHelp],
  options: { ...roundOption, out: { type: 'string' } },
  async run(call) {
    const { values, print, folder, now } = call
    const out = values['out']
    if (typeof out !== 'string' || out === '') throw new UnusableCall('--out にフォルダーを書いてください。')
    const context = await openAs(call)
    const round = await roundIn(context, call)
    const unitIds = [
      ...new Set((await listSheets(context, { roundId: round.id })).map(({ unitId }) => unitId)),
    ]
    await mkdir(out, { recursive: true })
    const files: string[] = []
    for (const unitId of unitIds) {
      const book = await getBookToSend(context, { roundId: round.id, unitId, key: readSecret(folder) })
      const name = fileName(`${round.title}_${book.unitName || unitId}.xlsx`)
      const bytes = await writeWorkbook(unitBook(book), { createdAt: now, title: round.title })
      await writeFile(join(out, name), bytes)
      files.push(name)
    }
    if (values['json']) print(JSON.stringify({ round: round.id, files }))
    else print(`「${round.title}」の${files.length}冊を ${out} に書き出しました。`)
    return 0
  },
}

const importCommand: CliCommand = {
  name: 'sheets import',
  summary: '課から戻ったExcelを読み、よいセルを下書きに取り込む',
  usage:
    'ファイル.xlsx|ファイル.csv|ファイル.zip … [--dry-run] [--report フォルダー] [--round rr_…] [--json]',
  help: [
    '--dry-run    報告だけをして、何も変えない',
    '--report     確かめが要る冊ごとに「確認のお願い」（コメント付きのExcel）を書き出すフォルダー。課に戻して直してもらう',
    roundHelp,
    '画面でも直された項目（衝突）と、必須の項目を空にするものは取り込まず、報告に出します。画面で選んでください。',
    '終了コードは、確かめが要るセルか取り込めない冊があれば 1 です。',
  ],
  options: { ...roundOption, 'dry-run': { type: 'boolean' }, report: { type: 'string' } },
  async run(call) {
    const { positionals, values, print, remark, folder } = call
    if (positionals.length === 0) throw new UnusableCall('取り込むファイルを書いてください。')
    const out = values['report']
    if (out === '') throw new UnusableCall('--report にフォルダーを書いてください。')
    const context = await openAs(call)
    const round = await roundIn(context, call)
    const files = positionals.map((path) => ({ path, name: basename(path) }))
    const read: NamedBook[] = []
    for await (const book of readBooks(files, (_, step) => remark(step))) read.push(book)
    const books = await booksByUnit(context, read, round.id)
    const asked = { roundId: round.id, key: readSecret(folder) }
    const looked = await lookAtBooks(context, books, asked)
    const isDry = values['dry-run'] === true
    const progress = (at: number, of: number) => remark(`${of}冊のうち${at + 1}冊目を取り込んでいます`)
    const taken = isDry ? [] : await takeInBooks(context, books, { ...asked, chosen: new Set(), progress })
    const requests =
      typeof out === 'string' ? await writeRequests(context, books, { roundId: round.id, folder, out }) : []
    const totals = reportTotals(looked, taken)
    if (values['json'])
      print(JSON.stringify({ round: round.id, dryRun: isDry, ...totals, books: looked, taken, requests }))
    else {
      for (const line of bookLines({ looked, taken, isDry })) print(line)
      for (const name of requests) print(`書き出しました：${join(String(out), name)}`)
    }
    return totals.left > 0 || totals.refused > 0 ? 1 : 0
  },
}

const statusCommand: CliCommand = {
  name: 'sheets status',
  summary: '依頼シートの回収の状況（課 × シート）',
  usage: '[--round rr_…] [--json]',
  help: [roundHelp],
  options: roundOption,
  async run(call) {
    const { values, print, now } = call
    const context = await openAs(call)
    const round = await roundIn(context, call)
    const sheets = await listSheets(context, { roundId: round.id })
    const units = await listUnits(context)
    const today = tokyoDay(now)
    const rows = boardOf(sheets, today, await countOpenComments(context, sheets)).map((row) => ({
      ...row,
      unit: unitNameOn(units, row.unitId, today) ?? row.unitId,
    }))
    if (values['json']) {
      const json = rows.map(({ sheets: own, ...row }) => ({
        ...row,
        sheets: own.map(({ id, subject, state, dueOn }) => ({ id, subject, state, dueOn })),
      }))
      print(JSON.stringify({ round: round.id, title: round.title, units: json }))
      return 0
    }
    print(`${round.title}（期限 ${round.dueOn}）`)
    for (const { unit, sheets: own, acceptedCount, openComments, holder } of rows) {
      print(
        `${unit}\t受理 ${acceptedCount}/${own.length}\t未対応の意見 ${openComments}\tいまの担当 ${holder}`,
      )
      for (const sheet of own) {
        const state = isOverdue(sheet, today) ? '期限超過' : sheetStateLabels[sheet.state]
        print(`\t${state}\t${sheet.subject}`)
      }
    }
    return 0
  },
}

export const sheetsCommands: readonly CliCommand[] = [exportCommand, importCommand, statusCommand]

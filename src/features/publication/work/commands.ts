import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lintCommand } from '#src/features/plan/work/lint-command.ts'
import { planFrom } from '#src/features/plan/work/read-plan.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { type CliCall, type CliCommand, type ExitCode, UnusableCall } from '#src/platform/cli.ts'
import type { BookOptions } from '../core/book-content.ts'
import { bookFacts } from '../core/book-facts.ts'
import { makeDigest, makePlanBook } from './make-book.ts'
import { makeHtmlBook, makeWordBook } from './make-edition.ts'

async function write(call: CliCall, name: string, make: Make): Promise<ExitCode> {
  const { out = '.', site, json } = call.values
  const plan: PlanDocument | undefined = await planFrom(call)
  if (!plan) return 1
  const date = plan.version.frozenOn ?? tokyoDay(call.now)
  const made = await make(plan, { date, ...(typeof site === 'string' ? { siteUrl: site } : {}) })
  const { bytes, pages, warnings } = made
  await mkdir(String(out), { recursive: true })
  const path = join(String(out), name)
  await writeFile(path, bytes)
  for (const warning of warnings) call.remark(warning)
  const size = [pages === undefined ? [] : `${pages}ページ`, `${Math.round(bytes.length / 1024)} KB`].flat()
  call.print(json ? JSON.stringify({ path, pages, warnings }) : `${path}：${size.join('、')}`)
  return 0
}

type Made = { bytes: Uint8Array; pages?: number; warnings: readonly string[] }
type Make = (plan: PlanDocument, options: BookOptions) => Promise<Made>
const pdf =
  (make: typeof makePlanBook): Make =>
  async (plan, options) => {
    const { pdf: bytes, pages, warnings } = await make(plan, options)
    return { bytes, pages, warnings }
  }
const edition =
  (make: typeof makeWordBook): Make =>
  async (plan, options) => {
    const { bytes, remarks } = await make(plan, options)
    return { bytes, warnings: remarks }
  }
const books: Readonly<Record<string, Make>> = {
  pdf: pdf(makePlanBook),
  docx: edition(makeWordBook),
  html: edition(makeHtmlBook),
}

const options = { out: { type: 'string' }, site: { type: 'string' } } as const

/** `shirube plan lint`, which judges the set book too, `plan book` and `plan digest`, on files. */
export const publicationCommands: readonly CliCommand[] = [
  lintCommand({ of: bookFacts }),
  {
    name: 'plan book',
    summary: '計画のファイルから計画書（PDF/UA-1、Word、1つのHTML）をつくる',
    usage: 'plan.json --out フォルダー [--format pdf|docx|html] [--site https://plan.example.jp] [--json]',
    options: { ...options, format: { type: 'string' } },
    run(call) {
      const { format = 'pdf' } = call.values
      const make = books[String(format)]
      if (!make) throw new UnusableCall('--format は pdf、docx、html のどれかです。')
      return write(call, `book.${format}`, make)
    },
  },
  {
    name: 'plan digest',
    summary: '計画のファイルから概要版（PDF/UA-1）をつくる',
    usage: 'plan.json --out フォルダー [--site https://plan.example.jp] [--json]',
    options,
    run: (call) => write(call, 'digest.pdf', pdf(makeDigest)),
  },
]

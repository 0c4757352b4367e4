import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { planFrom } from '#src/features/plan/work/read-plan.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { CliCall, CliCommand, ExitCode } from '#src/platform/cli.ts'
import { makeDigest, makePlanBook } from './make-book.ts'

type Make = typeof makePlanBook

async function write(call: CliCall, name: string, make: Make): Promise<ExitCode> {
  const { out = '.', site, json } = call.values
  const plan: PlanDocument | undefined = await planFrom(call)
  if (!plan) return 1
  const date = plan.version.frozenOn ?? tokyoDay(call.now)
  const { pdf, pages, warnings } = await make(plan, {
    date,
    ...(typeof site === 'string' ? { siteUrl: site } : {}),
  })
  await mkdir(String(out), { recursive: true })
  const path = join(String(out), name)
  await writeFile(path, pdf)
  for (const warning of warnings) call.remark(warning)
  call.print(
    json
      ? JSON.stringify({ path, pages, warnings })
      : `${path}：${pages}ページ、${Math.round(pdf.length / 1024)} KB`,
  )
  return 0
}

const options = { out: { type: 'string' }, site: { type: 'string' } } as const

/** `shirube plan book` and `plan digest`, on files. */
export const publicationCommands: readonly CliCommand[] = [
  {
    name: 'plan book',
    summary: '計画のファイルから計画書（PDF/UA-1）をつくる',
    usage: 'plan.json --out フォルダー [--site https://plan.example.jp] [--json]',
    options,
    run: (call) => write(call, 'book.pdf', makePlanBook),
  },
  {
    name: 'plan digest',
    summary: '計画のファイルから概要版（PDF/UA-1）をつくる',
    usage: 'plan.json --out フォルダー [--site https://plan.example.jp] [--json]',
    options,
    run: (call) => write(call, 'digest.pdf', makeDigest),
  },
]

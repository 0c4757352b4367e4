import type { CsvFinding } from '#src/features/organization/core/csv-table.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { decodeText, encodingLabels } from '#src/lib/csv/decode-text.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { enteredIn } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { FileField, ProblemSummary } from '#src/ui/field.tsx'
import { FileFindings } from '#src/ui/file-findings.tsx'
import { AboutScreen, Section } from '#src/ui/parts.tsx'
import { channelLabels, consentLabels, frameLabels, methodLabels } from '../core/labels.ts'
import { permissions } from '../core/permissions.ts'
import { planVoiceImport, voiceColumns } from '../core/voice-import.ts'
import { importVoices, knownVoices } from '../store/commands/intake.ts'
import { ImportRehearsal, type RehearsalProps } from './parts/import-report.tsx'
import { VoiceTabs, voicesCrumb } from './parts/voice-tabs.tsx'

const mostBytes = 5 * 1024 * 1024

type State = {
  fileProblem?: string
  source?: string
  findings?: readonly CsvFinding[]
  rehearsal?: RehearsalProps
}

/**
 * CSVの取り込み: first a rehearsal by line and column, then the taking in; one mistake and nothing is taken in.
 */
export const voiceImportPage = page('/staff/voices/import', {
  audience: 'staff',
  maxBytes: 3 * mostBytes,
  async show(context) {
    return screen(context, {})
  },
  async submit(context, _visit, form) {
    authorize(context, permissions, 'take-in-voice')
    const { act, text, seen = '' } = enteredIn(form)
    if (act === 'apply' && text !== undefined) {
      const outcome = await unlessStale(importVoices(context, { text, seen }))
      return outcome.isStale
        ? rehearse(context, { text, isStale: true })
        : { seeOther: '/staff/voices?notice=imported' }
    }
    const read = await readFile(form.get('file'))
    return 'problem' in read
      ? { ...screen(context, { fileProblem: read.problem }), status: 422 }
      : rehearse(context, read)
  },
})

async function readFile(file: unknown): Promise<{ problem: string } | { text: string; source: string }> {
  if (!(file instanceof File) || file.size === 0) return { problem: 'CSVファイルを選んでください' }
  if (file.size > mostBytes) return { problem: '5MBまでのファイルを選んでください' }
  const decoded = decodeText(new Uint8Array(await file.arrayBuffer()))
  if ('problem' in decoded) return { problem: decoded.problem }
  return { text: decoded.text, source: `${file.name}（${encodingLabels[decoded.encoding]}として読みました）` }
}

async function rehearse(
  context: Context,
  { text, source, isStale = false }: { text: string; source?: string; isStale?: boolean },
): Promise<Screen> {
  const { findings, reports, ignored } = planVoiceImport(text, await knownVoices(context))
  const named = source ? { source } : {}
  if (findings.length > 0) return { ...screen(context, { findings, ...named }), status: 422 }
  return {
    ...screen(context, { rehearsal: { reports, ignored, text, isStale }, ...named }),
    ...(isStale ? { status: 409 as const } : {}),
  }
}

/** An empty table with the headings. */
export const voiceTemplate = page('/staff/voices/import/template.csv', {
  audience: 'staff',
  async show(context) {
    authorize(context, permissions, 'take-in-voice')
    return {
      file: writeCsv([[...voiceColumns.required, ...voiceColumns.optional]]),
      contentType: 'text/csv; charset=utf-8',
      fileName: '市民の声のひな形.csv',
    }
  },
})

function screen(context: Context, { fileProblem, source, findings, rehearsal }: State): Screen {
  authorize(context, permissions, 'take-in-voice')
  return {
    title: '声をCSVで取り込む',
    crumbs: [voicesCrumb],
    body: (
      <>
        <ProblemSummary problems={fileProblem ? { file: fileProblem } : {}} />
        <div class="sb-title">
          <h1>声をCSVで取り込む</h1>
        </div>
        <VoiceTabs actor={context.actor} current="/staff/voices/import" />
        {source && <p class="l-gap">{source}</p>}
        {findings && <FileFindings findings={findings} isWide />}
        {rehearsal && <ImportRehearsal {...rehearsal} />}
        <Section id="choose" title="ファイルを確かめる">
          <form method="post" class="sb-form" encType="multipart/form-data" aria-labelledby="choose">
            <FileField
              name="file"
              label="CSVファイル"
              support="1つだけ、5MBまで。文字コードは UTF-8 でも Shift_JIS でもかまいません。"
              accept=".csv,text/csv"
              problem={fileProblem}
              required
            />
            <button class="dads-button" type="submit">
              内容を確かめる
            </button>
            <p class="sb-sub">確かめるだけでは、何も変わりません。</p>
          </form>
        </Section>
        <Columns />
        <AboutScreen>
          <p>
            名前・住所・連絡先の列は取り込みません（列の名前を示して、読み飛ばします）。同じ声は、二度は取り込みません。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

function Columns() {
  const words = (labels: Readonly<Record<string, string>>) => Object.values(labels).join('・')
  return (
    <Section id="columns" title="ファイルの形">
      <dl class="dads-description-list">
        <div>
          <dt>列</dt>
          <dd>
            必要な列：{voiceColumns.required.join('、')}。あってもよい列：{voiceColumns.optional.join('、')}。
            <a href="/staff/voices/import/template.csv">空のひな形</a>
          </dd>
        </div>
        <div>
          <dt>経路</dt>
          <dd>{words(channelLabels)}</dd>
        </div>
        <div>
          <dt>方法</dt>
          <dd>{words(methodLabels)}（書かなければ「記入票」）</dd>
        </div>
        <div>
          <dt>集め方・公開の同意</dt>
          <dd>
            {words(frameLabels)}（書かなければ「公募・自由提出」）。{words(consentLabels)}
            （書かなければ「名前を出さずに引用してよい」）
          </dd>
        </div>
      </dl>
    </Section>
  )
}

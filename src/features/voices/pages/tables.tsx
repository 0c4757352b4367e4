import { z } from 'zod'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { TextArea, TextField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { AboutScreen, EmptyState, Section } from '#src/ui/parts.tsx'
import { channelLabels } from '../core/labels.ts'
import { channelParticipantWords } from '../core/participants.ts'
import { permissions } from '../core/permissions.ts'
import { countRows } from '../core/voice-report.ts'
import { honestWords } from '../core/voice-report-files.ts'
import { type DimensionName, dimensions, inOrder, rawGrid } from '../core/voice-tables.ts'
import { publishVoiceReport, withdrawVoiceReport } from '../store/commands/reports.ts'
import { listCounted, listPublishedReports, type PublishedReport } from '../store/queries/reports.ts'
import { listParticipants } from '../store/queries/sessions.ts'
import { GridView } from './parts/count-grid.tsx'
import { VoiceTabs, voicesCrumb } from './parts/voice-tabs.tsx'

const reportForm = z.object({
  title: z.string().trim().min(1, '題名を書いてください').max(80, '題名は80字以内で書いてください'),
  text: z.string().trim().max(2000, '説明は2,000字以内で書いてください').default(''),
})

/** 集計: opinions by any two of channel, district, age and field; and their publication with small counts hidden. */
export const voiceTablesPage = page('/staff/voices/tables', {
  audience: 'staff',
  show: (context, { url }) => screen(context, { url }),
  async submit(context, { url }, form) {
    authorize(context, permissions, 'publish-voice-report')
    const { act, reportId = '' } = enteredIn(form)
    if (act === 'withdraw') {
      await withdrawVoiceReport(context, { reportId })
      return { seeOther: '/staff/voices/tables?notice=withdrawn' }
    }
    const read = readForm(reportForm, form)
    if (read.problems)
      return {
        ...(await screen(context, { url, entered: read.entered, problems: read.problems })),
        status: 422,
      }
    await publishVoiceReport(context, read.values)
    return { seeOther: '/staff/voices/tables?notice=published' }
  },
})

type State = { url: URL; entered?: Entered; problems?: Problems }

async function screen(context: Context, { url, entered = {}, problems = {} }: State): Promise<Screen> {
  authorize(context, permissions, 'read-voices')
  const asked = (name: string, otherwise: DimensionName) =>
    dimensions.find((dimension) => dimension === url.searchParams.get(name)) ?? otherwise
  const [row, column] = [asked('row', '経路'), asked('column', '地区')]
  const { voices, orders } = await listCounted(context)
  const hasField = row === '分野' || column === '分野'
  const rows = countRows(hasField ? voices : voices.map((voice) => ({ ...voice, fields: [] })))
  const grid = row === column ? undefined : rawGrid(rows, row, column)
  const reports = await listPublishedReports(context)
  const came = [...(await listParticipants(context))]
    .map(([channel, one]) => `${channelLabels[channel]} ${channelParticipantWords(one)}`)
    .join('、')
  return {
    title: '集計',
    crumbs: [voicesCrumb],
    body: (
      <>
        <FormHead problems={problems} />
        <div class="sb-title">
          <h1>集計</h1>
        </div>
        <VoiceTabs actor={context.actor} current="/staff/voices/tables" />
        <form class="sb-filter l-gap" method="get">
          <Choice name="row" label="行" chosen={row} />
          <Choice name="column" label="列" chosen={column} />
          <button class="dads-button dads-button--secondary dads-button--small" type="submit">
            表をつくる
          </button>
        </form>
        <p class="l-gap">
          意見 n＝{voices.length}件。{honestWords}この画面の数は庁内用です（小さな数も見えます）。
        </p>
        {came && <p>会に参加した人：{came}。</p>}
        {row === column && <p>行と列には、別のものを選んでください。</p>}
        {grid ? (
          <GridView grid={inOrder(grid, orders)} />
        ) : (
          row !== column && (
            <EmptyState title="まだ数える声がありません。">
              <p>声を受け付けると、ここで数えられます。</p>
            </EmptyState>
          )
        )}
        <Section id="reports" title="公表した声のまとめ">
          <Reports reports={reports} mayPublish={mayDo(context.actor, permissions, 'publish-voice-report')} />
        </Section>
        {mayDo(context.actor, permissions, 'publish-voice-report') && (
          <Section id="publish" title="声のまとめを公表する">
            <form method="post" class="sb-form">
              <TextField
                name="title"
                label="題名"
                value={entered['title']}
                problem={problems['title']}
                support={`例：いただいた声のまとめ（${eraDay(tokyoDay(context.now))}）`}
                required
              />
              <TextArea
                name="text"
                label="説明"
                value={entered['text']}
                problem={problems['text']}
                optional
              />
              <button class="dads-button" name="act" value="publish" type="submit">
                今日の数で公表する
              </button>
            </form>
          </Section>
        )}
        <AboutScreen>
          <p>
            公表するまとめでは、5人に満たない数と、そこから計算できる数をXにします。公表した数は、あとから声が増えても変わりません。日ごとの数をくらべて、だれかの声がわかることを防ぐためです。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

function Choice({ name, label, chosen }: { name: string; label: string; chosen: DimensionName }) {
  return (
    <label>
      {label}
      <select name={name}>
        {dimensions.map((one) => (
          <option key={one} value={one} selected={one === chosen}>
            {one}
          </option>
        ))}
      </select>
    </label>
  )
}

function Reports({ reports, mayPublish }: { reports: readonly PublishedReport[]; mayPublish: boolean }) {
  if (reports.length === 0) return <p>まだありません。</p>
  return (
    <ul class="sb-rows">
      {reports.map(({ id, report }) => (
        <li key={id}>
          <p class="sb-rows__when">{eraDay(report.madeOn)}</p>
          <div class="l-cluster">
            <a href={`/voices/${id}`}>{report.title}</a>
            {mayPublish && (
              <form method="post">
                <input type="hidden" name="reportId" value={id} />
                <button
                  class="dads-button dads-button--quiet dads-button--small"
                  name="act"
                  value="withdraw"
                  type="submit"
                >
                  公表をやめる<span class="vh">：{report.title}</span>
                </button>
              </form>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { WriteSheet } from '#src/lib/table/table.ts'
import type { Context } from '#src/platform/context.ts'
import { xlsxType } from '#src/platform/office/content-types.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { page } from '#src/platform/page.ts'
import { AboutScreen } from '#src/ui/parts.tsx'
import { followUpState, followUpStateLabels, outcomeLabels } from '../core/follow-up.ts'
import { channelLabels, requestPathLabels } from '../core/labels.ts'
import { cellWords } from '../core/letter.ts'
import { placeCells, placeHead } from '../core/place.ts'
import { listFollowUps } from '../store/queries/follow-ups.ts'
import { listRequests, type RequestLine, stateOrder } from '../store/queries/requests.ts'
import { RequestTable } from './parts/requests-view.tsx'
import { VoiceTabs, voicesCrumb } from './parts/voice-tabs.tsx'

/** 要望と質問: what waits for an answer, until when, and what was answered. */
export const requestsPage = page('/staff/voices/requests', {
  audience: 'staff',
  async show(context, { url }) {
    const all = await listRequests(context)
    const asked = url.searchParams.get('state') ?? ''
    const way = url.searchParams.get('way') ?? ''
    const shown = all
      .filter(({ state }) => asked === '' || state === asked)
      .filter(({ heard }) => way === '' || heard.requestPath === way)
    return {
      title: '要望と質問の回答',
      crumbs: [voicesCrumb],
      body: (
        <>
          <div class="sb-title">
            <h1>要望と質問の回答</h1>
          </div>
          <VoiceTabs actor={context.actor} current="/staff/voices/requests" />
          <form class="sb-filter l-gap" method="get">
            <label>
              状態
              <select name="state">
                <option value="">すべて</option>
                {stateOrder.map((state) => (
                  <option key={state} value={state} selected={state === asked}>
                    {followUpStateLabels[state]}（{all.filter((line) => line.state === state).length}）
                  </option>
                ))}
              </select>
            </label>
            <label>
              要望の経路
              <select name="way">
                <option value="">すべて</option>
                {Object.entries(requestPathLabels).map(([path, label]) => (
                  <option key={path} value={path} selected={path === way}>
                    {label}（{all.filter(({ heard }) => heard.requestPath === path).length}）
                  </option>
                ))}
              </select>
            </label>
            <button class="dads-button dads-button--secondary dads-button--small" type="submit">
              絞り込む
            </button>
            <a href="/staff/voices/requests.xlsx">一覧（Excel・庁内用）</a>
          </form>
          <RequestTable lines={shown} />
          <AboutScreen>
            <p>
              要望と、説明会の質問を並べます。期限を過ぎたものが先です。回答は、書いた人とは別の人が承認すると、公開された説明会の結果に載ります。
            </p>
          </AboutScreen>
        </>
      ),
    }
  },
})

export const requestsWorkbook = page('/staff/voices/requests.xlsx', {
  audience: 'staff',
  async show(context) {
    const file = await writeWorkbook([requestSheet(await listRequests(context))], {
      createdAt: context.now,
      title: '要望と質問の回答',
    })
    return { file, contentType: xlsxType, fileName: `要望と質問-${tokyoDay(context.now)}（庁内用）.xlsx` }
  },
})

const requestSheet = (lines: readonly RequestLine[]): WriteSheet => ({
  name: '要望と質問',
  title: '要望と質問の回答（庁内用）',
  guidance: '1行が1通です。原文は書かれたとおりです。',
  columns: [
    { header: '受付番号', width: 14, format: 'text' },
    { header: '経路', width: 12, format: 'text' },
    { header: '要望の経路', width: 14, format: 'text' },
    { header: 'いつ・どこの声か', width: 24, format: 'text' },
    { header: '地区', width: 10, format: 'text' },
    { header: '原文', width: 60, format: 'text' },
    { header: '担当', width: 18, format: 'text' },
    { header: '回答の期限', width: 12, format: 'text' },
    { header: '状態', width: 14, format: 'text' },
    { header: '対応区分', width: 14, format: 'text' },
    { header: '回答', width: 50, format: 'text' },
    { header: '時期・経費', width: 18, format: 'text' },
    { header: '前の要望', width: 14, format: 'text' },
    { header: '何回目', width: 8, format: 'text' },
    ...placeHead.map((header) => ({ header, width: 14, format: 'text' as const })),
  ],
  rows: lines.map(({ heard, followUp, state, unit, times, place }) => [
    heard.receiptNumber,
    channelLabels[heard.channel],
    heard.requestPath ? requestPathLabels[heard.requestPath] : '',
    heard.sessionLabel,
    heard.district,
    cellWords(heard.verbatim),
    unit,
    followUp?.dueOn ?? '',
    followUpStateLabels[state],
    followUp ? outcomeLabels[followUp.outcome] : '',
    followUp?.reply ?? '',
    followUp?.timing ?? '',
    followUp?.continues ?? '',
    `${times}回目`,
    ...placeCells(place),
  ]),
})

/** What is late, for the menu. */
export async function countLate(context: Context): Promise<number> {
  const followUps = await listFollowUps(context)
  const today = tokyoDay(context.now)
  return [...followUps.values()].filter((one) => followUpState(one, today) === 'late').length
}

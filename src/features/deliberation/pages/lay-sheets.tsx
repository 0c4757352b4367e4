import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { hasApprovedAnswers, sheetStateLabels } from '#src/features/request-sheets/core/sheets.ts'
import { listRounds, listSheets } from '#src/features/request-sheets/store/queries.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { type Entered, enteredIn, entriesOf, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { FormHead } from '#src/ui/form-head.tsx'
import { AboutScreen, EmptyState, Section } from '#src/ui/parts.tsx'
import { sheetLayingForm } from '../core/laid-sheet-forms.ts'
import { permissions } from '../core/permissions.ts'
import { laySheets, takeBackSheet } from '../store/commands-laid-sheets.ts'
import { listBodies, todayOf } from '../store/queries.ts'
import { listLaidSheets } from '../store/queries-laid-sheets.ts'
import { DeliberationTabs, meetingsCrumb } from './parts/deliberation-tabs.tsx'
import { LaidTable, LayingForm, type LayingRow } from './parts/lay-sheets-view.tsx'

const here = '/staff/drafts/sheets'

/** シートを会議体に示す: of one round, which answers the members of a body read and comment on. */
export const laySheetsPage = page(here, {
  audience: 'staff',
  show: (context, { url }) => screen(context, url.searchParams.get('round') ?? '', {}),
  async submit(context, { url }, form) {
    const roundId = url.searchParams.get('round') ?? ''
    const back = `${here}?round=${roundId}`
    const entered = enteredIn(form)
    if (entered['act'] === 'take-back') {
      const [bodyId = '', sheetId = ''] = (entered['laid'] ?? '').split('/')
      await takeBackSheet(context, { bodyId, sheetId })
      return { seeOther: `${back}&notice=removed` }
    }
    const read = readForm(sheetLayingForm, form)
    const sheetIds = entriesOf(form, 'sheet')
    const problems = {
      ...read.problems,
      ...(sheetIds.length === 0 && { sheets: '示すシートを選んでください' }),
    }
    if (read.problems || sheetIds.length === 0)
      return { ...(await screen(context, roundId, { entered, problems, ticked: sheetIds })), status: 422 }
    await laySheets(context, { ...read.values, sheetIds })
    return { seeOther: `${back}&notice=added` }
  },
})

type State = { entered?: Entered; problems?: Problems; ticked?: readonly string[] }

async function screen(context: Context, roundId: string, state: State): Promise<Screen> {
  authorize(context, permissions, 'lay-drafts')
  const rounds = (await listRounds(context)).filter(({ sentAt }) => sentAt !== undefined)
  const round = roundId ? rounds.find(({ id }) => id === roundId) : rounds[0]
  if (roundId) found(round, '依頼')
  const [bodies, units, today] = [await listBodies(context), await listUnits(context), todayOf(context)]
  const sheets = round ? await listSheets(context, { roundId: round.id }) : []
  const ofRound = new Map(sheets.map((sheet) => [sheet.id, sheet]))
  const laid = (await listLaidSheets(context)).filter(({ sheetId }) => ofRound.has(sheetId))
  const nameOf = (bodyId: string) => bodies.find(({ id }) => id === bodyId)?.name ?? ''
  const wordsOf = (sheetId: string) => {
    const sheet = ofRound.get(sheetId)
    return sheet ? `${sheet.subject}（${unitNameOn(units, sheet.unitId, today) ?? '廃止された組織'}）` : ''
  }
  const choices: LayingRow[] = sheets.filter(hasApprovedAnswers).map((sheet) => ({
    id: sheet.id,
    words: wordsOf(sheet.id),
    state: sheetStateLabels[sheet.state],
    with: laid.filter(({ sheetId }) => sheetId === sheet.id).map(({ bodyId }) => nameOf(bodyId)),
  }))
  return {
    title: 'シートを会議体に示す',
    crumbs: [meetingsCrumb, { label: '案と意見', href: '/staff/drafts' }],
    body: (
      <>
        <FormHead problems={state.problems ?? {}} />
        <div class="sb-title">
          <h1>シートを会議体に示す</h1>
        </div>
        <DeliberationTabs current="/staff/drafts" />
        {round ? (
          <>
            <nav class="l-cluster l-gap" aria-label="依頼">
              {rounds.map(({ id, title }) => (
                <a key={id} href={`${here}?round=${id}`} aria-current={id === round.id ? 'page' : undefined}>
                  {title}
                </a>
              ))}
            </nav>
            <Section id="laid" title={`示したシート：${round.title}`}>
              <LaidTable
                rows={laid.map((one) => ({
                  key: `${one.bodyId}/${one.sheetId}`,
                  words: wordsOf(one.sheetId),
                  body: nameOf(one.bodyId),
                  laidOn: eraDay(tokyoDay(new Date(one.laidAt))),
                  commentUntil: one.commentUntil ? eraDay(one.commentUntil) : undefined,
                  isOutdated: hasNewAnswers(one, ofRound.get(one.sheetId)),
                }))}
              />
            </Section>
            <LayingForm
              bodies={bodies.map(({ id, name }) => ({ value: id, label: name }))}
              rows={choices}
              ticked={state.ticked ?? []}
              entered={state.entered ?? {}}
              problems={state.problems ?? {}}
            />
          </>
        ) : (
          <EmptyState title="まだ送った依頼がありません。">
            <p>担当課が答え、課長が承認したシートを、会議体の委員に示せます。</p>
          </EmptyState>
        )}
        <AboutScreen>
          <p>
            示したシートの、そのときの回答だけを、その会議体の委員が「委員の画面」で読み、項目ごとに意見を書けます。ほかの課のシートも、ほかの会議体に示したものも見えません。
            意見はシートの画面に集まり、差戻し・修正・受理のときに対応を記録します。担当課が答え直したら、もう一度示してください。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

type Given = { answers: Readonly<Record<string, string>> }

/** Whether the section has answered anew since: then the body still has the former answers. */
function hasNewAnswers(laid: Given, sheet: (Given & { state: string }) | undefined): boolean {
  if (!sheet || !hasApprovedAnswers(sheet)) return false
  const ids = new Set([...Object.keys(sheet.answers), ...Object.keys(laid.answers)])
  return [...ids].some((id) => (sheet.answers[id] ?? '') !== (laid.answers[id] ?? ''))
}

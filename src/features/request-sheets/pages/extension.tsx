import { sessionsDuring } from '#src/features/deliberation/store/queries-sessions.ts'
import { SittingWarning } from '#src/features/deliberation/views/sitting-warning.tsx'
import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { openSealer } from '#src/platform/sealing.ts'
import { FormHead } from '#src/ui/form-head.tsx'
import { AboutScreen } from '#src/ui/parts.tsx'
import { extendable, extensionForm, extensionProblem, refusalForm } from '../core/extensions.ts'
import { mayFillSheet, permissions } from '../core/permissions.ts'
import { answerExtension, askExtension, extendDeadline } from '../store/commands-extensions.ts'
import { getRound, listSheets } from '../store/queries.ts'
import { listExtensions } from '../store/queries-extensions.ts'
import { extensionAddress, roundAddress, sheetsCrumb } from './parts/addresses.ts'
import { AnswerForms, AskForm, ExtensionTable } from './parts/extension-view.tsx'
import { roundFacts } from './parts/round-facts.ts'

type Place = { roundId: string; unitId: string }

/** 期限の延長: a section asks with its reason, the secretariat answers or extends by itself; all of it stays on record. */
export const extensionPage = page('/staff/sheets/rounds/:roundId/units/:unitId/extension', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params, {}),
  async submit(context, { params, site, folder }, form) {
    const way = { site, sealer: openSealer(folder) }
    const entered = enteredIn(form)
    const here = `${extensionAddress(params.roundId, params.unitId)}?notice=saved`
    const wrong = async (problems: Problems): Promise<Screen> => ({
      ...(await screen(context, params, { entered, problems })),
      status: 422,
    })
    const step = { roundId: params.roundId, extensionId: entered['extensionId'] ?? '' }
    if (entered['act'] === 'refuse') {
      const read = readForm(refusalForm, form)
      if (read.problems) return wrong(read.problems)
      await answerExtension(context, { ...step, way, isGranted: false, ...read.values })
      return { seeOther: here }
    }
    const read = readForm(extensionForm, form)
    const { sheets } = await standing(context, params)
    if (read.problems) return wrong(read.problems)
    const { dueOn, reason } = read.values
    const problem = extensionProblem(sheets, dueOn, tokyoDay(context.now))
    if (problem) return wrong({ dueOn: problem })
    if (entered['act'] === 'grant')
      await answerExtension(context, { ...step, way, isGranted: true, dueOn, answer: reason })
    else if (entered['act'] === 'extend') await extendDeadline(context, { ...params, way, dueOn, reason })
    else await askExtension(context, { ...params, dueOn, reason })
    return { seeOther: here }
  },
})

/** The round and the sheets of the unit; of another section's nothing is found. */
async function standing(context: Context, { roundId, unitId }: Place) {
  const round = await getRound(context, roundId)
  const own = await listSheets(context, { roundId, unitId })
  found(own[0], 'この課のシート')
  return { round, sheets: extendable(own, unitId) }
}

type State = { entered?: Entered; problems?: Problems }

async function screen(
  context: Context,
  place: Place,
  { entered = {}, problems = {} }: State,
): Promise<Screen> {
  const { round, sheets } = await standing(context, place)
  const today = tokyoDay(context.now)
  const unit = unitNameOn(await listUnits(context), place.unitId, today) ?? '廃止された組織'
  const extensions = (await listExtensions(context, place.roundId)).filter(
    ({ unitId }) => unitId === place.unitId,
  )
  const asked = extensions.find(({ state }) => state === 'asked')
  const isKeeper = mayDo(context.actor, permissions, 'extend-deadline')
  const mayAsk =
    mayDo(context.actor, permissions, 'ask-extension') && mayFillSheet(await getOwner(context), place)
  const due = sheets.map(({ dueOn }) => dueOn).sort()[0]
  return {
    title: `期限の延長：${unit}`,
    crumbs: [sheetsCrumb, { label: round.title, href: roundAddress(round.id) }],
    facts: roundFacts(round),
    body: (
      <>
        <FormHead problems={problems} />
        <h1>期限の延長：{unit}</h1>
        <p class="l-gap">
          {due
            ? `この課が書いているシートは${sheets.length}枚、いまの期限は${eraDay(due)}です。`
            : 'この課が書いているシートはありません。延長するものがありません。'}
        </p>
        <ExtensionTable extensions={extensions} />
        {isKeeper && asked && (
          <SittingWarning
            what="求められた期限"
            day={asked.askedDueOn}
            sessions={await sessionsDuring(context, { from: asked.askedDueOn, to: asked.askedDueOn })}
          />
        )}
        {isKeeper && asked && <AnswerForms asked={asked} entered={entered} problems={problems} />}
        {sheets.length > 0 && isKeeper && !asked && (
          <AskForm act="extend" entered={entered} problems={problems} />
        )}
        {sheets.length > 0 && !isKeeper && mayAsk && !asked && (
          <AskForm act="ask" entered={entered} problems={problems} />
        )}
        <AboutScreen>
          <p>
            1つの依頼について、1つの課の、書いている途中のシート全部の期限を延ばします。求めた日、理由、返事が残ります。
            ほかの課の期限は変わりません。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { entriesOf } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { Banner } from '#src/ui/parts.tsx'
import { applyCompilation, revertCompilation } from '../store/commands-compilations.ts'
import { getRound, listSheets } from '../store/queries.ts'
import { getProposal, listCompilations } from '../store/queries-compilations.ts'
import { compilationAddress, roundAddress, sheetsCrumb } from './parts/addresses.ts'
import { CompilationView } from './parts/compilation-view.tsx'
import { roundFacts } from './parts/round-facts.ts'

/** 取りまとめ: the accepted sheets as a proposed change of the plan, applied as one step and undone as one. */
export const compilationPage = page('/staff/sheets/rounds/:roundId/compilation', {
  audience: 'staff',
  show: (context, { params, url }) =>
    screen(
      context,
      params.roundId,
      url.searchParams.has('chosen') ? url.searchParams.getAll('sheet') : undefined,
    ),
  async submit(context, { params: { roundId } }, form) {
    const compilationId = String(form.get('undo') ?? '')
    if (compilationId) {
      await revertCompilation(context, { compilationId })
      return { seeOther: `${compilationAddress(roundId)}?notice=restored` }
    }
    const sheetIds = entriesOf(form, 'sheet')
    const changeCount = Number(form.get('changeCount'))
    const outcome = await unlessStale(applyCompilation(context, { roundId, sheetIds, changeCount }))
    if (!outcome.isStale) return { seeOther: `${compilationAddress(roundId)}?notice=imported` }
    return { ...(await screen(context, roundId, sheetIds, true)), status: 409 }
  },
})

async function screen(
  context: Context,
  roundId: string,
  chosen: readonly string[] | undefined,
  isStale = false,
): Promise<Screen> {
  const round = await getRound(context, roundId)
  const compilations = await listCompilations(context, roundId)
  const accepted = (await listSheets(context, { roundId })).filter(
    ({ state, subjectId }) => state === 'accepted' && subjectId,
  )
  const done = new Set(compilations.filter(({ undoneAt }) => !undoneAt).flatMap(({ sheetIds }) => sheetIds))
  const sheetIds = chosen ?? accepted.filter(({ id }) => !done.has(id)).map(({ id }) => id)
  const proposal = sheetIds.length > 0 ? await getProposal(context, { roundId, sheetIds }) : undefined
  return {
    title: `取りまとめ：${round.title}`,
    facts: roundFacts(round),
    crumbs: [sheetsCrumb, { label: round.title, href: roundAddress(roundId) }],
    body: (
      <>
        <h1>取りまとめ</h1>
        {isStale && (
          <Banner
            tone="warn"
            title="変更案を見たあとに、計画が変えられました。下の変更案は、いまの計画とくらべたものです。"
          />
        )}
        <CompilationView
          accepted={accepted}
          done={done}
          sheetIds={sheetIds}
          proposal={proposal}
          compilations={compilations}
        />
      </>
    ),
  }
}

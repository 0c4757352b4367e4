import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { findPublicPlan } from '#src/features/plan/store/queries/public.ts'
import { listThreads } from '#src/features/publication/store/queries/threads.ts'
import { readReceiptNumber, secretWordOf } from '#src/features/voices/core/receipt-number.ts'
import {
  findContactPurge,
  findTraced,
  listOwnWords,
  listSourceIds,
  type TracedSubmission,
} from '#src/features/voices/store/queries/trace.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { countUse } from '#src/platform/auth/tries.ts'
import type { Context } from '#src/platform/context.ts'
import { enteredIn } from '#src/platform/form.ts'
import { page, type Screen, type Visit } from '#src/platform/page.ts'
import { isSameMark, openSealer } from '#src/platform/sealing.ts'
import { ProblemSummary } from '#src/ui/field.tsx'
import { contactsKeptUntil } from '../core/case.ts'
import { listPublicCases, type PublicCase } from '../store/queries/cases.ts'
import { listPlaces } from '../store/queries/places.ts'
import { listAnsweringUnits } from '../store/queries/replies.ts'
import { homeCrumb } from './parts/comment-parts.tsx'
import { LookUp, TraceView } from './parts/trace-view.tsx'

const mostMisses = { most: 20, window: 10 * 60_000 }
const mostSecrets = { most: 30, window: 10 * 60_000 }

/** ご意見のゆくえ: where the number is typed. */
export const lookUpPage = page('/voice', {
  audience: 'public',
  async show(_context, { url }) {
    const typed = url.searchParams.get('number')
    if (typed === null) return lookUpScreen({})
    const number = readReceiptNumber(typed)
    if (number) return { seeOther: `/voice/${number}` }
    return { ...lookUpScreen({ number: '受付番号を確かめてください。10けたの英字と数字です' }), status: 422 }
  },
})

const lookUpScreen = (problems: Record<string, string>): Screen => ({
  title: 'ご意見のゆくえ',
  crumbs: [homeCrumb],
  body: (
    <>
      <ProblemSummary problems={problems} />
      <h1>ご意見のゆくえ</h1>
      <p class="sb-lead l-measure">
        受付番号を入れると、あなたのご意見がどうなったかがわかります。ログインはいりません。
      </p>
      <LookUp problem={problems['number']} />
    </>
  ),
})

/**
 * What became of one submission, by its receipt number; one's own words only with the 合い言葉, and never by
 * GET.
 */
export const tracePage = page('/voice/:receipt', {
  audience: 'public',
  show: (context, visit) => traceScreen(context, visit, {}),
  async submit(context, visit, form) {
    const number = readReceiptNumber(visit.params.receipt)
    if (!number) return missed(context, visit)
    const wait = await countUse(visit.auth, {
      ...mostSecrets,
      kind: 'secret',
      clientAddress: visit.clientAddress,
      now: context.now,
    })
    if (wait > 0)
      return {
        ...(await traceScreen(context, visit, {
          secret: '合い言葉を何度も試したので、10分ほどおいて、もう一度お試しください',
        })),
        status: 422,
      }
    const sealer = openSealer(visit.folder)
    const secret = secretWordOf(sealer.mark('voice', number))
    const typed = (enteredIn(form)['secret'] ?? '')
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[^0-9A-Z]/g, '')
    const isRight = isSameMark(Buffer.from(typed), Buffer.from(secret.replace('-', '')))
    if (!isRight)
      return {
        ...(await traceScreen(context, visit, {
          secret: '合い言葉が違います。受付番号といっしょにお渡ししたものです',
        })),
        status: 422,
      }
    return traceScreen(context, visit, {}, await listOwnWords(context, number))
  },
})

type TraceVisit = Visit<'/voice/:receipt'>

async function traceScreen(
  context: Context,
  visit: TraceVisit,
  problems: Record<string, string>,
  ownWords?: ReadonlyMap<string, string>,
): Promise<Screen> {
  const number = readReceiptNumber(visit.params.receipt)
  const traced = number ? await findTraced(context, number) : undefined
  if (!traced) return missed(context, visit)
  const one = (await listPublicCases(context)).find(({ id }) => id === traced.sessionRef)
  const shown = await findPublicPlan(context)
  return {
    title: 'ご意見のゆくえ',
    crumbs: [homeCrumb],
    isUnlisted: true,
    body: (
      <TraceView
        traced={traced}
        one={one}
        shown={shown}
        places={shown ? await listPlaces(context, shown.plan.version.id) : []}
        today={tokyoDay(context.now)}
        answering={
          await listAnsweringUnits(
            context,
            traced.opinions.map(({ id }) => id),
          )
        }
        threads={shown ? await threadsOf(context, shown, traced) : new Map()}
        contactsPurgedOn={await contactsPurgedOn(context, one)}
        problems={problems}
        ownWords={ownWords}
      />
    ),
  }
}

/** What the plan says rests on each opinion, and what was decided about its items since it was said. */
async function threadsOf(context: Context, shown: PublicPlan, { opinions, receivedOn }: TracedSubmission) {
  const sources = await listSourceIds(
    context,
    opinions.map(({ id }) => id),
  )
  const entries = await listThreads(context, shown)
  return new Map(
    opinions.map(({ id, planItemIds }) => [
      id,
      entries.filter(
        ({ kind, source, itemId, asOf }) =>
          sources.get(id)?.includes(source.key) ||
          (kind === 'meeting-decision' && planItemIds.includes(itemId) && asOf >= receivedOn),
      ),
    ]),
  )
}

async function contactsPurgedOn(context: Context, one: PublicCase | undefined): Promise<string | undefined> {
  if (!one) return undefined
  const publishedOn = one.publishedAt && tokyoDay(new Date(one.publishedAt))
  const purgedAt = await findContactPurge(context, contactsKeptUntil({ sheet: one.sheet, publishedOn }))
  return purgedAt && tokyoDay(new Date(purgedAt))
}

/** A number that cannot be and one that is not there look alike, and looking for numbers is slowed down. */
async function missed(context: Context, { auth, clientAddress }: TraceVisit): Promise<Screen> {
  const wait = await countUse(auth, { ...mostMisses, kind: 'receipt', clientAddress, now: context.now })
  const problem =
    wait > 0
      ? '番号を何度も試したので、10分ほどおいて、もう一度お試しください'
      : 'この受付番号は見つかりません。控えを確かめてください'
  return { ...lookUpScreen({ number: problem }), isUnlisted: true, status: 404 }
}

import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { getPublicVersion } from '#src/features/plan/store/queries/public.ts'
import { secretWordOf } from '#src/features/voices/core/receipt-number.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen, type Visit } from '#src/platform/page.ts'
import { openSealer } from '#src/platform/sealing.ts'
import { takesWebComments } from '../core/case.ts'
import { commentPerson, commentWords } from '../core/comment-form.ts'
import { placeLabel } from '../core/plan-places.ts'
import { submitComment } from '../store/commands/cases.ts'
import { getPublicCase } from '../store/queries/cases.ts'
import { listPlaces, quoteProblem } from '../store/queries/places.ts'
import { commentsCrumb, homeCrumb } from './parts/comment-parts.tsx'
import { countSending } from './parts/count-sending.ts'
import { ReceiptView } from './parts/receipt-view.tsx'
import { issueTicket, readTicket } from './parts/ticket.ts'
import { CheckStep, ClosedView, PersonStep, type StepProps, WordsStep } from './parts/write-steps.tsx'

const mostBytes = 4 * 1024 * 1024

/**
 * 意見を書く: the words, the person, a look at both, and then sent once. Each step is a page; none needs a
 * script.
 */
export const writePage = page('/comments/:caseId/write', {
  audience: 'public',
  maxBytes: mostBytes,
  async show(context, { params, url }) {
    const about = url.searchParams.get('about') ?? ''
    return screen(context, { caseId: params.caseId, step: 'words', entered: { about }, problems: {} })
  },
  async submit(context, visit, form) {
    const { caseId } = visit.params
    const current = await getPublicCase(context, caseId)
    const entered = enteredIn(form)
    const to = (step: Step, problems: Problems = {}) => screen(context, { caseId, step, entered, problems })
    const bad = async (step: Step, problems: Problems): Promise<Screen> => ({
      ...(await to(step, problems)),
      status: 422,
    })
    if (entered['website']) return bad('words', { website: 'この欄は、空のままにしてください' })
    const words = readForm(commentWords, form)
    if (words.problems) return bad('words', words.problems)
    const unquoted = await quoteProblem(context, current.sheet.versionId, words.values)
    if (unquoted) return bad('words', { quote: unquoted })
    const go = entered['go'] ?? 'person'
    if (go === 'words' || go === 'person') return to(go)
    const person = readForm(commentPerson(current.sheet.identity), form)
    if (person.problems) return bad('person', person.problems)
    if (go !== 'send') {
      const ticket = issueTicket(openSealer(visit.folder), {
        caseId,
        submissionId: context.newId('su'),
        now: context.now,
      })
      return screen(context, { caseId, step: 'check', entered: { ...entered, ticket }, problems: {} })
    }
    return send(context, visit, { entered, words: words.values, person: person.values, bad })
  },
})

type Step = 'words' | 'person' | 'check'

type Sending = {
  entered: Entered
  words: ReturnType<typeof commentWords.parse>
  person: { name: string; address: string; reach: string }
  bad: (step: Step, problems: Problems) => Promise<Screen>
}

async function send(
  context: Context,
  visit: Visit<'/comments/:caseId/write'>,
  { entered, words, person, bad }: Sending,
): Promise<Screen> {
  const { caseId } = visit.params
  const sealer = openSealer(visit.folder)
  const ticket = readTicket(sealer, { caseId, ticket: entered['ticket'] ?? '', now: context.now })
  if ('problem' in ticket) return bad('check', { send: ticket.problem })
  const { isTooMany, heldReason } = await countSending({
    auth: visit.auth,
    clientAddress: visit.clientAddress,
    now: context.now,
  })
  if (isTooMany) {
    return bad('check', {
      send: 'この場所から、たくさんのご意見が続けて届いています。1分ほどおいて、もう一度送ってください。入力は消えていません',
    })
  }
  const { submissionId } = ticket
  const { receiptNumber } = await submitComment(context, {
    caseId,
    submissionId,
    words,
    person,
    sealer,
    heldReason,
  })
  const current = await getPublicCase(context, caseId)
  return {
    title: '受け付けました',
    crumbs: [homeCrumb, commentsCrumb],
    isUnlisted: true,
    body: (
      <ReceiptView
        sheet={current.sheet}
        receiptNumber={receiptNumber}
        secret={secretWordOf(sealer.mark('voice', receiptNumber))}
        receivedAt={context.now}
        text={words.text}
        about={placeLabel(await listPlaces(context, current.sheet.versionId), words.about)}
        district={words.district}
      />
    ),
  }
}

type Asked = { caseId: string; step: Step; entered: Entered; problems: Problems }

async function screen(context: Context, { caseId, step, entered, problems }: Asked): Promise<Screen> {
  const current = await getPublicCase(context, caseId)
  const [version, { districts }] = await Promise.all([
    getPublicVersion(context, current.sheet.versionId),
    getMunicipality(context),
  ])
  const titles = { words: 'ご意見を書く', person: 'あなたについて', check: '内容の確認' }
  const isOpen = takesWebComments(current, context.now, tokyoDay)
  const props: StepProps = {
    sheet: current.sheet,
    caseId,
    entered,
    problems,
    districts: [...districts, '市外'],
    places: await listPlaces(context, current.sheet.versionId),
  }
  const Step = { words: WordsStep, person: PersonStep, check: CheckStep }[step]
  return {
    title: isOpen ? titles[step] : '意見を受け付けていません',
    crumbs: [homeCrumb, commentsCrumb, { label: current.sheet.title, href: `/comments/${caseId}` }],
    isInvented: version.plan.isInvented,
    body: isOpen ? <Step {...props} title={titles[step]} /> : <ClosedView caseId={caseId} />,
  }
}

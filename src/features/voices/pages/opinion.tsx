import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found, unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, entriesOf, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import type { Disclosure } from '../core/labels.ts'
import { mayRelease, permissions } from '../core/permissions.ts'
import { placeForm, placeOf } from '../core/place.ts'
import { isCutFrom } from '../core/redaction.ts'
import { sentenceSpans } from '../core/spans.ts'
import { type Opinion, sortingForm, sortingProblems } from '../core/submission.ts'
import { redactOpinion, releaseOpinion } from '../store/commands/disclosure.ts'
import { keepPlace } from '../store/commands/places.ts'
import { sortOpinion, splitOpinion } from '../store/commands/sorting.ts'
import { placesOf } from '../store/queries/places.ts'
import { listItemChoices } from '../store/queries/plan-items.ts'
import { waitsForSpeaker } from '../store/queries/sessions.ts'
import { codesOf, listCodes } from '../store/queries/sorting.ts'
import { getOpinion, getSubmission } from '../store/queries/voices.ts'
import { OpinionView } from './parts/opinion-view.tsx'
import { voicesCrumb } from './parts/voice-tabs.tsx'

/** 1つの意見: split it, sort it, mask personal data, decide on its publication. */
export const opinionPage = page('/staff/voices/:submissionId/opinions/:opinionId', {
  audience: 'staff',
  show: async (context, { params }) => screen(context, await opinionIn(context, params), {}),
  async submit(context, { params }, form) {
    const opinion = await opinionIn(context, params)
    const entered = enteredIn(form)
    const act = acts[entered['act'] ?? '']
    if (!act) return screen(context, opinion, {})
    const outcome = act(context, { opinion, form, entered })
    if ('problems' in outcome) {
      return { ...(await screen(context, opinion, { entered, problems: outcome.problems })), status: 422 }
    }
    const saving = await unlessStale(outcome.saving)
    if (!saving.isStale)
      return { seeOther: `/staff/voices/${params.submissionId}/opinions/${opinion.id}?notice=saved` }
    const now = await opinionIn(context, params)
    return { ...(await screen(context, now, { entered, isStale: true })), status: 409 }
  },
})

/** The opinion, if it belongs to the submission of the address. */
async function opinionIn(
  context: Context,
  { submissionId, opinionId }: { submissionId: string; opinionId: string },
) {
  const opinion = await getOpinion(context, opinionId)
  return found(opinion.submissionId === submissionId ? opinion : undefined, '意見')
}

type Sent = { opinion: Opinion; form: FormData; entered: Entered }
type Outcome = { problems: Problems } | { saving: Promise<unknown> }

const acts: Readonly<Record<string, (context: Context, sent: Sent) => Outcome>> = {
  split(context, { opinion, form, entered }) {
    const starts = entriesOf(form, 'start').map(Number).filter(Number.isInteger)
    if (starts.length === 0) return { problems: { split: '新しい意見が始まる文を、1つ以上選んでください' } }
    return {
      saving: splitOpinion(context, { opinionId: opinion.id, revision: Number(entered['revision']), starts }),
    }
  },
  sort(context, { opinion, form, entered }) {
    const read = readForm(sortingForm, form)
    if (read.problems) return { problems: read.problems }
    const problems = sortingProblems(read.values)
    if (Object.keys(problems).length > 0) return { problems }
    const codeIds = [...new Set(entriesOf(form, 'code'))]
    return {
      saving: sortOpinion(context, {
        ...read.values,
        opinionId: opinion.id,
        revision: Number(entered['revision']),
        codeIds,
      }),
    }
  },
  place(context, { opinion, form, entered }) {
    const read = readForm(placeForm, form)
    if (read.problems) return { problems: read.problems }
    const place = placeOf(read.values)
    return {
      saving: keepPlace(context, { opinionId: opinion.id, revision: Number(entered['revision']), place }),
    }
  },
  redact(context, { opinion, entered }) {
    const redacted = (entered['redacted'] ?? '').trim()
    if (redacted === '')
      return {
        problems: {
          redacted: '公開する文を書いてください。1字も公開できないときは、原文をすべて ■■ にします',
        },
      }
    if (!isCutFrom(opinion.verbatim, redacted))
      return {
        problems: { redacted: '原文にない言葉があります。伏せる（■■ にする）ことと、除くことだけができます' },
      }
    return {
      saving: redactOpinion(context, {
        opinionId: opinion.id,
        revision: Number(entered['revision']),
        redacted,
      }),
    }
  },
  release(context, { opinion, entered }): Outcome {
    const disclosure = decisions.find((one) => one === entered['disclosure'])
    const reason = (entered['reason'] ?? '').trim().slice(0, 200)
    if (!disclosure) return { problems: { disclosure: '公開するか、しないかを選んでください' } }
    if (disclosure === 'withheld' && reason === '')
      return { problems: { reason: '公開しない理由を書いてください' } }
    if (disclosure === 'summary-only' && opinion.summary === '')
      return { problems: { disclosure: '要約がありません。先に「分類」で要約を書いてください' } }
    return {
      saving: releaseOpinion(context, {
        opinionId: opinion.id,
        revision: Number(entered['revision']),
        disclosure,
        reason,
      }),
    }
  },
}

const decisions: readonly Exclude<Disclosure, 'undecided'>[] = ['public', 'summary-only', 'withheld']

type State = { entered?: Entered; problems?: Problems; isStale?: boolean }

async function screen(
  context: Context,
  opinion: Opinion,
  { entered, problems = {}, isStale = false }: State,
): Promise<Screen> {
  authorize(context, permissions, 'read-voices')
  const submission = await getSubmission(context, opinion.submissionId)
  const [isWaiting, codes, given, items, places, { districts }] = await Promise.all([
    waitsForSpeaker(context, submission.sessionRef),
    listCodes(context),
    codesOf(context, [opinion.id]),
    listItemChoices(context),
    placesOf(context, [opinion.id]),
    getMunicipality(context),
  ])
  const title = `意見${opinion.number}`
  const may = (action: keyof typeof permissions) => mayDo(context.actor, permissions, action)
  return {
    title: `${title}（${submission.receiptNumber}）`,
    crumbs: [voicesCrumb, { label: submission.receiptNumber, href: `/staff/voices/${submission.id}` }],
    body: (
      <OpinionView
        title={title}
        opinion={opinion}
        submission={submission}
        sentences={sentenceSpans(submission.original).filter(
          ({ start }) => start > opinion.start && start < opinion.end,
        )}
        codes={codes.filter(({ id, isRetired }) => !isRetired || given.get(opinion.id)?.includes(id))}
        given={given.get(opinion.id) ?? []}
        items={items}
        place={places.get(opinion.id)}
        districts={[...districts, '市外']}
        form={{ entered, problems, isStale }}
        may={{
          sort: may('sort-voices'),
          redact: may('redact-voices'),
          release: may('release-voices'),
          isOther: mayRelease(context.actor, opinion),
          quote: !isWaiting,
        }}
      />
    ),
  }
}

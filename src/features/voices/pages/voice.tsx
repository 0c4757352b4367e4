import { permissions as organizationPermissions } from '#src/features/organization/core/permissions.ts'
import { listAccountNames } from '#src/features/organization/store/queries.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { enteredIn, entriesOf } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { openSealer } from '#src/platform/sealing.ts'
import { AboutScreen } from '#src/ui/parts.tsx'
import { channelLabels } from '../core/labels.ts'
import { permissions } from '../core/permissions.ts'
import { clearHeld, withdrawSubmission } from '../store/commands/disclosure.ts'
import type { Contact } from '../store/commands/intake.ts'
import { type ContactReason, contactReasons, readContact } from '../store/commands/people.ts'
import { joinOpinions } from '../store/commands/sorting.ts'
import { getSubmission, listHistory, listOpinionsOf } from '../store/queries/voices.ts'
import { ContactView } from './parts/contact-view.tsx'
import { voicesCrumb } from './parts/voice-tabs.tsx'
import { VoiceView } from './parts/voice-view.tsx'

/** 1通の声: the letter as it came, its opinions, what was done with it. */
export const voicePage = page('/staff/voices/:submissionId', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.submissionId),
  async submit(context, { params: { submissionId } }, form) {
    const { act, revision } = enteredIn(form)
    const known = { submissionId, revision: Number(revision) }
    if (act === 'join') {
      const opinionIds = entriesOf(form, 'opinion')
      if (opinionIds.length < 2)
        return {
          ...(await screen(context, submissionId, { opinions: 'まとめる意見を、2つ以上選んでください' })),
          status: 422,
        }
      await joinOpinions(context, { submissionId, opinionIds })
      return { seeOther: `/staff/voices/${submissionId}?notice=joined` }
    }
    if (act === 'withdraw') await withdrawSubmission(context, known)
    if (act === 'held') await clearHeld(context, known)
    return { seeOther: `/staff/voices/${submissionId}?notice=saved` }
  },
})

async function screen(
  context: Context,
  submissionId: string,
  problems: Record<string, string> = {},
): Promise<Screen> {
  authorize(context, permissions, 'read-voices')
  const submission = await getSubmission(context, submissionId)
  const mayKnowWho = mayDo(context.actor, organizationPermissions, 'read-people')
  const [opinions, history, names] = await Promise.all([
    listOpinionsOf(context, submissionId),
    listHistory(context, submissionId),
    mayKnowWho ? listAccountNames(context) : undefined,
  ])
  const may = (action: keyof typeof permissions) => mayDo(context.actor, permissions, action)
  const mayAct = {
    join: may('sort-voices'),
    withdraw: may('withdraw-voice'),
    contact: may('read-contact'),
    check: may('check-transcripts'),
  }
  return {
    title: `${channelLabels[submission.channel]}の声 ${submission.receiptNumber}`,
    crumbs: [voicesCrumb],
    facts: [
      { label: '受付番号', value: submission.receiptNumber },
      { label: '受けた日', value: eraDay(submission.receivedOn) },
      { label: '意見の数', value: `${opinions.length}件` },
      { label: '状態', value: submission.withdrawnAt ? '取り下げ' : '受付済み' },
    ],
    body: (
      <>
        <VoiceView
          submission={submission}
          opinions={opinions}
          history={history.map((entry) => ({ ...entry, who: names?.get(entry.actor) ?? '' }))}
          mayAct={mayAct}
          problems={problems}
        />
        <AboutScreen>
          <p>
            意見は、原文のどこからどこまでかで示します。打ち間違いを直すと、前の文と理由が「したこと」に残ります。分けても、まとめても、言葉は1つも消えません。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

/** 提出者の連絡先: one look, with its reason; the look stands in the audit. */
export const contactPage = page('/staff/voices/contacts/:submissionId', {
  audience: 'staff',
  async show(context, { params }) {
    const may = mayDo(context.actor, permissions, 'read-contact')
    return may ? contactScreen(params.submissionId) : { seeOther: '/staff/voices/contacts' }
  },
  async submit(context, { params: { submissionId }, folder }, form) {
    const { reason = '' } = enteredIn(form)
    authorize(context, permissions, 'read-contact')
    if (!Object.hasOwn(contactReasons, reason)) {
      return {
        ...contactScreen(submissionId, { problems: { reason: '見る理由を選んでください' } }),
        status: 422,
      }
    }
    const contact = await readContact(context, {
      submissionId,
      reason: reason as ContactReason,
      sealer: openSealer(folder),
    })
    return contactScreen(submissionId, { contact: contact ?? null })
  },
})

type ContactState = { contact?: Contact | null; problems?: Record<string, string> }

const contactScreen = (submissionId: string, state: ContactState = {}): Screen => ({
  title: '提出者の連絡先',
  crumbs: [{ label: '連絡先の廃棄', href: '/staff/voices/contacts' }],
  body: <ContactView {...state} submissionId={submissionId} />,
})

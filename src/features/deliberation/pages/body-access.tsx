import { randomBytes } from 'node:crypto'
import { newSecret, secretToShow } from '#src/platform/auth/second-factor.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { newToken } from '#src/platform/hash-of-token.ts'
import { page, type Screen, type Visit } from '#src/platform/page.ts'
import { openSealer } from '#src/platform/sealing.ts'
import { FormHead } from '#src/ui/form-head.tsx'
import { AboutScreen } from '#src/ui/parts.tsx'
import { sitsOn } from '../core/bodies.ts'
import { invitationForm } from '../core/forms.ts'
import { paperCodeCount, paperCodeOf } from '../core/member-access.ts'
import { addressForm } from '../core/notice-form.ts'
import { permissions } from '../core/permissions.ts'
import { endAccess, inviteMember } from '../store/commands-access.ts'
import { keepMemberAddress } from '../store/commands-notices.ts'
import { getBody, listMembers, todayOf } from '../store/queries.ts'
import { listMemberAccess } from '../store/queries-access.ts'
import { listReachable } from '../store/queries-notices.ts'
import { AccessTable, type HandedOver, InvitationForm, InvitationSheet } from './parts/access-view.tsx'
import { AddressForm } from './parts/address-view.tsx'
import { bodiesCrumb, meetingsCrumb } from './parts/deliberation-tabs.tsx'

/** 委員の入口: who of a body reads on screen, by which second step. What is handed over is shown once. */
export const bodyAccessPage = page('/staff/bodies/:bodyId/access', {
  audience: 'staff',
  show: (context, visit) => screen(context, visit, {}),
  async submit(context, visit, form) {
    authorize(context, permissions, 'invite-members')
    const { bodyId } = visit.params
    const entered = enteredIn(form)
    const members = await listMembers(context, bodyId)
    const asked = entered['act'] === 'address' ? entered['addresseeId'] : entered['membershipId']
    const isOfBody = members.some(({ id }) => id === asked)
    if (entered['act'] === 'end' && isOfBody) {
      await endAccess(context, { membershipId: entered['membershipId'] ?? '' })
      return { seeOther: `/staff/bodies/${bodyId}/access?notice=saved` }
    }
    if (entered['act'] === 'address') return keepAddress(context, visit, { form, isOfBody })
    const read = readForm(invitationForm, form)
    const problems = read.problems ?? (isOfBody ? undefined : { membershipId: '委員を選んでください' })
    if (problems || read.problems)
      return { ...(await screen(context, visit, { entered, problems })), status: 422 }
    return screen(context, visit, { handedOver: await invite(context, visit, read.values) })
  },
})

type Addressing = { form: FormData; isOfBody: boolean }
type AccessVisit = Visit<'/staff/bodies/:bodyId/access'>

async function keepAddress(context: Context, visit: AccessVisit, { form, isOfBody }: Addressing) {
  const read = readForm(addressForm, form)
  const problems = read.problems ?? (isOfBody ? undefined : { addresseeId: '委員を選んでください' })
  if (read.problems || problems) {
    return { ...(await screen(context, visit, { entered: read.entered, problems })), status: 422 as const }
  }
  const { addresseeId: membershipId, noticeAddress: address } = read.values
  await keepMemberAddress(context, { membershipId, address, sealer: openSealer(visit.folder) })
  return { seeOther: `/staff/bodies/${visit.params.bodyId}/access?notice=saved` }
}

type Invited = { membershipId: string; way: HandedOver['way']; address: string }

async function invite(context: Context, { auth, folder, site }: Visit, given: Invited): Promise<HandedOver> {
  const { membershipId, way, address } = given
  const token = newToken()
  const appSecret = way === 'totp' ? await newSecret(auth) : ''
  const codes =
    way === 'paper' ? Array.from({ length: paperCodeCount }, () => paperCodeOf(randomBytes(8))) : []
  const sealer = openSealer(folder)
  const sent = { membershipId, token, way, address: way === 'mail' ? address : '', appSecret, codes, sealer }
  await inviteMember(context, sent)
  const app = appSecret ? await secretToShow(auth, { kept: appSecret, account: '委員' }) : undefined
  return { membershipId, way, link: `${site}/members/enter/${token}`, codes, app }
}

type State = { entered?: Entered; problems?: Problems | undefined; handedOver?: HandedOver }

async function screen(
  context: Context,
  { params: { bodyId }, hasMailServer }: AccessVisit,
  state: State,
): Promise<Screen> {
  authorize(context, permissions, 'invite-members')
  const body = await getBody(context, bodyId)
  const today = todayOf(context)
  const sitting = (await listMembers(context, bodyId)).filter((member) => sitsOn(member, today))
  const access = await listMemberAccess(context)
  const handedTo = sitting.find(({ id }) => id === state.handedOver?.membershipId)
  return {
    title: `${body.name}の委員の入口`,
    crumbs: [meetingsCrumb, bodiesCrumb, { label: body.name, href: `/staff/bodies/${bodyId}` }],
    body: (
      <>
        <FormHead problems={state.problems ?? {}} />
        <div class="sb-title">
          <h1>{body.name}の委員の入口</h1>
        </div>
        {state.handedOver && handedTo && <InvitationSheet handedOver={state.handedOver} member={handedTo} />}
        <AccessTable members={sitting} access={access} />
        <InvitationForm
          members={sitting}
          hasMailServer={hasMailServer}
          entered={state.entered ?? {}}
          problems={state.problems ?? {}}
        />
        <AddressForm
          members={sitting}
          reachable={await listReachable(context, bodyId)}
          entered={state.entered ?? {}}
          problems={state.problems ?? {}}
        />
        <AboutScreen>
          <p>
            庁内のアカウントをもたない委員は、招待のリンクと、2つ目の確認（紙のコード、認証アプリ、メールのコード）の両方で入ります。
            リンクだけでは何も見られません。読めるのは、その会議体の招集された会議と資料、示された案だけです。任期が終わった翌日から、入れなくなります。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

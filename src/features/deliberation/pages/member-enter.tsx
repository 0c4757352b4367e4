import { randomBytes } from 'node:crypto'
import { cookieLine } from '#src/platform/auth/cookies.ts'
import { stepOf } from '#src/platform/auth/second-factor.ts'
import { absoluteMilliseconds } from '#src/platform/auth/session-life.ts'
import { countTry, countUse, forgetTries, tryOf } from '#src/platform/auth/tries.ts'
import type { Context } from '#src/platform/context.ts'
import { found, unlessStale } from '#src/platform/errors.ts'
import { enteredIn, type Problems } from '#src/platform/form.ts'
import { newToken } from '#src/platform/hash-of-token.ts'
import { page, type Screen, type SeeOther, type Visit } from '#src/platform/page.ts'
import { openSealer } from '#src/platform/sealing.ts'
import { mailCodeOf, plainCode } from '../core/member-access.ts'
import { enterByInvitation, type Proof, sendMemberCode } from '../store/commands-access.ts'
import { getBody } from '../store/queries.ts'
import { findInvitation, type OpenInvitation } from '../store/queries-access.ts'
import { EnterView } from './parts/enter-view.tsx'
import { enterAddress } from './parts/member-page.ts'

/** Without a link: how members come in. */
export const memberDoor = page(enterAddress, {
  audience: 'anyone',
  async show() {
    return {
      title: '委員の画面に入る',
      isUnlisted: true,
      isInvented: false,
      body: (
        <div class="l-flow l-measure">
          <h1>委員の画面に入る</h1>
          <p>審議会などの委員の方は、事務局からお渡しした招待のリンク（アドレス）を開いてください。</p>
          <p>1時間使わないと、安全のため自動で閉じます。もう一度、同じリンクから入れます。</p>
          <p>リンクがわからないときや、任期が替わったときは、下の問合せ先へお知らせください。</p>
        </div>
      ),
    }
  },
})

/** The link of an invitation: alone it opens nothing; a code of the paper, the app or a mail comes with it. */
export const memberEnter = page('/members/enter/:token', {
  audience: 'anyone',
  async show(context, { params }) {
    return screen(context, await invitationOf(context, params.token), {})
  },
  async submit(context, visit, form) {
    const invitation = await invitationOf(context, visit.params.token)
    const act = form.get('act') === 'send' ? send : enter
    return act(context, visit, { invitation, typed: enteredIn(form)['code'] ?? '' })
  },
})

async function invitationOf(context: Context, token: string): Promise<OpenInvitation> {
  return found(await findInvitation(context, token), '使える招待のリンク')
}

type Step = { invitation: OpenInvitation; typed: string }

const wrong = 'このコードは使えません。もう一度確かめて入力してください'
const wait = (milliseconds: number) =>
  `続けて何度も試されたため、少し間をおきます。${Math.ceil(milliseconds / 60_000)}分ほど待ってから、もう一度入力してください`

async function enter(
  context: Context,
  visit: Visit<'/members/enter/:token'>,
  step: Step,
): Promise<Screen | SeeOther> {
  const { auth, folder, params } = visit
  const { invitation, typed } = step
  const refuse = async (problem: string): Promise<Screen> => ({
    ...(await screen(context, invitation, { code: problem })),
    status: 422,
  })
  const made = tryOf(auth, visit, { email: invitation.accessId, guessed: 'code', now: context.now })
  const waiting = await countTry(auth, made)
  if (waiting > 0) return refuse(wait(waiting))
  const proof = await proofOf(context, visit, step)
  if (!proof) return refuse(typed.trim() === '' ? '確認コードを入力してください' : wrong)
  const sessionToken = newToken()
  const sealer = openSealer(folder)
  const entering = enterByInvitation(context, { token: params.token, sessionToken, proof, sealer })
  if ((await unlessStale(entering)).isStale) return refuse(wrong)
  await forgetTries(auth, made)
  const cookie = {
    purpose: 'member' as const,
    value: sessionToken,
    maxAgeSeconds: absoluteMilliseconds / 1000,
  }
  return { seeOther: '/members', cookies: [cookieLine(auth, cookie)] }
}

async function proofOf(
  context: Context,
  { auth }: Visit,
  { invitation, typed }: Step,
): Promise<Proof | undefined> {
  const code = plainCode(typed)
  if (code === '') return undefined
  if (invitation.way !== 'totp') return { kind: 'code', code }
  const step = await stepOf(auth, { kept: invitation.appSecret, code, now: context.now })
  return step === undefined ? undefined : { kind: 'app', step }
}

/** A code by mail, at most five in a quarter of an hour. */
async function send(
  context: Context,
  visit: Visit<'/members/enter/:token'>,
  { invitation }: Step,
): Promise<Screen> {
  const { auth, folder, params, wakeMails } = visit
  const kind = `member code ${invitation.accessId}`
  const waiting = await countUse(auth, {
    kind,
    clientAddress: '',
    most: 5,
    window: 15 * 60_000,
    now: context.now,
  })
  if (waiting > 0) return { ...(await screen(context, invitation, { code: wait(waiting) })), status: 422 }
  const { name: bodyName } = await getBody(context, invitation.bodyId)
  const code = mailCodeOf(new Uint8Array(randomBytes(4)))
  await sendMemberCode(context, { token: params.token, code, sealer: openSealer(folder), bodyName })
  wakeMails()
  return screen(context, invitation, {}, true)
}

async function screen(
  context: Context,
  invitation: OpenInvitation,
  problems: Problems,
  wasSent = false,
): Promise<Screen> {
  const { name } = await getBody(context, invitation.bodyId)
  return {
    title: `${name} 委員の画面に入る`,
    isUnlisted: true,
    isInvented: false,
    body: <EnterView bodyName={name} invitation={invitation} problems={problems} wasSent={wasSent} />,
  }
}

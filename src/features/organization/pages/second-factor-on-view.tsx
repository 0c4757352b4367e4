import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { guardedRoles } from '#src/lib/permissions.ts'
import type { Problems } from '#src/platform/form.ts'
import { Section } from '#src/ui/parts.tsx'
import type { Account } from '../core/account.ts'
import { rolesInWords } from '../core/account-roles.ts'
import { isShortOfCodes, type SecondFactor } from '../core/second-factor.ts'
import { OwnCode } from './parts/own-code.tsx'
import { Warning } from './parts/warning.tsx'

type On = Extract<SecondFactor, { state: 'on' }>
type Props = { account: Account; own: On; problems: Problems }

/** On: since when, how many recovery codes are left, new ones, and off again. Each asks for a code. */
export function SecondFactorOn({ account, own, problems }: Props) {
  const left = own.recoveryCodesLeft
  return (
    <>
      <dl class="dads-description-list l-gap">
        <div>
          <dt>状態</dt>
          <dd>使っています（{eraDay(tokyoDay(new Date(own.since)))}から）</dd>
        </div>
        <div>
          <dt>残りの予備コード</dt>
          <dd>{left}個</dd>
        </div>
      </dl>
      {isShortOfCodes(left) && <Warning>予備コードが少なくなりました。つくり直してください。</Warning>}
      <Section id="renew" title="予備コードをつくり直す">
        <form method="post" class="sb-form">
          <p>新しい予備コードを10個つくります。前のものは使えなくなります。</p>
          <OwnCode name="code" problem={problems['code']} />
          <button class="dads-button dads-button--secondary" type="submit" name="act" value="renew">
            つくり直す
          </button>
        </form>
      </Section>
      <Section id="drop" title="やめる">
        <Drop account={account} problem={problems['last-code']} />
      </Section>
    </>
  )
}

function Drop({ account, problem }: { account: Account; problem: string | undefined }) {
  const guarded = account.roles.filter((role) => guardedRoles.includes(role))
  return (
    <form method="post" class="sb-form">
      <p>スマートフォンを替えるときは、いちどやめてから、新しいスマートフォンで設定してください。</p>
      {guarded.length > 0 && (
        <Warning>やめると、{rolesInWords(guarded)}の仕事は、また設定するまでできません。</Warning>
      )}
      <OwnCode name="last-code" problem={problem} />
      <button class="dads-button dads-button--secondary" type="submit" name="act" value="drop">
        二段階認証をやめる
      </button>
    </form>
  )
}

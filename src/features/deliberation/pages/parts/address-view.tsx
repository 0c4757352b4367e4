import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { Section } from '#src/ui/parts.tsx'
import type { Membership } from '../../core/bodies.ts'

type Props = {
  members: readonly Membership[]
  reachable: ReadonlySet<string>
  entered: Entered
  problems: Problems
}

/** お知らせのアドレス: who of a body is written to by mail. The addresses themselves are never shown. */
export function AddressForm({ members, reachable, entered, problems }: Props) {
  if (members.length === 0) return null
  const isBack = entered['act'] === 'address'
  const without = members.filter(({ id }) => !reachable.has(id))
  return (
    <Section
      id="addresses"
      title={`お知らせのアドレス（${members.length - without.length}／${members.length}人）`}
    >
      <p class="l-gap-after">
        {without.length === 0
          ? '委員の全員に、開催通知をメールで送れます。'
          : `手紙で知らせる委員：${without.map(({ name }) => name).join('、')}`}
      </p>
      <form method="post" class="sb-form" aria-label="お知らせのアドレス" action="#error-summary">
        <SelectField
          name="addresseeId"
          label="アドレスを登録する委員"
          value={isBack ? entered['addresseeId'] : undefined}
          problem={problems['addresseeId']}
          choices={members.map(({ id, name }) => ({
            value: id,
            label: reachable.has(id) ? `${name}（登録あり）` : name,
          }))}
          width="mid"
        />
        <TextField
          name="noticeAddress"
          label="お知らせのアドレス"
          value={isBack ? entered['noticeAddress'] : undefined}
          problem={problems['noticeAddress']}
          support="封をして保管し、この画面にも出しません。空にして保存すると消えます。任期が終わると、翌朝に消えます。"
          width="mid"
        />
        <button class="dads-button dads-button--secondary" type="submit" name="act" value="address">
          アドレスを登録する
        </button>
      </form>
    </Section>
  )
}

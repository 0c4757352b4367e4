import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { TextArea, TextField } from '#src/ui/field.tsx'
import { Disclosure, NoValue, Section } from '#src/ui/parts.tsx'
import { type Extension, extensionStateLabels } from '../../core/extensions.ts'
import { extensionAddress } from './addresses.ts'

export function ExtensionTable({ extensions }: { extensions: readonly Extension[] }) {
  if (extensions.length === 0) return null
  return (
    <table class="dads-table dads-table--cards l-gap">
      <caption>延長の記録</caption>
      <thead>
        <tr>
          <th scope="col">日</th>
          <th scope="col">求めた期限</th>
          <th scope="col">理由</th>
          <th scope="col">返事</th>
        </tr>
      </thead>
      <tbody>
        {extensions.map(({ id, askedAt, askedDueOn, reason, state, grantedDueOn, answer }) => (
          <tr key={id}>
            <th scope="row">{eraDay(tokyoDay(new Date(askedAt)))}</th>
            <td data-label="求めた期限">{eraDay(askedDueOn)}</td>
            <td data-label="理由">{reason || <NoValue words="なし" />}</td>
            <td data-label="返事">
              <span>
                {extensionStateLabels[state]}
                {grantedDueOn && `（${eraDay(grantedDueOn)}まで）`}
                {answer && `　${answer}`}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type AskedProps = {
  extensions: readonly Extension[]
  roundId: string
  nameOf: (unitId: string) => string
}

/** The sections whose question for more time waits for an answer, on the board of the round. */
export function ExtensionsAsked({ extensions, roundId, nameOf }: AskedProps) {
  const asked = extensions.filter(({ state }) => state === 'asked')
  if (asked.length === 0) return null
  return (
    <div class="l-gap">
      <p>期限の延長を求めている課（{asked.length}）</p>
      <ul class="sb-list">
        {asked.map(({ id, unitId, askedDueOn, reason }) => (
          <li key={id}>
            <a href={extensionAddress(roundId, unitId)}>{nameOf(unitId)}</a>：{eraDay(askedDueOn)}まで。
            {reason}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What the section last heard of its deadline, beside the way to ask for another: read without any mail. */
export function ExtensionStanding({ extensions }: { extensions: readonly Extension[] }) {
  const last = extensions.at(-1)
  if (!last) return null
  return <p class="l-gap">{standingWords(last)}</p>
}

function standingWords({ state, askedDueOn, grantedDueOn, answer, reason }: Extension): string {
  if (state === 'asked') return `期限の延長（${eraDay(askedDueOn)}まで）を求めています。返事を待っています。`
  if (state === 'refused') return `期限の延長の求めに、「延長しない」と返事がありました：${answer}`
  return `期限は${eraDay(grantedDueOn ?? askedDueOn)}まで延長されています：${answer || reason}`
}

type FormProps = { entered: Entered; problems: Problems }

const words = {
  ask: { title: '延長を求める', button: '延長を求める', reason: '事務局が読みます。' },
  extend: { title: '期限を延長する', button: '期限を延長する', reason: '課も読みます。' },
} as const

export function AskForm({ act, entered, problems }: FormProps & { act: keyof typeof words }) {
  return (
    <Section id="ask" title={words[act].title}>
      <form method="post" class="sb-form" aria-label={words[act].title} action="#error-summary">
        <DueAndReason entered={entered} problems={problems} support={words[act].reason} />
        <button class="dads-button" type="submit" name="act" value={act}>
          {words[act].button}
        </button>
      </form>
    </Section>
  )
}

function DueAndReason({ entered, problems, support }: FormProps & { support: string }) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <>
      <TextField {...field('dueOn')} label="新しい期限" support="例：令和9年2月12日" width="short" required />
      <TextArea {...field('reason')} label="理由" support={support} rows={3} required />
    </>
  )
}

/** What the secretariat answers: granted, perhaps to another day, or refused. */
export function AnswerForms({ asked, entered, problems }: FormProps & { asked: Extension }) {
  const typed = { dueOn: asked.askedDueOn, reason: asked.reason, ...entered }
  return (
    <Section id="answer" title="延長の求めに返事をする">
      <form method="post" class="sb-form" aria-label="延長する" action="#error-summary">
        <input type="hidden" name="extensionId" value={asked.id} />
        <DueAndReason entered={typed} problems={problems} support="課も読みます。" />
        <button class="dads-button" type="submit" name="act" value="grant">
          延長する
        </button>
      </form>
      <Disclosure label="延長しない" open={entered['act'] === 'refuse'}>
        <form method="post" class="sb-form" aria-label="延長しない" action="#error-summary">
          <input type="hidden" name="extensionId" value={asked.id} />
          <TextArea
            name="answer"
            label="延長しない理由"
            value={entered['answer']}
            problem={problems['answer']}
            rows={2}
            required
          />
          <button class="dads-button dads-button--secondary" type="submit" name="act" value="refuse">
            延長しないと返事をする
          </button>
        </form>
      </Disclosure>
    </Section>
  )
}

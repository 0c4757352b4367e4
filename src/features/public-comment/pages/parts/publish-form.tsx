import { methodLabels, methods } from '#src/features/voices/core/labels.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { TextField } from '#src/ui/field.tsx'
import { Disclosure } from '#src/ui/parts.tsx'
import { correctionProblems, type PeopleCorrection } from '../../core/people.ts'
import type { ResultTable } from '../../core/result.ts'
import type { ResultDraft } from '../../store/queries/result.ts'
import { Caution } from './comment-parts.tsx'

const fieldOf = (label: string) => `people-${methods.find((key) => methodLabels[key] === label) ?? label}`

type Read = { correction: PeopleCorrection | undefined; problems: Problems }

/** What was typed over the counted numbers, if anything was. */
export function readCorrection(table: ResultTable, entered: Entered): Read {
  const typed = ({ method, people }: ResultTable['byMethod'][number]) => {
    const words = (entered[fieldOf(method)] ?? String(people)).normalize('NFKC').trim()
    return /^\d{1,6}$/.test(words) ? Number(words) : Number.NaN
  }
  const correction = {
    people: new Map(table.byMethod.map((one) => [one.method, typed(one)])),
    reason: (entered['correctionReason'] ?? '').trim().slice(0, 300),
  }
  const found = correctionProblems(table, correction)
  const problems = Object.fromEntries(
    [...found].map(([key, words]) => [key === 'reason' ? 'correctionReason' : fieldOf(key), words]),
  )
  return { correction: correction.reason === '' ? undefined : correction, problems }
}

type Props = {
  draft: ResultDraft
  entered: Entered
  problems: Problems
  revision: number
  contactYears: string
}

/** Publishes with the people as they were counted; who knows better says so way by way, with the reason. */
export function PublishForm({ draft, entered, problems, revision, contactYears }: Props) {
  const { table, submitters } = draft
  const same = submitters.filter(({ receiptNumbers }) => receiptNumbers.length > 1)
  const hasProblem = Object.keys(problems).length > 0
  return (
    <form method="post" class="sb-form" noValidate>
      <input type="hidden" name="revision" value={revision} />
      <p>
        提出した人は{table.submitters}
        人です。氏名と住所（住所がないときは連絡先）が同じ提出を、1人と数えました。
      </p>
      {same.length > 0 && (
        <ul class="sb-list">
          {same.map(({ receiptNumbers }) => (
            <li key={receiptNumbers[0]}>1人とした提出：{receiptNumbers.join('、')}</li>
          ))}
        </ul>
      )}
      <Disclosure label="人数が違うときは、ここで直す" open={hasProblem}>
        <div class="l-flow">
          {table.byMethod.map((one) => (
            <TextField
              key={one.method}
              name={fieldOf(one.method)}
              label={`${one.method}の人数`}
              value={entered[fieldOf(one.method)] ?? String(one.people)}
              problem={problems[fieldOf(one.method)]}
              support={`提出は${one.submissions}件です。`}
              inputMode="numeric"
              width="short"
            />
          ))}
          <TextField
            name="correctionReason"
            label="人数を直した理由"
            value={entered['correctionReason']}
            problem={problems['correctionReason']}
            support="数えた人数と理由も、結果といっしょに公表されます。氏名は書かないでください。"
          />
        </div>
      </Disclosure>
      <Caution>
        公表した結果は、変えられません。連絡先は、きょうから{contactYears}年で廃棄の対象になります。
      </Caution>
      <button class="dads-button" type="submit">
        結果を公表する
      </button>
    </form>
  )
}

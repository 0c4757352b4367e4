import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { Section } from '#src/ui/parts.tsx'
import { confirmationLabels, hasDirections, type Session } from '../../core/session.ts'
import { choicesOf } from './session-fields.tsx'

type OutcomeProps = { session: Session; form: { entered: Entered | undefined; problems: Problems } }

/** After the day: how many came, and what is done with what was said. */
export function OutcomeForm({ session, form: { entered, problems } }: OutcomeProps) {
  const saved = {
    participants: String(session.participants ?? ''),
    participantsNote: session.participantsNote,
    cameOnline: String(session.cameOnline ?? ''),
    cameInWriting: String(session.cameInWriting ?? ''),
    spoke: String(session.spoke ?? ''),
    confirmation: session.confirmation,
    directions: session.directions,
    nextSteps: session.nextSteps,
  }
  const values: Entered = entered ?? saved
  const field = (name: string) => ({ name, value: values[name] ?? '', problem: problems[name] })
  return (
    <Section id="outcome" title="開催の結果">
      <form method="post" class="sb-form">
        <input type="hidden" name="revision" value={session.revision} />
        <TextField {...field('participants')} label="参加した人の数" inputMode="numeric" width="short" />
        <div class="l-cluster l-cluster--wide">
          <TextField
            {...field('cameOnline')}
            label="うちオンライン"
            inputMode="numeric"
            width="short"
            optional
          />
          <TextField
            {...field('cameInWriting')}
            label="うち書面"
            inputMode="numeric"
            width="short"
            optional
          />
          <TextField
            {...field('spoke')}
            label="うち話した・書いた人"
            inputMode="numeric"
            width="short"
            optional
          />
        </div>
        <TextField
          {...field('participantsNote')}
          label="参加した人の内訳"
          support="地区と年代の数だけ。例：伊奈 8人、谷和原 15人、みらい平 10人。氏名は書きません"
          optional
        />
        <SelectField
          {...field('confirmation')}
          label="記録の本人確認"
          choices={choicesOf(confirmationLabels)}
          width="mid"
        />
        {hasDirections(session) && (
          <TextArea
            {...field('directions')}
            label="方向性"
            support="聞いたことから、担当者が読み取ったこと。発言とは別に残り、庁内の記録の報告にだけ載ります"
            rows={4}
            optional
          />
        )}
        <TextArea
          {...field('nextSteps')}
          label="これからの進め方"
          support="公開の報告に載ります"
          rows={2}
          optional
        />
        <button class="dads-button dads-button--secondary" name="act" value="outcome" type="submit">
          結果を保存する
        </button>
      </form>
    </Section>
  )
}

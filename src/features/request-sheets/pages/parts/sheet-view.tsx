import { Fragment } from 'preact'
import type { Entered, Problems } from '#src/platform/form.ts'
import { Disclosure, Section } from '#src/ui/parts.tsx'
import type { SheetField } from '../../core/fields.ts'
import type { References } from '../../core/references.ts'
import { openAnswers, type RequestRound, type RequestSheet, remarkKindLabels } from '../../core/sheets.ts'
import { AnswerValue } from '../../views/answer-value.tsx'
import { AnswerField } from './answer-field.tsx'
import type { Realism } from './realism-facts.ts'
import { RealismBox } from './realism-view.tsx'

type Props = {
  sheet: RequestSheet
  round: RequestRound
  open: readonly SheetField[]
  references: References
  entered: Entered
  problems: Problems
}

const remarkWords = ({ remarks }: RequestSheet, fieldId: string) =>
  remarks
    .filter((remark) => remark.fieldId === fieldId)
    .map(({ kind, text }) => `${remarkKindLabels[kind]}：${text}`)
    .join('　')

type FillProps = Props & { realism: Realism | undefined }

/** The open fields to write in; the others stand above as they are. */
export function FillForm({ sheet, round, open, references, entered, problems, realism }: FillProps) {
  const locked = round.fields.filter(({ id }) => !open.some((field) => field.id === id))
  const asksTarget = open.some(({ prefill }) => prefill === 'target')
  return (
    <>
      {locked.length > 0 && (
        <Disclosure label={`差し戻していない項目（${locked.length}）`}>
          <Answers fields={locked} sheet={sheet} references={references} />
        </Disclosure>
      )}
      <draft-keeper data-key={String(sheet.revision)}>
        <form method="post" class="sb-form l-gap" aria-label="回答" action="#error-summary">
          <input type="hidden" name="revision" value={sheet.revision} />
          <p>
            分からないときは「{openAnswers[0]}」、相談したいときは「{openAnswers[1]}」と書けます。
          </p>
          {open.map((field) => (
            <Fragment key={field.id}>
              <AnswerField
                field={field}
                value={sheet.answers[field.id] ?? ''}
                entered={entered}
                problems={problems}
                references={references}
                support={remarkWords(sheet, field.id)}
              />
              {realism && asksTarget && field.prefill === 'target' && <RealismBox realism={realism} />}
            </Fragment>
          ))}
          <button class="dads-button" type="submit" name="act" value="fill">
            下書きを保存する
          </button>
          <p class="sb-sub num" data-draft-state aria-live="polite" />
        </form>
      </draft-keeper>
    </>
  )
}

type AnswersProps = { fields: readonly SheetField[]; sheet: RequestSheet; references: References }

function Answers({ fields, sheet, references }: AnswersProps) {
  return (
    <dl class="dads-description-list sb-answers">
      {fields.map((field) => (
        <div key={field.id} id={field.id}>
          <dt>{field.label}</dt>
          <dd class="sb-prewrap">
            <AnswerValue field={field} value={sheet.answers[field.id] ?? ''} references={references} />
            {remarkWords(sheet, field.id) && <span class="sb-sub">　{remarkWords(sheet, field.id)}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The answers as they are, for whoever cannot write now. */
export function AnswerList({ sheet, round, references }: Pick<Props, 'sheet' | 'round' | 'references'>) {
  return (
    <div class="l-gap">
      <Answers fields={round.fields} sheet={sheet} references={references} />
    </div>
  )
}

/** 課長の承認. */
export function Approval({ sheet }: Props) {
  return (
    <Section id="approve" title="課長の承認">
      <form method="post" class="l-flow" aria-label="承認" action="#error-summary">
        <input type="hidden" name="revision" value={sheet.revision} />
        <p>保存してある回答を承認して、事務局に返します。承認すると、差し戻されるまで直せません。</p>
        <button class="dads-button" type="submit" name="act" value="approve">
          承認して回答する
        </button>
      </form>
    </Section>
  )
}

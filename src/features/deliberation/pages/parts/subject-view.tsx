import { CheckField } from '#src/ui/field.tsx'
import { Disclosure } from '#src/ui/parts.tsx'
import { type SubjectKind, staffSubjectHref, subjectKind, subjectKindLabels } from '../../core/subjects.ts'
import type { MeetingProps } from './meeting-props.ts'
import type { SubjectGroups } from './subjects.ts'

type LinksProps = { ids: readonly string[]; subjects: SubjectGroups }

/** What a decision is about, each with its kind; what is no longer known stands by its id. */
export function SubjectLinks({ ids, subjects }: LinksProps) {
  return (
    <>
      {ids.map((id) => {
        const kind = subjectKind(id)
        return (
          <p key={id}>
            {subjectKindLabels[kind]}：
            <a href={staffSubjectHref(id)}>
              {subjects[kind].find((subject) => subject.id === id)?.title ?? id}
            </a>
          </p>
        )
      })}
    </>
  )
}

const order: readonly SubjectKind[] = ['version', 'round', 'frame', 'item']

/** Boxes to tick, by kind: a decision can be about several things. */
export function SubjectFields({
  subjects,
  entered,
  problems,
}: Pick<MeetingProps, 'subjects' | 'entered' | 'problems'>) {
  const ticked = new Set((entered['subjects'] ?? '').split(' ').filter(Boolean))
  return (
    <fieldset class="l-flow" id="subjects">
      <legend class="dads-form__label">
        何についての決定か<span class="dads-form__opt">※任意</span>
      </legend>
      <p class="dads-form__support">いくつでも選べます。決まったことのページから、選んだところへ行けます。</p>
      {problems['subjects'] && <p class="dads-form__error">＊{problems['subjects']}</p>}
      {order
        .filter((kind) => subjects[kind].length > 0)
        .map((kind) => (
          <Disclosure
            key={kind}
            label={`${subjectKindLabels[kind]}（${subjects[kind].length}）`}
            open={subjects[kind].some(({ id }) => ticked.has(id))}
          >
            {subjects[kind].map(({ id, title }) => (
              <CheckField key={id} name="subject" value={id} label={title} isChecked={ticked.has(id)} />
            ))}
          </Disclosure>
        ))}
    </fieldset>
  )
}

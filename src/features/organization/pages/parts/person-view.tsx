import type { Entered, Problems } from '#src/platform/form.ts'
import { CheckField, SelectField, TextField } from '#src/ui/field.tsx'
import { type Person, type Post, postKindLabels } from '../../core/people.ts'
import { postRows } from '../../core/person-form.ts'
import { dayExample } from '../../core/read-day.ts'
import type { OrganizationUnit } from '../../core/units.ts'
import { unitChoices } from '../../views/unit-choices.ts'

type PersonFormProps = {
  person?: Person
  entered: Entered
  problems: Problems
  units: readonly OrganizationUnit[]
  today: string
}

/** Name, reading and all posts; the last row is blank, for one more. */
export function PersonForm(props: PersonFormProps) {
  const { person, entered, problems } = props
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <form method="post" class="sb-form l-gap" aria-label="職員" action="#error-summary">
      {person && <input type="hidden" name="revision" value={person.revision} />}
      <TextField {...field('name')} label="氏名" width="mid" required />
      <TextField
        {...field('kana')}
        label="よみ"
        width="mid"
        support="五十音順に並べるために使います。"
        optional
      />
      {postRows(entered).map((row) => (
        <PostFields key={row} {...props} row={row} />
      ))}
      <div class="l-cluster">
        <button class="dads-button" type="submit">
          {person ? '保存する' : '加える'}
        </button>
        <a href="/staff/organization/people">やめる</a>
      </div>
      {person && (
        <p>
          <a href={`/staff/organization/people/${person.id}/deletion`}>この職員を消す</a>
        </p>
      )}
    </form>
  )
}

function PostFields({ person, entered, problems, units, today, row }: PersonFormProps & { row: number }) {
  const isNew = row > (person?.posts.length ?? 0)
  const field = (name: string) => ({
    name: `${name}-${row}`,
    value: entered[`${name}-${row}`],
    problem: problems[`${name}-${row}`],
  })
  const coming = units.filter(({ validFrom }) => validFrom > today).map(({ id }) => id)
  return (
    <fieldset class="l-flow">
      <legend class="dads-form__label">{isNew ? '職を加える' : `職 ${row}`}</legend>
      <div class="sb-box">
        <div class="l-cols l-cols--2">
          <TextField {...field('title')} label="職名" support="例：課長、係長、主任" />
          <SelectField
            {...field('unitId')}
            label="所属"
            support="準備中の組織も選べます。"
            blank="（市全体：市長、副市長など）"
            choices={unitChoices(units, today, [...coming, entered[`unitId-${row}`]])}
          />
          <TextField {...field('validFrom')} label="発令の日" support={dayExample} width="short" />
          <TextField
            {...field('validTo')}
            label="最後の日"
            support="続いているあいだは空にします。"
            width="short"
          />
          <SelectField
            {...field('kind')}
            label="種別"
            width="short"
            choices={Object.entries(postKindLabels).map(([value, label]) => ({ value, label }))}
          />
        </div>
        {!isNew && (
          <CheckField
            name={`drop-${row}`}
            label="間違って加えた職なので消す"
            support="異動や退職のときは、消さずに最後の日を書きます。"
            isChecked={entered[`drop-${row}`] !== undefined}
          />
        )}
      </div>
    </fieldset>
  )
}

type FactsProps = { kana: string; history: readonly { post: Post; unit: string; days: string }[] }

/** For those who may not change it. */
export function PersonFacts({ kana, history }: FactsProps) {
  return (
    <>
      <dl class="dads-description-list">
        <div>
          <dt>よみ</dt>
          <dd>{kana || 'なし'}</dd>
        </div>
        <div>
          <dt>職（{history.length}）</dt>
          <dd>
            {history.length === 0 && 'なし'}
            <ul>
              {history.map(({ post, unit, days }) => (
                <li key={`${post.title}${post.validFrom}`}>
                  {unit} {post.title}（{postKindLabels[post.kind]}、{days}）
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
      <p class="sb-sub l-gap">直せるのは、企画（事務局）とシステム管理です。</p>
    </>
  )
}

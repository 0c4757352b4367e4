import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { Banner, Disclosure, Section } from '#src/ui/parts.tsx'
import { fieldKindLabels, type SheetField } from '../../core/fields.ts'
import { prefillLabels } from '../../core/prefill-sheet.ts'
import { noReferences } from '../../core/references.ts'
import { askedOfLabels, type SheetTemplate } from '../../core/sheet-templates.ts'
import { columnText } from '../../core/template-form.ts'
import { fieldAddress } from './addresses.ts'
import { AnswerField } from './answer-field.tsx'

type Props = { template: SheetTemplate; entered: Entered; problems: Problems; isStale: boolean }

export function TemplateView({ template, entered, problems, isStale }: Props) {
  const { fields, revision, title, askedOf } = template
  const isPreset = revision === 0
  return (
    <>
      <FormHead problems={problems} />
      {isStale && (
        <Banner
          tone="warn"
          title="ほかの人が先に直しました。もう一度、下の内容を見てから操作してください。"
        />
      )}
      <h1>{title}</h1>
      {isPreset ? (
        <p class="l-gap">はじめからあるひな形です。直すときは、ひな形の一覧で写しをつくります。</p>
      ) : (
        <Naming template={template} entered={entered} problems={problems} />
      )}
      <Section id="fields" title={`項目（${fields.length}）`}>
        <FieldTable template={template} isPreset={isPreset} />
      </Section>
      {!isPreset && <NewField revision={revision} entered={entered} problems={problems} />}
      <Section id="preview" title="見え方">
        <p class="sb-sub">{askedOfLabels[askedOf]}。担当課には、次のように見えます（送信はできません）。</p>
        <fieldset class="sb-form l-gap" disabled>
          <legend class="vh">見え方</legend>
          {fields.map((field) => (
            <AnswerField
              key={field.id}
              field={field}
              value=""
              entered={{}}
              problems={{}}
              references={noReferences}
              namedIn="preview-"
            />
          ))}
        </fieldset>
      </Section>
      {!isPreset && (
        <Disclosure label="このひな形をやめる">
          <form method="post" class="l-flow">
            <input type="hidden" name="revision" value={revision} />
            <p>送った依頼は変わりません。新しい依頼には使えなくなります。</p>
            <button class="dads-button dads-button--secondary" type="submit" name="act" value="retire">
              ひな形をやめる
            </button>
          </form>
        </Disclosure>
      )}
    </>
  )
}

function Naming({ template: { title, askedOf, revision }, entered, problems }: Omit<Props, 'isStale'>) {
  return (
    <form method="post" class="sb-form l-gap" aria-label="名前" action="#error-summary">
      <input type="hidden" name="revision" value={revision} />
      <TextField
        name="title"
        label="ひな形の名前"
        value={entered['title'] ?? title}
        problem={problems['title']}
        width="mid"
        required
      />
      <SelectField
        name="askedOf"
        label="だれに何枚"
        value={entered['askedOf'] ?? askedOf}
        choices={Object.entries(askedOfLabels).map(([value, label]) => ({ value, label }))}
        width="mid"
      />
      <button class="dads-button dads-button--secondary" type="submit">
        名前を保存する
      </button>
    </form>
  )
}

function FieldTable({
  template: { id, fields, revision },
  isPreset,
}: {
  template: SheetTemplate
  isPreset: boolean
}) {
  if (fields.length === 0) return <p>まだ項目がありません。下で加えます。</p>
  return (
    <form method="post" aria-label="項目の順番">
      <input type="hidden" name="revision" value={revision} />
      <table class="dads-table dads-table--cards">
        <caption>項目</caption>
        <thead>
          <tr>
            <th scope="col">項目</th>
            <th scope="col">答え</th>
            <th scope="col">事前記入</th>
            {!isPreset && <th scope="col">操作</th>}
          </tr>
        </thead>
        <tbody>
          {fields.map((field, at) => (
            <tr key={field.id}>
              <th scope="row">
                {at + 1}　{isPreset ? field.label : <a href={fieldAddress(id, field.id)}>{field.label}</a>}
                {field.isRequired && <span class="dads-form__req">※必須</span>}
              </th>
              <td data-label="答え">{kindWords(field)}</td>
              <td data-label="事前記入">{prefillLabels[field.prefill ?? ''] ?? 'なし'}</td>
              {!isPreset && (
                <td data-label="操作">
                  <Moves field={field} isFirst={at === 0} isLast={at === fields.length - 1} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </form>
  )
}

const kindWords = ({ kind, choices = [], columns = [], rows }: SheetField) => {
  if (kind === 'choice') return `選択（${choices.join('・')}）`
  return kind === 'table' ? `表 ${rows}行（${columns.map(columnText).join('、')}）` : fieldKindLabels[kind]
}

function Moves({
  field: { id, label },
  isFirst,
  isLast,
}: {
  field: SheetField
  isFirst: boolean
  isLast: boolean
}) {
  const button = (act: string, words: string, isOff = false) => (
    <button
      class="dads-button dads-button--quiet"
      type="submit"
      name="act"
      value={`${act} ${id}`}
      disabled={isOff}
    >
      {words}
      <span class="vh">：{label}</span>
    </button>
  )
  return (
    <div class="l-cluster">
      {button('up', '上へ', isFirst)}
      {button('down', '下へ', isLast)}
      {button('out', '外す')}
    </div>
  )
}

type NewProps = { revision: number; entered: Entered; problems: Problems }

function NewField({ revision, entered, problems }: NewProps) {
  return (
    <Section id="add" title="項目を加える">
      <form method="post" class="sb-form" aria-label="項目を加える" action="#error-summary">
        <input type="hidden" name="revision" value={revision} />
        <TextField
          name="label"
          label="項目の名前"
          value={entered['label']}
          problem={problems['label']}
          width="mid"
          required
        />
        <SelectField
          name="kind"
          label="答えの種類"
          value={entered['kind'] ?? 'text'}
          problem={problems['kind']}
          choices={Object.entries(fieldKindLabels).map(([value, label]) => ({ value, label }))}
          width="mid"
        />
        <button class="dads-button" type="submit" name="act" value="add">
          加えて、くわしく決める
        </button>
      </form>
    </Section>
  )
}

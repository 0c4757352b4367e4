import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { Section } from '#src/ui/parts.tsx'
import { basisLabels } from '../../core/basis.ts'
import { hasMapping, mappingEntered, mappingField } from '../../core/mapping-form.ts'
import { guessMapping, type MappedPart, mappedParts } from '../../core/readers/tidy.ts'
import type { SavedMapping } from '../../store/mappings.ts'
import { importAddress } from './addresses.ts'
import { HiddenSource } from './hidden-source.tsx'

export type ColumnsState = {
  headings: readonly string[]
  example: readonly string[]
  saved: readonly { name: string; mapping: SavedMapping }[]
}

type ImportColumnsProps = { columns: ColumnsState; entered: Entered; problems: Problems; fileId: string }

const supports: Partial<Record<MappedPart, string>> = {
  time: '例：2020、2023年度、令和5年、2025-01-01',
  item: '列がないときは、下に項目の名前を書きます。',
}

/** Which column holds what: proposed by the headings or by a saved choice, confirmed by a person. */
export function ImportColumns({ columns, entered, problems, fileId }: ImportColumnsProps) {
  const { headings, example, saved } = columns
  const chosen = saved.find(({ name }) => name === entered['useMapping'])
  const proposed = mappingEntered(chosen?.mapping ?? guessMapping(headings))
  const values = hasMapping(entered) && !chosen ? entered : proposed
  const choices = headings.map((heading, at) => ({
    value: String(at),
    label: `${heading || `${at + 1}列目`}（例：${example[at] ?? ''}）`,
  }))
  return (
    <Section id="columns" title="列を選ぶ">
      {saved.length > 0 && <SavedChoice {...{ saved, entered, fileId }} />}
      <form method="post" action={importAddress} class="sb-form" encType="multipart/form-data">
        <HiddenSource entered={entered} fileId={fileId} />
        {(Object.entries(mappedParts) as [MappedPart, string][]).map(([part, label]) => (
          <SelectField
            key={part}
            name={mappingField(part)}
            label={label}
            {...(supports[part] ? { support: supports[part] } : {})}
            value={values[mappingField(part)]}
            problem={problems[mappingField(part)]}
            blank="この列はない"
            choices={choices}
            width="mid"
          />
        ))}
        <TextField name="itemName" label="項目の名前" value={values['itemName']} width="mid" optional />
        <TextField name="itemUnit" label="単位" value={values['itemUnit']} width="short" optional />
        <SelectField
          name="basis"
          label="何に基づく数か"
          support="国勢調査の数と住民基本台帳の数は、1つの計算に混ざりません。"
          value={values['basis']}
          choices={Object.entries(basisLabels).map(([value, label]) => ({ value, label }))}
          width="mid"
        />
        <TextField
          name="mappingName"
          label="この選び方を残す名前"
          support="名前を書くと、取り込んだときに、次から同じ選び方を使えます。"
          value={entered['mappingName'] ?? chosen?.name}
          width="mid"
          optional
        />
        <button class="dads-button" type="submit">
          この列で内容を確かめる
        </button>
      </form>
    </Section>
  )
}

type SavedChoiceProps = { saved: ColumnsState['saved']; entered: Entered; fileId: string }

function SavedChoice({ saved, entered, fileId }: SavedChoiceProps) {
  return (
    <form method="post" action={importAddress} class="l-cluster" encType="multipart/form-data">
      <HiddenSource entered={entered} fileId={fileId} />
      <SelectField
        name="useMapping"
        label="残してある選び方"
        value={entered['useMapping']}
        choices={saved.map(({ name }) => ({ value: name, label: name }))}
        width="mid"
      />
      <button class="dads-button dads-button--secondary" type="submit">
        この選び方を使う
      </button>
    </form>
  )
}

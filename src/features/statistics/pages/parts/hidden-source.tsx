import type { Entered } from '#src/platform/form.ts'
import { mappingField } from '../../core/mapping-form.ts'
import { type MappedPart, mappedParts } from '../../core/readers/tidy.ts'

const names = ['kind', 'title', 'edition', 'publisher', 'credit', 'url', 'licence'] as const

/** What was said about the source, carried on to the next step with the kept file. */
export function HiddenSource({ entered, fileId }: { entered: Entered; fileId: string }) {
  return (
    <>
      <input type="hidden" name="fileId" value={fileId} />
      {names.map((name) => (
        <input key={name} type="hidden" name={name} value={entered[name] ?? ''} />
      ))}
    </>
  )
}

/** The columns that were chosen, carried on likewise. */
export function HiddenMapping({ entered }: { entered: Entered }) {
  const columns = (Object.keys(mappedParts) as MappedPart[]).map(mappingField)
  const names = [...columns, 'basis', 'itemName', 'itemUnit', 'mappingName']
  return (
    <>
      {names.map((name) =>
        entered[name] === undefined ? null : (
          <input key={name} type="hidden" name={name} value={entered[name]} />
        ),
      )}
    </>
  )
}

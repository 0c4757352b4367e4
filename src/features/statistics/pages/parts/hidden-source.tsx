import type { Entered } from '#src/platform/form.ts'

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

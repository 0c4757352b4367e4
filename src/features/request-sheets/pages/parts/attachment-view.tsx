import { FileField } from '#src/ui/field.tsx'
import { Section } from '#src/ui/parts.tsx'
import { attachmentsOf, type SheetField } from '../../core/fields.ts'
import type { RequestRound, RequestSheet } from '../../core/sheets.ts'
import { sheetAddress } from './addresses.ts'

type Props = { sheet: RequestSheet; round: RequestRound; open: readonly SheetField[] }

/** Files of the sheet's attachment fields: kept one by one, so that a long form is never sent with them. */
export function AttachmentView({ sheet, round, open }: Props) {
  const fields = round.fields.filter(({ kind }) => kind === 'attachment')
  if (fields.length === 0) return null
  return (
    <Section id="attachments" title="添付ファイル">
      {fields.map((field) => (
        <Files key={field.id} sheet={sheet} field={field} isOpen={open.some(({ id }) => id === field.id)} />
      ))}
    </Section>
  )
}

function Files({ sheet, field, isOpen }: { sheet: RequestSheet; field: SheetField; isOpen: boolean }) {
  const files = attachmentsOf(sheet.answers[field.id] ?? '')
  const address = `${sheetAddress(sheet.id)}/files`
  return (
    <div class="l-flow l-gap">
      <h3>{field.label}</h3>
      {files.length === 0 && <p>まだありません。</p>}
      {files.length > 0 && (
        <ul class="sb-rows">
          {files.map(({ fileId, name }) => (
            <li key={fileId}>
              <a href={`${address}/${fileId}`}>{name}</a>
              {isOpen && (
                <form method="post" action={address}>
                  <input type="hidden" name="revision" value={sheet.revision} />
                  <input type="hidden" name="fieldId" value={field.id} />
                  <button class="dads-button dads-button--quiet" type="submit" name="detach" value={fileId}>
                    外す<span class="vh">：{name}</span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <form method="post" action={address} class="sb-form" encType="multipart/form-data">
          <input type="hidden" name="revision" value={sheet.revision} />
          <input type="hidden" name="fieldId" value={field.id} />
          <FileField
            name={`file-${field.id}`}
            label={`${field.label}に添えるファイル`}
            support="PDF、Word、Excel、PNG、JPEG。10MBまで、5個まで。"
            required
          />
          <button class="dads-button dads-button--secondary" type="submit">
            ファイルを添える
          </button>
        </form>
      )}
    </div>
  )
}

import { writeCsv } from '#src/lib/csv/csv.ts'
import { decodeText, encodingLabels } from '#src/lib/csv/decode-text.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { enteredIn } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { peopleColumns, planPeopleImport } from '../core/people-import.ts'
import { permissions } from '../core/permissions.ts'
import { planUnitImport, unitColumns } from '../core/unit-import.ts'
import { importPeople, importUnits, rehearsalHash } from '../store/import-commands.ts'
import { listPeople, listUnits } from '../store/queries.ts'
import type { ImportKind, ImportState } from './parts/import-props.ts'
import { ImportView } from './parts/import-view.tsx'

/** The same text in UTF-8, as the second step sends it, may be half as long again. */
const mostBytes = 5 * 1024 * 1024

/** CSVの取り込み: first what would change, line by line; then the change. A file with one mistake changes nothing. */
export const importPage = page('/staff/organization/import', {
  audience: 'staff',
  maxBytes: 2 * mostBytes,
  async show(context, { url }) {
    authorize(context, permissions, 'import-units')
    return screen(context, { kind: kindNamed(url.searchParams.get('kind')) })
  },
  async submit(context, _visit, form) {
    authorize(context, permissions, 'import-units')
    const { kind: name, act, text, seen } = enteredIn(form)
    const kind = kindNamed(name)
    if (act === 'apply' && text !== undefined) return apply(context, { kind, text, seen })
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0) {
      return { ...screen(context, { kind, fileProblem: 'CSVファイルを選んでください' }), status: 422 }
    }
    if (file.size > mostBytes) {
      return { ...screen(context, { kind, fileProblem: '5MBまでのファイルを選んでください' }), status: 422 }
    }
    const decoded = decodeText(new Uint8Array(await file.arrayBuffer()))
    if ('problem' in decoded) {
      return { ...screen(context, { kind, fileProblem: decoded.problem }), status: 422 }
    }
    const source = `${file.name}（${encodingLabels[decoded.encoding]}として読みました）`
    return rehearse(context, { kind, text: decoded.text, source })
  },
})

const kindNamed = (name: string | null | undefined): ImportKind => (name === 'people' ? 'people' : 'units')

type Sent = { kind: ImportKind; text: string; source?: string; isStale?: boolean }

/** Shows what the file would change, or what is wrong with it. Nothing is written. */
async function rehearse(context: Context, { kind, text, source, isStale = false }: Sent): Promise<Screen> {
  const units = await listUnits(context)
  const { findings, reports, ignored } =
    kind === 'units'
      ? planUnitImport(text, units, tokyoDay(context.now))
      : planPeopleImport(text, { people: await listPeople(context), units })
  if (findings.length > 0) return { ...screen(context, { kind, findings, source }), status: 422 }
  const rehearsal = { reports, ignored, text, seen: rehearsalHash(reports), isStale }
  return { ...screen(context, { kind, rehearsal, source }), ...(isStale ? { status: 409 as const } : {}) }
}

async function apply(context: Context, sent: Sent & { seen: string | undefined }) {
  const { kind, text, seen = '' } = sent
  const take = kind === 'units' ? importUnits : importPeople
  const outcome = await unlessStale(take(context, { text, seen }))
  if (outcome.isStale) return rehearse(context, { kind, text, isStale: true })
  return { seeOther: `/staff/organization${kind === 'people' ? '/people' : ''}?notice=imported` }
}

const screen = ({ actor }: Context, state: ImportState): Screen => ({
  title: 'CSVの取り込み',
  crumbs: [{ label: '組織・職員', href: '/staff/organization' }],
  body: <ImportView {...state} actor={actor} />,
})

const templates = [
  ['units', '組織', unitColumns],
  ['people', '職員', peopleColumns],
] as const

/** An empty table with the headings, to be filled in a spreadsheet. */
export const templatePages = templates.map(([kind, label, { required, optional }]) =>
  page(`/staff/organization/import/${kind}-template.csv`, {
    audience: 'staff',
    show: async () => ({
      file: writeCsv([[...required, ...optional]]),
      contentType: 'text/csv; charset=utf-8',
      fileName: `${label}のひな形.csv`,
    }),
  }),
)

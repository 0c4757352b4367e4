import ExcelJS from 'exceljs'
import { expect } from 'vitest'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { hasLibreOffice, resavedByLibreOffice } from '#test/libre-office.ts'
import { passphrase, setUpTwoSteps } from './office.ts'
import { Visitor } from './visitor.ts'

export const dueOn = () => tokyoDay(new Date(Date.now() + 20 * 86_400_000))

type Newcomer = {
  name: string
  role: 'section-editor' | 'section-approver' | 'reviewer'
  /** The member of staff the account belongs to. */
  personId?: string
}

/** A colleague of the section that is asked, signed in. */
export async function colleagueIn(
  unitId: string,
  officer: Visitor,
  { name, role, personId }: Newcomer,
): Promise<Visitor> {
  await officer.open('/staff/accounts/new')
  const box = officer.all(`input[value="${role}"]`)[0]?.getAttribute('name') ?? ''
  const typed = {
    氏名: name,
    メールアドレス: `${role}@example.jp`,
    所属: unitId,
    ...(personId ? { 職員: personId } : {}),
  }
  await officer.pressWith('つくる', typed, { [box]: role })
  const person = new Visitor(officer.site)
  await person.open(/\/sign-in\/link\/[\w-]+/.exec(officer.html)?.[0] ?? '')
  const password = `${passphrase}${name}`
  await person.press('決めて、始める', { パスワード: password })
  expect(person.path).toBe('/staff')
  if (role === 'section-approver') await setUpTwoSteps(person, password)
  return person
}

/** The workbook with some answers typed over in Excel, and a row added under the others. */
export async function typedOver(
  bytes: Uint8Array,
  typed: Record<string, string>,
  added?: string,
): Promise<File> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer)
  const page = workbook.worksheets[0] as ExcelJS.Worksheet
  page.eachRow((row) => {
    const own = typed[row.getCell(2).text.replace('※', '')]
    if (own !== undefined && row.number > 3) row.getCell(4).value = own
  })
  if (added) page.getRow(page.rowCount + 1).values = ['', added, '', added]
  return new File([await workbook.xlsx.writeBuffer()], '回答.xlsx')
}

/** The same workbook, opened and saved by LibreOffice where it is at hand. */
export async function byLibreOffice(file: File): Promise<File> {
  if (!hasLibreOffice) return file
  return new File([resavedByLibreOffice(new Uint8Array(await file.arrayBuffer())).slice()], file.name)
}

/** Looks again until it is so: long work goes on in a thread of its own. */
export async function until(isSo: () => Promise<boolean>) {
  for (let tries = 0; tries < 200; tries++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it did not come about')
}

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const program = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find(
  (path) => existsSync(path),
)

/** Whether LibreOffice is at hand; says so once where it is not, because tests are then left out. */
export const hasLibreOffice = program !== undefined
if (!hasLibreOffice) console.log('LibreOffice (soffice) is not here: tests with files it saved are left out')

/** A workbook as LibreOffice gives it back: opened and saved as XLSX, nothing else. */
export const resavedByLibreOffice = (bytes: Uint8Array): Uint8Array =>
  convertedByLibreOffice({ bytes, from: 'xlsx', to: 'xlsx', filter: 'Calc MS Excel 2007 XML' })

type Conversion = { bytes: Uint8Array; from: string; to: string; filter: string }

/** A file as LibreOffice gives it back in another format. */
export function convertedByLibreOffice({ bytes, from, to, filter }: Conversion): Uint8Array {
  if (!program) throw new Error('LibreOffice is not here')
  const folder = mkdtempSync(join(tmpdir(), 'shirube-office-'))
  try {
    const [source, target] = [join(folder, 'in', `file.${from}`), join(folder, 'out')]
    mkdirSync(join(folder, 'in'))
    writeFileSync(source, bytes)
    const own = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const how = ['--headless', '--convert-to', `${to}:${filter}`, '--outdir', target, source]
    execFileSync(program, [own, ...how], { stdio: 'ignore', timeout: 120_000 })
    return new Uint8Array(readFileSync(join(target, `file.${to}`)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

import { readFile } from 'node:fs/promises'
import { decodeText } from '#src/lib/csv/decode-text.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { type CliCall, type CliCommand, UnusableCall } from '#src/platform/cli.ts'
import { inTransaction } from '#src/platform/database/transaction.ts'
import { problemsOf } from '#src/platform/form.ts'
import { findingText } from '../core/csv-table.ts'
import { type MunicipalityContent, municipalityForm } from '../core/municipality.ts'
import { planUnitImport } from '../core/unit-import.ts'
import { setUpMunicipality } from '../store/commands.ts'
import { importUnits } from '../store/import-commands.ts'
import { findMunicipality } from '../store/queries.ts'

/** `shirube init`: an empty installation for any city. */
export const initCommand: CliCommand = {
  name: 'init',
  summary: '市町村の空の環境をつくる（見本は入りません）',
  usage:
    '--code 082350 --name つくばみらい市 [--kana よみ] [--districts 伊奈,谷和原,みらい平] [--units 組織.csv] [--contact 企画政策課]',
  help: [
    '--code       全国地方公共団体コード6けた',
    '--districts  地区を「,」で区切って書く',
    '--units      組織のCSV。見出し：名前,種類,上の組織,設置の日（種類は部・局・課・室・係）',
    '--contact    公開ページの下に出す問合せ先。「企画政策課,電話 0297-00-0000」のように課から書く',
  ],
  options: {
    code: { type: 'string' },
    name: { type: 'string' },
    kana: { type: 'string' },
    districts: { type: 'string' },
    units: { type: 'string' },
    contact: { type: 'string' },
  },
  async run(call) {
    const { positionals, print, open, now } = call
    if (positionals.length > 0) throw new UnusableCall(`「${positionals.join(' ')}」は使えません。`)
    const city = cityIn(call)
    const text = await unitsIn(call)
    if ('problems' in text) return refused(call, text.problems)
    const units = text.csv === '' ? undefined : planUnitImport(text.csv, [], tokyoDay(now))
    if (units && units.findings.length > 0) return refused(call, units.findings.map(findingText))
    const context = await open(['system-administrator'])
    if (await findMunicipality(context)) {
      return refused(call, ['この場所には、すでに市町村が登録されています。'])
    }
    await inTransaction(context, async (inside) => {
      await setUpMunicipality(inside, { ...city, isSample: false })
      if (units) await importUnits(inside, { text: text.csv })
    })
    print(
      `${city.name}の環境をつくりました（組織 ${units?.units.length ?? 0}件）。npm start で始めてください。`,
    )
    return 0
  },
}

function refused({ remark }: CliCall, sentences: readonly string[]): 1 {
  for (const sentence of sentences) remark(sentence)
  remark('何も変えていません。')
  return 1
}

function cityIn({ values }: CliCall): MunicipalityContent {
  const { code, name, kana, districts, contact } = values
  if (!code || !name) throw new UnusableCall('--code と --name を付けてください。')
  const [contactOffice = '', ...lines] = String(contact ?? '').split(/[,、]/)
  const entered = { code, name, kana, districts, contactOffice, contactLines: lines.join('\n') }
  const city = municipalityForm.safeParse(entered)
  if (!city.success) throw new UnusableCall(Object.values(problemsOf(city.error)).join('\n'))
  return city.data
}

async function unitsIn({ values }: CliCall): Promise<{ csv: string } | { problems: string[] }> {
  if (typeof values['units'] !== 'string') return { csv: '' }
  const decoded = decodeText(await readFile(values['units']))
  if ('problem' in decoded) return { problems: [decoded.problem] }
  return decoded.text === '' ? { problems: ['組織のCSVが空です。'] } : { csv: decoded.text }
}

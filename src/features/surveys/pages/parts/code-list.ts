import { decodeText } from '#src/lib/csv/decode-text.ts'
import type { Context } from '#src/platform/context.ts'
import type { FrameFinding } from '../../core/sample/draw-sample.ts'
import { type CodeLine, readCodeList } from '../../core/sample/read-codes.ts'
import { findInvitation } from '../../store/access.ts'

type Checking = { surveyId: string; secret: string; file: File }
type Checked = { codes: CodeLine[]; problem?: undefined } | { problem: string; findings: FrameFinding[] }

/** The list of codes that came out of the draw, every one of them checked against the invitations. */
export async function checkedCodes(context: Context, { file, ...survey }: Checking): Promise<Checked> {
  const decoded = decodeText(new Uint8Array(await file.arrayBuffer()))
  if ('problem' in decoded) return { problem: decoded.problem, findings: [] }
  const { codes, findings } = readCodeList(decoded.text)
  const unknown = findings.length > 0 ? [] : await unknownCodes(context, { ...survey, codes })
  const wrong = [...findings, ...unknown]
  return wrong.length > 0 ? { problem: 'ファイルに直すところがあります', findings: wrong } : { codes }
}

type Knowing = { surveyId: string; secret: string; codes: readonly CodeLine[] }

/** Codes of another draw or survey: letters with them could not be answered. */
async function unknownCodes(context: Context, { surveyId, secret, codes }: Knowing): Promise<FrameFinding[]> {
  const found: FrameFinding[] = []
  for (const { line, code } of codes) {
    if (await findInvitation(context, { surveyId, secret, code })) continue
    found.push({ line, column: '回答コード', problem: 'いまの抽出の回答コードではありません' })
    if (found.length >= 100) break
  }
  return found
}

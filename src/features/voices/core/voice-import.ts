import {
  type CsvFinding,
  type CsvLine,
  type CsvReport,
  readTable,
} from '#src/features/organization/core/csv-table.ts'
import {
  channelLabels,
  consentLabels,
  frameLabels,
  keyOfLabel,
  methodLabels,
  requestPathLabels,
} from './labels.ts'
import { newSubmission, type SubmissionContent } from './submission.ts'

export const voiceColumns = {
  required: ['声', '経路', '受けた日'],
  optional: ['方法', '地区', '年代', '属性', '集め方', '公開の同意', 'いつ・どこの声か', '要望の経路'],
} as const

const mostLines = 20_000

export type VoiceImport = {
  reports: CsvReport[]
  submissions: SubmissionContent[]
  findings: CsvFinding[]
  ignored: string[]
}

/**
 * What a CSV of voices would take in, or what is wrong with it by line and column: a rehearsal, nothing is
 * done.
 * Columns with names or contact data have no place here and are named as left out.
 */
export function planVoiceImport(text: string, known: ReadonlySet<string>): VoiceImport {
  const { lines, findings, ignored } = readTable(text, voiceColumns)
  if (lines.length > mostLines) {
    findings.push({ line: mostLines + 2, column: '', value: '', problem: `一度に${mostLines}行までです` })
  }
  if (findings.length > 0) return { reports: [], submissions: [], findings, ignored }
  const reports: CsvReport[] = []
  const submissions: SubmissionContent[] = []
  const seen = new Set(known)
  for (const line of lines) {
    const read = readLine(line)
    if ('findings' in read) {
      findings.push(...read.findings)
      continue
    }
    const key = voiceKey(read.content)
    const isKnown = seen.has(key)
    seen.add(key)
    if (!isKnown) submissions.push(read.content)
    const { channel, district } = read.content
    reports.push({
      line: line.line,
      act: isKnown ? 'same' : 'add',
      subject: `${read.content.original.slice(0, 40)}${read.content.original.length > 40 ? '…' : ''}`,
      details: isKnown
        ? ['同じ声がすでにあります']
        : [[channelLabels[channel], district].filter(Boolean).join('　')],
    })
  }
  return findings.length > 0
    ? { reports: [], submissions: [], findings, ignored }
    : { reports, submissions, findings, ignored }
}

/** The same words by the same way on the same day in the same district are the same line read twice. */
export const voiceKey = ({
  channel,
  receivedOn,
  district,
  original,
}: Pick<SubmissionContent, 'channel' | 'receivedOn' | 'district' | 'original'>) =>
  JSON.stringify([channel, receivedOn, district, original])

const columnOf: Readonly<Record<string, string>> = {
  original: '声',
  channel: '経路',
  receivedOn: '受けた日',
  method: '方法',
  district: '地区',
  ageBand: '年代',
  group: '属性',
  frame: '集め方',
  consent: '公開の同意',
  sessionLabel: 'いつ・どこの声か',
  requestPath: '要望の経路',
}

function readLine({ line, cell }: CsvLine): { content: SubmissionContent } | { findings: CsvFinding[] } {
  const labelled = <Key extends string>(
    labels: Readonly<Record<Key, string>>,
    column: string,
    usual: string,
  ) => keyOfLabel(labels, cell(column) || usual) ?? cell(column)
  const read = newSubmission.safeParse({
    original: cell('声'),
    channel: labelled(channelLabels, '経路', ''),
    receivedOn: cell('受けた日'),
    method: labelled(methodLabels, '方法', 'form'),
    district: cell('地区'),
    ageBand: cell('年代'),
    group: cell('属性'),
    frame: labelled(frameLabels, '集め方', 'open-call'),
    consent: labelled(consentLabels, '公開の同意', 'anonymous-quote'),
    sessionLabel: cell('いつ・どこの声か'),
    requestPath: labelled(requestPathLabels, '要望の経路', ''),
  })
  if (read.success && read.data.channel !== 'comment') return { content: read.data }
  const issues = read.success
    ? [{ path: ['channel'], message: 'パブリックコメントは、案件の「受付」から入れてください' }]
    : read.error.issues
  return {
    findings: issues.map(({ path, message }) => {
      const column = columnOf[String(path[0])] ?? ''
      return { line, column, value: cell(column).slice(0, 60), problem: message }
    }),
  }
}

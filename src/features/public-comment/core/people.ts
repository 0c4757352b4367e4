import type { ResultTable } from './result.ts'

/** A submission as it counts: by which way it came, when, and the mark of who sent it where there is one. */
export type Sent = {
  receiptNumber: string
  method: string
  receivedOn: string
  sender: string | undefined
}

/** 提出者: what one person sent in, the first one first. They count once, by the way of the first. */
export type Submitter = { method: string; receiptNumbers: string[] }

/** Who sent these. A submission whose sender is not known is a person of its own. */
export function submittersOf(sent: readonly Sent[]): Submitter[] {
  const inOrder = [...sent].sort(
    (a, b) => compare(a.receivedOn, b.receivedOn) || compare(a.receiptNumber, b.receiptNumber),
  )
  const groups = Map.groupBy(inOrder, ({ sender, receiptNumber }) =>
    sender === undefined ? `receipt ${receiptNumber}` : `sender ${sender}`,
  )
  return [...groups.values()].map((own) => ({
    method: own[0]?.method ?? '',
    receiptNumbers: own.map(({ receiptNumber }) => receiptNumber),
  }))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What a person counted otherwise than the system, way by way (人数の訂正), and why. */
export type PeopleCorrection = { people: ReadonlyMap<string, number>; reason: string }

type Counted = Pick<ResultTable, 'submitters' | 'byMethod'>

/** What is wrong with a correction, by way of sending or `reason`. */
export function correctionProblems(
  { byMethod }: Counted,
  { people, reason }: PeopleCorrection,
): Map<string, string> {
  const problems = new Map<string, string>()
  for (const { method, submissions } of byMethod) {
    const count = people.get(method)
    if (count === undefined || !Number.isSafeInteger(count) || count < 0)
      problems.set(method, '人数を、0以上の整数で書いてください')
    else if (count > submissions) problems.set(method, `提出の件数（${submissions}件）より多くなっています`)
  }
  const differs = byMethod.some(({ method, people: counted }) => people.get(method) !== counted)
  if (differs && reason === '') problems.set('reason', '人数を直した理由を書いてください')
  if (!differs && reason !== '')
    problems.set('reason', '人数は、数えたままです。直さないときは、理由を空にしてください')
  const total = [...people.values()].reduce((sum, count) => sum + count, 0)
  if (problems.size === 0 && byMethod.length > 0 && total === 0)
    problems.set('reason', '提出した人が0人になっています')
  return problems
}

/** The counts with the correction in them; what was counted stays beside it. Unchanged where nothing was corrected. */
export function corrected<Table extends ResultTable>(
  table: Table,
  { people, reason }: PeopleCorrection,
): Table {
  if (reason === '') return table
  const byMethod = table.byMethod.map((one) => ({ ...one, people: people.get(one.method) }))
  return {
    ...table,
    byMethod,
    submitters: byMethod.reduce((sum, one) => sum + (one.people ?? 0), 0),
    correction: { counted: table.submitters, reason },
  }
}

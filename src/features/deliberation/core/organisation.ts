import type { AnswersFor } from './answers-for.ts'
import type { Body, BodyKind } from './bodies.ts'

/** 策定組織: somebody or a body in the organisation that makes the plan, and whom it answers to. */
export type OrganisationNode = {
  id: string
  name: string
  /** A second line: how many sit there. */
  note: string
  parentIds: string[]
  /** What passes between it and those above: 諮問・答申. */
  relation: string
  /** 0 the mayor, and down from there. */
  depth: number
  /** Whether there is a page about it. */
  isBody: boolean
  /** 受け持ち, of a subcommittee that was given one. */
  answersFor: AnswersFor | undefined
}

const relations: Record<BodyKind, string> = {
  council: '諮問・答申',
  committee: '指示・報告',
  subcommittee: '調査・報告',
  'working-group': '資料・文案',
  assembly: '議案・議決',
  other: '協力',
}

type Organisation = {
  bodies: readonly Body[]
  /** Members sitting today, by body. */
  counts: ReadonlyMap<string, number>
  /** What each body answers for, where it was given something. */
  fields: ReadonlyMap<string, AnswersFor>
  /** 市長, 町長 or 村長. */
  head: string
  /** The office that does the secretarial work; none when empty. */
  office: string
}

const headId = 'head'

/**
 * The organisation as it follows from the bodies. Whoever was given a body above stands below it; the others stand where their
 * kind usually does: council, committee and assembly beside each other under the mayor, subcommittees under the committee,
 * the working staff under all subcommittees.
 */
export function organisationOf({ bodies, counts, fields, head, office }: Organisation): OrganisationNode[] {
  const nobody = { isBody: false, answersFor: undefined }
  const nodes: OrganisationNode[] = [
    { ...nobody, id: headId, name: head, note: '', parentIds: [], relation: '', depth: 0 },
  ]
  const add = (body: Body) => {
    const parentIds = parentsOf(body, bodies)
    const count = counts.get(body.id) ?? 0
    nodes.push({
      id: body.id,
      name: body.name,
      note: count > 0 ? `${count}人` : '',
      parentIds,
      relation: relations[body.kind],
      depth: depthOf(body, bodies),
      isBody: true,
      answersFor: fields.get(body.id),
    })
  }
  for (const body of bodies) add(body)
  if (office) {
    const note = office.includes('事務局') ? '' : '事務局'
    nodes.push({
      ...nobody,
      id: 'office',
      name: office,
      note,
      parentIds: [headId],
      relation: '庶務',
      depth: 1,
    })
  }
  return nodes.sort((a, b) => a.depth - b.depth)
}

function parentsOf({ kind, parentId }: Body, bodies: readonly Body[]): string[] {
  if (parentId && bodies.some(({ id }) => id === parentId)) return [parentId]
  const ofKind = (wanted: BodyKind) => bodies.filter((one) => one.kind === wanted).map(({ id }) => id)
  const committee = ofKind('committee').slice(0, 1)
  if (kind === 'subcommittee' && committee.length > 0) return committee
  if (kind === 'working-group') {
    const groups = ofKind('subcommittee')
    if (groups.length > 0) return groups
    if (committee.length > 0) return committee
  }
  return [headId]
}

/** A ring of bodies, which the form refuses, would still end here: nobody stands deeper than there are bodies. */
function depthOf(body: Body, bodies: readonly Body[], steps = bodies.length): number {
  const parents = bodies.filter(({ id }) => parentsOf(body, bodies).includes(id))
  if (parents.length === 0 || steps === 0) return 1
  return 1 + Math.max(...parents.map((parent) => depthOf(parent, bodies, steps - 1)))
}

/** Whether a body would stand below itself. */
export function isBelowItself(
  bodies: readonly Body[],
  bodyId: string,
  parentId: string | undefined,
): boolean {
  const seen = new Set<string>()
  for (let at = parentId; at !== undefined && !seen.has(at); ) {
    if (at === bodyId) return true
    seen.add(at)
    at = bodies.find(({ id }) => id === at)?.parentId
  }
  return false
}

import { hashOf } from '#src/formats/canonical-json.ts'
import {
  type ProjectionOptions,
  type ProjectionResult,
  projectByCohortComponent,
} from '#src/lib/demography/cohort-component.ts'
import { projectSystem } from '#src/lib/demography/project-system.ts'
import { type Flag, ProjectionError } from '#src/lib/demography/projection-error.ts'
import type { ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'
import { type Fan, type FanRequest, fanOf } from './fan.ts'
import { isInSystem, type RefusedArea } from './read-projection-inputs.ts'

/** A result that can be run again: it names the inputs it came from. */
export type FrameProjection = ProjectionResult & { inputsHash: string; uncertainty?: Fan }

export type RunRequest = ProjectionOptions & {
  fan?: FanRequest | undefined
  /** SHA-256 of the canonical JSON as `hashOf` gives it; a server has a faster one. */
  hash?: (inputs: ProjectionInputs) => string
}

type AreaToRun = { inputs: ProjectionInputs; notes: readonly Flag[] }

/**
 * Projects areas, in their order. Those that name the common pool of movers are one system; the others stand
 * alone, and one that cannot be projected does not stop the rest.
 */
export function runProjections(
  areas: readonly AreaToRun[],
  request: RunRequest = {},
): { results: FrameProjection[]; refused: RefusedArea[] } {
  const { fan, hash = hashOf } = request
  const refused: RefusedArea[] = []
  const system = areas.filter(({ inputs }) => isInSystem(inputs))
  const together = new Map<ProjectionInputs, ProjectionResult>()
  attempt({ names: system.map(({ inputs }) => nameOf(inputs)), refused }, () => {
    const inputs = system.map((area) => area.inputs)
    if (inputs.length === 0) return
    for (const [at, result] of projectSystem(inputs, request).entries()) {
      together.set(inputs[at] as ProjectionInputs, result)
    }
  })
  const results = areas.flatMap(({ inputs, notes }) => {
    const result = isInSystem(inputs)
      ? together.get(inputs)
      : attempt({ names: [nameOf(inputs)], refused }, () => projectByCohortComponent(inputs, request))
    if (!result) return []
    const flags = [...notes, ...result.flags]
    const named = { ...result, flags, inputsHash: hash(inputs) }
    return [fan ? { ...named, uncertainty: fanOf(inputs, fan) } : named]
  })
  return { results, refused }
}

const nameOf = ({ area }: ProjectionInputs) => `${area.name}（${area.code}）`

/** Puts what cannot be projected on the list of refused areas; other errors are ours. */
function attempt<Result>(
  { names, refused }: { names: readonly string[]; refused: RefusedArea[] },
  run: () => Result,
): Result | undefined {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof ProjectionError)) throw error
    for (const name of names) refused.push({ name, problems: error.problems })
    return undefined
  }
}

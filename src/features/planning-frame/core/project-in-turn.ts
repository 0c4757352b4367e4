import {
  isInSystem,
  type ReadingOptions,
  type RefusedArea,
  readProjectionInputs,
} from './read-projection-inputs.ts'
import { type FrameProjection, type RunRequest, runProjections } from './run-projections.ts'

/** Some areas of a file: their results, those of another shape, and those that cannot be projected. */
export type Turn = { results: FrameProjection[]; unread: RefusedArea[]; refused: RefusedArea[] }

const together = 50

/**
 * Reads and projects the value of a file a few areas at a time, in their order: who keeps only what is to be
 * written never holds a whole country twice. Areas with a common pool of movers need each other: with one of
 * them in the file, all its areas are one turn.
 */
export function* projectInTurn(
  value: unknown,
  { reading, request }: { reading: ReadingOptions; request: RunRequest },
): Generator<Turn> {
  const turn = (areas: unknown, before: number): Turn => {
    const read = readProjectionInputs(areas, { ...reading, before })
    return { unread: read.refused, ...runProjections(read.areas, request) }
  }
  if (!Array.isArray(value) || value.some(isInSystem)) return yield turn(value, 0)
  for (let at = 0; at < value.length; at += together) yield turn(value.slice(at, at + together), at)
}
